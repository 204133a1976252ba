package p

type S0 struct {
	f0 *int
	f1 [3]*int
	f2 [3]*int
	f3 *S0
}

type S1 struct {
	f0 *int
	f1 func() *int
}

type S2 struct {
	f0 []int
	f1 interface{}
}

var G0 *int = new(int)

var G1 *int = new(int)

var G2 []int = []int{}

func F0(_ S0, p1 [3]*int, p2 S1) (*int, func() *int) {
	return &G2[0], p2.f1
}

func F1(p3 *int) {
	if G0 != nil {
		return
	}
	v4 := &S0{f2: [3]*int{G1, G1}}
	_ = v4
}

func F2(_ S2) (S0, *int) {
	G2 = append(G2, (len(G2) & *G0))
	switch *G1 {
	case 0:
	case 1:
		v5 := []S0{S0{f0: new(int), f2: [3]*int{&*G1, &G2[0]}, f3: &S0{}}}
		_ = v5
	case 2:
	default:
		var v6 string
		_ = v6
	}
	v7 := new(S0)
	v8 := S2{f0: make([]int, 2), f1: nil}
	_ = v8
	return S0{f1: v7.f2, f3: &*v7}, G0
}

func F3() (map[string]*S1, S1) {
	v10 := S1{f1: func() *int {
		v9 := &*G0
		_ = v9
		return G0
	}}
	if G1 != nil {
		return make(map[string]*S1), v10
	}
	return map[string]*S1{"k": &v10}, v10
}

func F4(p11 []S0, p12 func() *int, p13 interface{}) []int {
	return F4(p11, p12, p13)
}
