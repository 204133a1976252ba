package p

var sink *int

type holder struct{ arr [3]*int }

func element(a [3]*int) *int        { return a[1] }
func elementAddress(a *[3]int) *int { return &a[1] }
func localAddress() *int            { var a [3]int; return &a[1] }
func localElement() int {
	var a [3]int
	p := &a[2]
	*p = 4
	return a[2]
}
func store(a *[3]*int, p *int) { a[0] = p }
func storeLocal(p *int) *int   { var a [3]*int; a[0] = p; return a[1] }
func keep(a [3]*int)           { sink = a[0] }
func whole(h *holder) [3]*int  { return h.arr }
func inner(h *holder) *[3]*int { return &h.arr }
func literal() [3]*int {
	x, y := 1, 2
	return [3]*int{&x, 2: &y}
}
func literalLocal() int {
	x, y := 1, 2
	a := [...]*int{&x, &y}
	return *a[0]
}
func ranged(a [3]*int) (out *int) {
	for _, p := range a {
		out = p
	}
	return
}
func rangedPointer(a *[3]*int) (out *int) {
	for i := range a {
		out = a[i]
	}
	return
}
