package p

type S0 struct {
	f0 []*int
}

type I0 interface {
	N(int)
}

var G0 [3]int

var G1 S0

func (r1 *S0) M0(p2 **int, p3 **int) (r0 func() int) {
	v4 := "bc"
	_ = v4
	if G1.f0 != nil {
		return r0
	}
	G1.f0[0] = *p2
	return
}

func (r5 S0) M1(p6 **int, p7 *S0) {
	p6 = &G1.f0[0]
	for _, v9 := range p7.f0 {
		_ = v9
	}
}

func (r10 *S0) N(p11 int) {
	var v12 int
	r10.f0 = append(r10.f0, G1.f0[0])
	r10.f0[0] = &v12
}

func F0(p13 *int, p14 *S0, p15 [3]*int) *S0 {
	v16 := p15
	v16[1] = v16[1]
	return p14
}

func F1(p17 func() int) *int {
	G1.f0 = append(G1.f0, &G0[1])
	p17, p17 = p17, p17
	G0[1] += G0[1]
	F0(&G0[1], &G1, [3]*int{&G0[1]})
	return &G0[1]
}

func F2(p18 func() *int, p19 *int) (r0 interface{}, r1 interface{}) {
	v20 := r1.(string)
	_ = v20
	return r1, &S0{}
}

func F3(p21 [3]int, p22 func(*int), p23 ...int) {
	go func(p24 *int) {
		var v25 [3]*int
		_ = v25
	}(&G0[1])
}
