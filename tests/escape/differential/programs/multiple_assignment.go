package p

type s struct{ a, b *int }

func swap(x, y *int) (*int, *int) { x, y = y, x; return x, y }
func rotate(v *s)                 { v.a, v.b = v.b, v.a }
func three() *int {
	a, b, c := 1, 2, 3
	p, q, r := &a, &b, &c
	p, q, r = q, r, p
	_, _ = p, q
	return r
}
func fromCall() *int {
	p, q := pair()
	_ = q
	return p
}
func pair() (a, b *int) { return new(int), new(int) }
func discard() int {
	x := 1
	_, y := &x, 2
	return y
}
func mapAndIndex(m map[string]*int, l []*int, p *int) {
	m["a"], l[0] = p, m["b"]
}
func opAssign(p *int, s *string, t string) {
	*p += 3
	*p <<= 1
	*s += t
}
func structs(x, y s) (s, s) { x, y = y, x; return x, y }
func selfAssign(v *s)       { v.a = v.a }
func viaTuple(f func() (*int, **int)) {
	var v s
	var pp **int
	v.a, pp = f()
	*pp = v.a
}
