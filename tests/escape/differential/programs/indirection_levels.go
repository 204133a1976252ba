package p

var s1 *int
var s2 **int
var s3 ***int

func keep1(p *int)         { s1 = p }
func keep2as1(p **int)     { s1 = *p }
func keep3as1(p ***int)    { s1 = **p }
func keep3as2(p ***int)    { s2 = *p }
func keepAddress(p *int)   { s2 = &p }
func keepTwice(p *int)     { q := &p; s3 = &q }
func ret0(p ***int) ***int { return p }
func ret1(p ***int) **int  { return *p }
func ret2(p ***int) *int   { return **p }
func ret3(p ***int) int    { return ***p }
func up(p *int) **int      { return &p }
func upUp(p *int) ***int   { q := &p; return &q }
func upDown(p *int) *int   { q := &p; return *q }
func throughLocal(p **int) *int {
	q := p
	r := *q
	return r
}
func storeThrough(dst **int, src *int)  { *dst = src }
func storeDeep(dst ***int, src *int)    { **dst = src }
func storeAddress(dst ***int, src *int) { *dst = &src }
func swap(a, b **int)                   { *a, *b = *b, *a }
func localChain() int {
	i := 1
	p := &i
	q := &p
	r := &q
	return ***r
}
