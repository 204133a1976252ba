package p

func empty()                        {}
func ret() *int                     { return nil }
func deref(p *int) int              { return *p }
func set(p *int)                    { *p = 1 }
func field(p *struct{ x int }) *int { return &p.x }
func cond(b bool, p, q *int) *int {
	if b {
		p = q
	}
	return p
}
func nilMap() map[string]int { return nil }
func iface() interface{}     { return nil }
func fn() func()             { return nil }
func fn2() func()            { return empty }
func fn3() func()            { return func() {} }
func slice() []int           { return nil }
func paren(p *int) *int      { return (p) }
func parenAddr() *int        { x := 1; return &(x) }
func parenDeref(p *int) int  { return *(p) }
func starAmp(x int) int      { return *&x }
func ampStar(p *int) *int    { return &*p }
func ampIndex(s []int) *int  { return &(s)[0] }
func conv(p *int) *int       { return (*int)(p) }
func neg(p *int) int         { return -*p }
func inc(p *int) int         { *p++; return *p }
func mul(p *int) int         { return *p * *p }
func varBlock() *int {
	var (
		a int
		b = &a
		c = b
	)
	return c
}
func varTyped() interface{} {
	var x int = 3
	var y interface{} = x
	return y
}
func lenCap(a [3]int, s []int) int { return len(a) + cap(s) }
func printAll(p *int)              { print(p); println(*p, "x") }
