package p

type S0 struct {
	f0 **S0
}

type S1 struct {
	f0 []*int
	f1 func(*int)
	f2 *S0
	f3 S0
}

type I0 interface {
	N(int) int
}

var G0 map[string]int

func (r1 *S0) N(p2 int) int {
	(*r1).N(9)
	return p2
}

func (r3 *S1) N(p4 int) int {
	return len(r3.f0)
}

func F0() (r0 map[string]int, r1 int) {
	v5 := new(*S0)
	for v6, v7 := range r0 {
		_ = v6
		_ = v7
	}
	r1 = (*v5).N(1)
	v10 := F3(func(p8 *int) {
		defer F3(func(p9 *int) {

		})
	})
	r0["k"] += v10
	return r0, v10
}

func F1() (r0 interface{}) {
	return r0
}

func F2(p11 S1, p12 func(*int)) *S1 {
	return &p11
}

func F3(_ func(*int)) int {
	var v13 **int = new(*int)
	*v13 = *v13
	return **v13
}

func F4(p14 S1, p15 map[string]int, p16 *S0) (r0 func(*int)) {
	return
}
