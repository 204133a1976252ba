package p

type S0 struct {
	f0 **int
	f1 *S0
	f2 []int
}

type S1 struct {
	f0 string
	f1 *S0
}

type I0 interface {
	N(int)
}

var G0 []S1

var G1 interface{} = new(int)

var G2 func() int

func (r1 S1) M0() map[string]*S0 {
	v2 := r1.f1.f0
	_ = v2
	F1(*r1.f1, r1)
	return G0[0].M0()
}

func (r3 S1) M1(p4 S1) (r0 string) {
	if r3.f1 != nil {
		p4.f1.f2 = append(p4.f1.f2, []int{1, 9}...)
		v5 := *p4.f1
		_ = v5
	}
	return
}

func (r6 *S0) N(p7 int) {
	G0[0] = G0[0]
}

func (r8 *S1) N(p9 int) {

}

//go:noinline
func F0(p10 interface{}) {
	v11 := G0[:1]
	_ = v11
}

func F1(p12 S0, p13 S1) [3]int {
	v14 := G0
	_ = v14
	return F1(*p12.f1, p13)
}

func F2(p15 **int, p16 S1) (map[string]*S0, *S0) {
	for v17 := 0; v17 < 3; v17++ {
	}
	return make(map[string]*S0), &*p16.f1
}

func F3() (int, *int) {
	return G2(), F4(len(G0), S0{f1: G0[0].f1}, nil)
}

func F4(p18 int, p19 S0, p20 map[string]*int) *int {
	G0[0].f0 = "" + G0[0].f0
	return &p19.f2[0]
}

func F5(_ []S1) []int {
	if 8 == 1 {
		if 6 != 8 {
			if G1 != nil {
				return make([]int, 4)
			}
			v21 := G0[0]
			_ = v21
		}
		for v22 := 0; v22 < 3; v22++ {
			v23 := &S0{f1: &S0{f0: nil, f1: new(S0)}}
			for _, v25 := range v23.f2 {
				_ = v25
			}
			if G2 != nil {
				break
			}
		}
		v26, v27 := F2(nil, S1{f0: "a", f1: new(S0)})
		_ = v26
		_ = v27
	} else {
		G0[0].f0 += G0[0].f0 + G0[0].f0
		G0 = append(G0, G0[0])
	}
	if G0 != nil {
		go func(p28 int) {

		}(7)
		G0[0] = G0[0]
		switch v29 := G1.(type) {
		case **int:
			_ = v29
		case S1:
			_ = v29
		default:
			_ = v29
		}
	} else {
	}
	return F5([]S1{S1{}, G0[0]})
}
