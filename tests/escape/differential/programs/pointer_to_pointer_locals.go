package p

func a() int {
	x, y := 1, 2
	p, q := &x, &y
	pp := &p
	*pp = q
	**pp = 5
	return *p + y
}
func b() *int {
	x, y := 1, 2
	p, q := &x, &y
	pp := &p
	*pp = q
	return p
}
func c(pp **int) {
	x := 1
	*pp = &x
}
func d() int {
	var p *int
	c(&p)
	return *p
}
func e(cond bool) *int {
	x, y := 1, 2
	p := &x
	if cond {
		p = &y
	}
	pp := &p
	return *pp
}
func f() **int {
	x := 1
	p := &x
	return &p
}
func g() int {
	type w struct{ p **int }
	x := 1
	p := &x
	s := w{&p}
	return **s.p
}
