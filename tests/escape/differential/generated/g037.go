package p

type S0 struct {
	f0 *S0
	f1 int
	f2 string
}

type I0 interface {
	N(int) *int
}

var G0 *S0 = new(S0)

var G1 I0

func (r1 *S0) N(p2 int) *int {
	return &G0.f0.f1
}

func F0(p3 ...interface{}) (*S0, S0) {
	var v4 *S0
	_ = v4
	v5 := []int{4, 1}
	_ = v5
	v6 := G0.f0
	return (*v6).f0, *G0.f0
}

func F1(p7 *int, p8 int, _ ...*int) map[string]int {
	var v9 I0 = G1
	_ = v9
	G0.f2 = "a"
	return make(map[string]int)
}

func F2() {
	v10 := map[string]int{"k": G0.f1}
	G0.f0 = &S0{f0: G0.f0}
	go func(p11 *int) {
		v12 := make(map[string]int)
		_ = v12
	}(&G0.f1)
	if v10["k"] == 2 {
		return
	}
}

func F3() []*int {
	if len(G0.f2) == 7 {
		(*G0).f1 += 0
		switch 3 {
		case 0:
			defer G0.f0.N(len(G0.f2))
			v13 := &*G0
			_ = v13
		case 1:
			if G0 != nil {
				return F3()
			}
		default:
			go F1(new(int), G0.f1, &(*G0).f1)
		}
		var v14 [3]int
		_ = v14
	}
	go F3()
	if (*G0).f1 < 2 {
		(*G0).f2, (*G0).f2 = G0.f2, G0.f2
		v15 := new(*int)
		_ = v15
		switch 6 {
		case 0:
			*G0 = *G0
		case 1:
		case 2:
		}
	}
	return F3()
}

func F4() ([3]int, *S0) {
	switch 4 + (*G0).f1 {
	case 0:
		v16 := G0.f0.f0
		_ = v16
	}
	v17 := &(*G0).f1
	_ = v17
	return [3]int{}, &S0{f2: "a" + G0.f0.f2}
}
