package p

type S0 struct {
	f0 interface{}
	f1 string
	f2 *S0
	f3 int
}

type S1 struct {
	f0 *S0
	f1 string
	f2 **S1
	f3 **int
}

type S2 struct {
	f0 *int
	f1 []int
	f2 string
}

var G0 func() int

var G1 S0

var G2 func(*int)

func (r1 *S0) M0(p2 S1) S2 {
	return S2{f0: &G1.f3}
}

func F0(p3 **int) {
	v4 := []*S2{&S2{f0: &**p3}, &S2{f1: []int{4, len(G1.f1)}, f2: G1.f1}}
	v5 := G1.f2
	(*v5).M0(S1{f1: v4[0].f2, f2: nil})
	switch v6 := G1.f0.(type) {
	case func() *int:
		_ = v6
	default:
		_ = v6
	}
}

func F1(p7 S2, p8 [3]*int, p9 *S0) {
	if G1.f3 == 2 {
		return
	}
	v10 := p9.f0.(**int)
	_ = v10
	v11 := p9.f2.f1 + p9.f1
	_ = v11
}
