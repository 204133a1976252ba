package p

type box struct{ p *int }

var sink interface{}

func unused(p *int)            {}
func blank(_ *int, _ string)   {}
func unnamed(*int, []byte) int { return 0 }
func first(a, b *int) *int     { return a }
func oneOf(a, b *int, c bool) *int {
	if c {
		return a
	}
	return b
}
func swapped(a, b *int) (x, y *int) { x, y = b, a; return }
func same(a *int) (*int, *int)      { return a, a }
func intoBox(a *int, b *box)        { b.p = a }
func boxed(a *int) box              { return box{a} }
func boxedPtr(a *int) *box          { return &box{a} }
func unboxed(b *box) *int           { return b.p }
func toSink(a *int)                 { sink = a }
func valueToSink(a *int)            { sink = *a }
func reassigned(a *int) *int        { a = new(int); return a }
func compared(a, b *int) bool       { return a == b }
func addressed(a int) *int          { return &a }
func addressedLocal(a int) int      { p := &a; *p = 3; return a }
func structParameter(b box) *box    { return &b }
func paramInLoop(p *int) (out []*int) {
	for i := 0; i < 3; i++ {
		out = append(out, p)
	}
	return
}
