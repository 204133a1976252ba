package p

type S0 struct {
	f0 *S0
	f1 *S0
}

type S1 struct {
	f0 *int
	f1 *S1
	f2 []S0
	f3 string
}

var G0 *S1

//go:noinline
func F0() []int {
	v1 := [3]*int{new(int), (*G0).f0}
	_ = v1
	return []int{6}
}

func F1(_ *S1, p2 []S0, p3 *S0) S1 {
	F1(G0, G0.f2, &p2[0])
	p3.f0.f0, p3.f0 = p2[0].f0, &*p3.f0
	var v4 *S0
	v5 := v4.f1.f0
	_ = v5
	*v4.f0 = *p3.f1
	var v6 []int
	_ = v6
	return S1{f0: G0.f1.f0}
}

func F2() {

}

func F3(p7 S0, p8 int) {
	if *G0.f0 == 3 {
		return
	}
	for *G0.f0 != 4 {
	}
	v9 := S1{f0: G0.f0, f2: []S0{G0.f2[0], p7}}
	_ = v9
}
