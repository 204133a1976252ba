package p

type s struct {
	p *int
	q **int
}

func (v s) valueField() *int     { return v.p }
func (v s) valueDeref() *int     { return *v.q }
func (v *s) pointerField() *int  { return v.p }
func (v *s) fieldAddress() **int { return &v.p }
func (v *s) self(o *s) (a, b *s) { return o, v }
func (v *s) chain(p *int) *s     { v.p = p; return v }
func (v *s) many() (p *int, q **int, w *s, n int) {
	return v.p, v.q, v, 3
}
func nine(a *int) (r0, r1, r2, r3, r4, r5, r6, r7, r8 *int) {
	return nil, nil, nil, nil, nil, nil, nil, nil, a
}
func use() *int {
	x, y := 1, 2
	v := s{p: &x}
	v.chain(&y)
	a, b := v.self(&s{})
	_ = a
	return b.pointerField()
}
func useMany() int {
	x := 1
	px := &x
	v := &s{&x, &px}
	p, q, w, n := v.many()
	return *p + **q + *w.p + n
}
func useNine() int {
	x := 1
	_, _, _, _, _, _, _, _, p := nine(&x)
	return *p
}
func useAddress() **int {
	v := s{}
	return v.fieldAddress()
}
