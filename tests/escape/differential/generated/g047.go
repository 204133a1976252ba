package p

type S0 struct {
	f0 *int
	f1 [3]int
	f2 [3]int
}

type S1 struct {
	f0 map[string]*int
	f1 []*int
}

var G0 *S0

var G1 S0

var G2 *int

func F0() (r0 []*int, r1 []int) {
	if r1[0] != 1 {
		return r0, r1
	}
	r1 = append(r1, r1[0])
	F1([3]*int{&*G0.f0, &G0.f1[1]})
	return
}

func F1(p1 interface{}) (r0 []*int) {
	F1(p1)
	if G0 != nil {
		if v2, v3 := p1.(*S0); v3 {
			_ = v2
		}
		F2()
		r0 = append(r0, G0.f0)
	}
	r0 = append(r0, (*G0).f0)
	r0 = append(r0, G1.f0)
	G1 = G1
	v4, v5 := F0()
	_ = v4
	_ = v5
	return F1(r0)
}

//go:noinline
func F2() {
	G0.f2 = [3]int{}
	v6, v7 := F0()
	_ = v6
	_ = v7
}
