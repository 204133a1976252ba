package p

type pair struct{ a, b *int }

var sink *int

//go:noinline
func leak(p *int) { sink = p }

//go:noinline
func keepNothing(p *int) int { return *p }

//go:noinline
func identity(p *int) *int { return p }

//go:noinline
func second(a, b *int) *int { return b }

//go:noinline
func both(a, b *int) (*int, *int) { return b, a }

//go:noinline
func content(p **int) *int { return *p }

func callLeak()     { x := 1; leak(&x) }
func callKeep() int { x := 1; return keepNothing(&x) }
func callIdentity() int {
	x := 1
	return *identity(&x)
}
func callIdentityOut() *int {
	x := 1
	return identity(&x)
}
func callSecond() *int {
	x, y := 1, 2
	return second(&x, &y)
}
func callBoth() *int {
	x, y := 1, 2
	a, _ := both(&x, &y)
	return a
}
func callContent() *int {
	x := 1
	p := &x
	return content(&p)
}
func chain() *int {
	x := 1
	return identity(identity(identity(&x)))
}
func nestedPair() pair {
	x, y := 1, 2
	return pair{identity(&x), second(&x, &y)}
}
func spread() (*int, *int) {
	x, y := 1, 2
	return both(both(&x, &y))
}
