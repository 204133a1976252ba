package p

type S0 struct {
	f0 *int
}

type S1 struct {
	f0 [3]int
	f1 *int
	f2 []int
	f3 map[string]*int
}

type S2 struct {
	f0 func() int
}

type I0 interface {
	N(interface{}) int
}

var G0 int

var G1 func() int

//go:noinline
func (r1 *S2) M0() {
	r1.f0 = (*r1).f0
}

func (r2 S0) M1() {
	go func(p3 *int) {

	}(nil)
	G0++
	for v4 := 0; v4 < 3; v4++ {
	}
}

func (r5 *S0) N(p6 interface{}) int {
	if v7, v8 := p6.(*S0); v8 {
		v9 := make(map[string]*S2)
		for v10, v11 := range v9 {
			_ = v10
			_ = v11
			v12 := [3]int{G0, *v7.f0}
			_ = v12
			if *v7.f0 != 0 {
				break
			}
		}
	}
	var v13 S2
	_ = v13
	v14 := []int{G0}
	return v14[0]
}

func (r15 *S1) N(_ interface{}) (r0 int) {
	r15.f2[0] = r15.f2[0]
	if G1 != nil {
		G1 = G1
	}
	for v16 := 0; v16 < 3; v16++ {
		r15.f2 = []int{*r15.f1, r15.f2[0]}
		F2(nil)
		r0 = r15.f0[1]
	}
	return
}

func F0(p17 *int) []*int {
	switch 5 {
	case 0:
		var v18 I0 = (*S1)(nil)
		_ = v18
		v19 := map[string]*int{"k": p17}
		_ = v19
	default:
		if 9 == 4 {
			v20 := &p17
			_ = v20
			defer F0(&G0)
		}
	}
	G0 = *p17
	var v21 [3]int
	_ = v21
	var v22 [3]int
	_ = v22
	return []*int{}
}

func F1(p23 S2) (string, *S0) {
	if v24 := (map[string]*S2{"k": &p23}); interface{}(v24) != nil {
	} else {
		var v25 *int = &G0
		_ = v25
	}
	G0++
	p23.f0()
	if G0 == 8 {
		v26, v27 := F1(p23)
		_ = v26
		_ = v27
	} else {
		if p23.f0 != nil {
			return "", &S0{}
		}
		G0++
	}
	v28 := map[string]int{"k": G0}
	_ = v28
	var v29 *S0 = &S0{f0: &G0}
	_ = v29
	return "a" + "bc", &S0{}
}

func F2(p30 **S0) ([]*int, *int) {
	*p30 = &**p30
	p30, p30 = &*p30, p30
	return []*int{(*p30).f0, new(int)}, (*p30).f0
}
