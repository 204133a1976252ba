package p

type S0 struct {
	f0 int
}

type I0 interface {
	N(int) *int
}

var G0 *S0

var G1 *int

func (r1 S0) M0() interface{} {
	if *G1 == 3 {
		r1 = *G0
		for G1 != nil {
			v2 := &G0.f0
			_ = v2
			v3 := [3]*int{}
			_ = v3
		}
		if G0 != nil {
		}
	}
	r1 = S0{f0: r1.f0}
	v4 := &G1
	return []*int{*v4, *v4}
}

func (r5 *S0) M1(p6 **int, p7 func() *int) interface{} {
	return new(*int)
}

func (r8 *S0) N(p9 int) *int {
	return G1
}

//go:noinline
func F0(p10 *int, p11 *S0) (r0 [3]int, r1 *S0) {
	v12 := p10
	_ = v12
	return r0, &S0{}
}

func F1(p13 string) (r0 int) {
	F3(G0.N(7), [3]*int{})
	return (*G0).f0
}

func F2(p14 *S0, p15 **int) interface{} {
	return p14.M1(p15, func() *int {
		return p14.N(p14.f0)
	})
}

func F3(p16 *int, p17 [3]*int) *S0 {
	*G1++
	G0, G0 = &*G0, F3(&G0.f0, p17)
	*p17[1] = F1("bc")
	F3(G0.N(7), p17)
	return F3(p16, p17)
}

//go:noinline
func F4(p18 *S0) (r0 *int) {
	v19 := make([]*int, 4)
	r0, G1 = G0.N((*G0).f0), F4(&S0{})
	switch 3 + len(v19) {
	case 0:
	default:
		*v19[0] = F1("")
		v19 = append(v19, G1)
	}
	if v20 := ""; interface{}(v20) != nil {
		v21 := ([]int)(nil)
		_ = v21
		var v22 interface{} = v19[0]
		_ = v22
	}
	r0, r0 = &G0.f0, nil
	if *G1 != 5 {
		(*p18).f0++
		for _, v24 := range v19 {
			_ = v24
			if v19[0] != nil {
				break
			}
		}
		go (*G0).N((*p18).f0)
	}
	return &G0.f0
}
