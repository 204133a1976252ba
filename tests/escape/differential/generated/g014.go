package p

type S0 struct {
	f0 *int
	f1 func() *int
}

type S1 struct {
	f0 S0
}

type I0 interface {
	N(int)
}

var G0 func(*int)

var G1 *int

func (r1 *S1) M0(p2 *int, p3 int) chan *S1 {
	if *p2 < 1 {
		switch *p2 {
		case 0:
			v4 := F0()
			_ = v4
		case 1:
			r1.f0.f1 = r1.f0.f1
			p2 := p2
			_ = p2
		}
	}
	return F2(make([]int, 8))
}

func (r5 S1) M1(p6 func() *int, p7 chan *int) (r0 **int) {
	return &*r0
}

func (r8 *S0) N(p9 int) {
	v10 := []int{(*G1 + *G1), 6}
	_ = v10
	(*r8).N(*G1)
}

func (r11 S1) N(p12 int) {

}

func F0() (r0 func(*int)) {
	go F2([]int{*G1})
	var v13 I0 = &S0{f1: func() *int {
		return new(int)
	}}
	_ = v13
	v14 := ""
	_ = v14
	var v15 I0 = S1{}
	_ = v15
	return
}

func F1(p16 func(*int), p17 S0, p18 S1) func() *int {
	if v19 := (&S0{}); v19 != nil {
		v19 = &p17
		p18 := p18
		_ = p18
		v20 := (*v19.f0 + 4)
		_ = v20
	}
	p17 = S0{f0: G1}
	p16 = func(p21 *int) {

	}
	return F1(F0(), p18.f0, p18)
}

func F2(p22 []int) (r0 chan *S1) {
	(<-r0).M1(nil, make(chan *int, 0))
	return
}
