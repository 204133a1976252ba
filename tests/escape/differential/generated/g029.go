package p

type S0 struct {
	f0 func(*int)
	f1 *int
}

var G0 interface{} = "a"

var G1 interface{}

func F0(p1 **int, p2 chan *S0) []int {
	v3 := &*<-p2
	_ = v3
	if 7 == 2 {
		if G0 != nil {
			return []int{}
		}
		for v4 := range p2 {
			_ = v4
		}
		var v5 func(*int)
		_ = v5
	}
	var v6 interface{} = G0
	_ = v6
	v3 = <-p2
	return []int{len(p2), **p1}
}

func F1(p7 ...*S0) {
	p7 = append(p7, &S0{})
	copy(p7, make([]*S0, len(p7)))
	F0(&p7[0].f1, make(chan *S0, 0))
	v8 := p7[0].f1
	v9 := &*p7[0]
	if v10 := &p7[0].f1; v10 != nil {
		v11 := "a" + "bc" + ""
		_ = v11
		p7 = append(p7, []*S0{&*p7[0]}...)
		go F2(G1, F2(G0, [3]int{*v8, *v8}, [3]int{7, *v9.f1}), F2(G0, [3]int{6, len(p7)}, [3]int{*v8}))
	} else {
		if *v9.f1 < 3 {
			go F2(func() int {
				return *v9.f1
			}, F2(nil, [3]int{len(p7)}, [3]int{}), F2(G1, [3]int{*v9.f1}, [3]int{}))
		}
	}
}

func F2(p12 interface{}, p13 [3]int, p14 [3]int) (r0 [3]int) {
	for v15 := 0; v15 < 3; v15++ {
		p14 = p14
		v16 := []int{}
		_ = v16
		if v15 < 1 {
		}
	}
	v17 := F2(G1, p14, [3]int{r0[1]})
	v18 := &p14[1]
	_ = v18
	switch p14[1] {
	case 0:
	case 1:
		p12 = 4
	case 2:
		v19 := F2(p12, [3]int{}, [3]int{9, r0[1]})
		v19 = v19
	}
	for v20 := 0; v20 < 3; v20++ {
		F1(&S0{f1: &v20}, new(S0))
		r0 = F2(S0{}, r0, v17)
		var v21 func() int
		_ = v21
	}
	return
}
