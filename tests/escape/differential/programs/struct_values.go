package p

type inner struct{ p *int }
type pair struct {
	a, b inner
	n    int
}

var sink pair

func copied(x pair) pair          { y := x; return y }
func fieldOut(x pair) *int        { return x.b.p }
func fieldAddress(x pair) *inner  { return &x.a }
func kept(x pair)                 { sink = x }
func keptField(x pair)            { sink.a = x.b }
func viaPointer(x *pair) pair     { return *x }
func assignWhole(x *pair, y pair) { *x = y }
func assignPart(x *pair, p *int)  { x.a.p = p }
func literal(p *int) pair         { return pair{a: inner{p}} }
func literalPointer(p *int) *pair { return &pair{b: inner{p: p}} }
func zero() *pair                 { return &pair{} }
func localOnly(p *int) int {
	x := pair{a: inner{p}}
	y := &x
	return *y.a.p
}
func compare(a, b pair) bool { return a == b }
func anonymous(p *int) struct{ q *int } {
	return struct{ q *int }{p}
}
