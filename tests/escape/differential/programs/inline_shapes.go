package p

type v struct{ x, y int }

func add(a, b int) int                { return a + b }
func addr(a int) *int                 { return &a }
func newV(x, y int) *v                { return &v{x, y} }
func (a *v) plus(b *v) *v             { return &v{a.x + b.x, a.y + b.y} }
func (a *v) scale(k int)              { a.x *= k; a.y *= k }
func (a v) norm() int                 { return a.x*a.x + a.y*a.y }
func named(a int) (r int)             { r = a; return }
func twoResults(a *int) (*int, error) { return a, nil }
func early(a *int) *int {
	if a == nil {
		return new(int)
	}
	return a
}

func useAdd() int      { return add(add(1, 2), add(3, 4)) }
func useAddr() int     { return *addr(3) }
func useAddrOut() *int { return addr(4) }
func useV() int {
	a := newV(1, 2)
	b := newV(3, 4)
	c := a.plus(b)
	c.scale(2)
	return c.norm()
}
func useVOut() *v   { return newV(1, 2).plus(newV(3, 4)) }
func useNamed() int { return named(named(1)) }
func useTwo() *int  { x := 1; p, _ := twoResults(&x); return p }
func useTwoLocal() int {
	x := 1
	p, err := twoResults(&x)
	if err != nil {
		return 0
	}
	return *p
}
func useEarly() int { return *early(nil) }
func inCondition(a int) bool {
	if p := addr(a); *p > 3 {
		return true
	}
	for i := 0; i < add(a, 1); i++ {
		_ = addr(i)
	}
	return false
}
func inGo()    { go addr(1) }
func inDefer() { defer add(1, 2) }
