package p

type S0 struct {
	f0 map[string]int
	f1 []S0
	f2 func() int
	f3 interface{}
}

type S1 struct {
	f0 map[string]int
	f1 int
	f2 string
	f3 []S0
}

type S2 struct {
	f0 *int
	f1 []S0
	f2 map[string]int
	f3 []*int
}

type I0 interface {
	N(interface{})
}

var G0 S2

func (r1 S2) M0() {
	var v2 *int = &*r1.f0
	_ = v2
}

//go:noinline
func (r3 S0) M1(p4 []*int, p5 func() int) {
	r3.N(r3.f3)
	F3()
}

func (r6 *S0) N(p7 interface{}) {
	v8 := new(int)
	_ = v8
	*G0.f0, r6.f0["k"] = r6.f2(), r6.f2()
}

func (r9 S1) N(p10 interface{}) {
	switch v11 := p10.(type) {
	case []*S2:
		_ = v11
		F2()
		var v12 []int
		_ = v12
	case string:
		_ = v11
	default:
		_ = v11
	}
}

func F0(p13 interface{}) S1 {
	if 7 != 4 {
		for p13 != nil {
			p13 = p13
			var v14 int
			_ = v14
		}
		G0.f0 = G0.f3[0]
	}
	v15 := []*S2{}
	v16 := S2{f0: v15[0].f0, f1: []S0{}, f3: append(G0.f3, new(int))}
	_ = v16
	F2()
	if v17, v18 := p13.(I0); v18 {
		_ = v17
		delete(G0.f2, "k")
	}
	return S1{f1: G0.f2["k"]}
}

func F1(p19 []*int, p20 *S0) map[string]int {
	return (*p20).f0
}

func F2() *int {
	for _, v22 := range G0.f1 {
		_ = v22
	}
	G0.f3 = append(G0.f3, G0.f0)
	F3()
	G0.f0 = &*G0.f0
	var v23 []*S2
	_ = v23
	v24 := []int{len(G0.f2)}
	_ = v24
	return G0.f3[0]
}

func F3() (r0 []*S1) {
	return make([]*S1, *G0.f0)
}
