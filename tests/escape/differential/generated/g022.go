package p

type S0 struct {
	f0 map[string]int
	f1 chan *int
	f2 *S0
	f3 []int
}

type S1 struct {
	f0 []S1
	f1 *S1
	f2 *S0
}

var G0 map[string]int = map[string]int{}

func F0(p1 []int) ([]S1, interface{}) {
	go func() {

	}()
outer2:
	for {
		p1 = p1
		for {
			if G0 != nil {
				v3 := make([]int, 4)
				_ = v3
			}
			if 8 != 1 {
				continue outer2
			}
		}
	}
	if G0["k"] == 5 {
		p1 = append(p1, p1...)
		p1[0] = p1[0]
	}
	delete(G0, "k")
	var v4 *S0
	return make([]S1, 2), func(p5 *int) {
		(*v4).f3 = append((*v4).f3, (G0["k"] + v4.f0["k"]))
		v4.f3 = append(v4.f3, []int{}...)
	}
}

//go:noinline
func F1(p6 ...int) string {
	G0, G0 = G0, G0
	v7 := &S0{f0: G0, f2: &S0{f0: map[string]int{"k": len(G0)}, f1: make(chan *int, 0), f2: nil, f3: p6}}
	(*v7).f3, v7.f3 = (*v7).f3, p6
	var v8 *int
	_ = v8
	v7.f2.f2 = &S0{f1: make(chan *int, 2), f2: new(S0), f3: v7.f3}
	return "bc" + "a" + "a"
}
