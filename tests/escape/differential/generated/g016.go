package p

type S0 struct {
	f0 int
	f1 *int
	f2 *S0
}

type S1 struct {
	f0 *int
	f1 int
	f2 map[string]*int
}

type S2 struct {
	f0 *S1
	f1 *S2
	f2 *S1
}

type I0 interface {
	N(*int) *int
}

var G0 []int

var G1 map[string]*int

func (r1 *S0) N(p2 *int) *int {
	G0 = append(G0, r1.f2.f0)
	var v3 *int = G1["k"]
	_ = v3
	*p2 = *r1.f1
	return G1["k"]
}

func (r4 *S1) N(p5 *int) *int {
	for *G1["k"] == 7 {
		if G1 != nil {
		}
	}
	func(p6 int) {
		r4 = &*r4
		p5 := p5
		_ = p5
	}(1)
	go func() {
		if r4 != nil {
		}
		copy(G0, G0)
	}()
	return r4.f2["k"]
}

func F0(p7 S2, p8 []*int) S0 {
	p7.f0.f1, p7.f2.f1 = (1 - p7.f0.f1), *p8[0]
	var v9 int = p7.f0.f1
	_ = v9
	if *p8[0] < 8 {
		return F0(S2{f2: new(S1)}, p8)
	}
	p7 = S2{}
	p8 = append(p8, p7.f0.N(G1["k"]))
	return S0{}
}

func F1(p10 map[string]*int, p11 *S0, p12 *S1) {
	(*p12).f0 = &p11.f0
	for v13 := 0; v13 < 3; v13++ {
		p12.f2 = make(map[string]*int)
		if p12.f0 != nil {
			continue
		}
	}
	p11.f2.f2 = &*p11
again14:
	{
	}
	if G1["k"] != nil {
		goto again14
	}
	v15 := G0[:1]
	_ = v15
	v16 := p11
	_ = v16
}

func F2() {
	G0 = append(G0, G0[0])
	v17 := func() int {
		return 2
	}
	_ = v17
	F2()
}

func F3(p18 *S0) {
	(*p18).N(new(int))
}

func F4(p19 *S0, p20 interface{}, p21 interface{}) [3]*int {
	v22 := G0
	_ = v22
	v23 := ""
	_ = v23
	G0 = append(G0, p19.f0)
	return F4((*p19).f2, []int{(*p19).f0}, S0{})
}
