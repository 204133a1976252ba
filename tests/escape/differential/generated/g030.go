package p

type S0 struct {
	f0 *S0
	f1 **int
	f2 *S0
}

type S1 struct {
	f0 [3]*int
}

type I0 interface {
	N(int) *int
}

var G0 string

var G1 [3]*int

func (r1 *S0) N(p2 int) (r0 *int) {
	r1.f0.f1 = r1.f1
	return
}

func (r3 *S1) N(p4 int) *int {
	v5 := *r3
	var v6 I0 = nil
	_ = v6
	return v5.f0[1]
}

func F0() string {
	var v7 I0 = &S0{f0: &S0{}}
	_ = v7
	var v8 I0 = &S0{}
	_ = v8
	*G1[1] += *G1[1]
	if v9 := ([]S1)(nil); interface{}(v9) != nil {
		G0 = G0
		v9 := v9
		_ = v9
	}
	return "bc"
}

func F1(p10 int, p11 map[string]int) []int {
	var v12 *S0
	_ = v12
	return make([]int, len(p11))
}

func F2(p13 *S0) *S0 {
	v14 := p13
	var v15 []int = nil
	if 2 != 0 {
		return &*p13
	}
	if G1[1] != nil {
		v15 := v15
		_ = v15
		for v16, _ := range G0 {
			_ = v16
			v14.f2.f1 = &G1[1]
		}
	} else {
		v17 := S0{f1: (*p13).f1, f2: p13}
		_ = v17
		v18 := G0
		_ = v18
	}
	return &*p13.f2
}

//go:noinline
func F3() {
	func(p19 *int) {

	}(nil)
	*G1[1]++
	var v20 map[string]int = map[string]int{"k": *G1[1]}
	_ = v20
}

func F4(p21 map[string]int, p22 []S1) []int {
	return F4(p21, append(p22, p22[0]))
}
