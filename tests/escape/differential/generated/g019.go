package p

type S0 struct {
	f0 interface{}
	f1 int
	f2 *S0
}

type S1 struct {
	f0 *int
	f1 []int
}

type I0 interface {
	N(int)
}

var G0 int

var G1 string

//go:noinline
func (r1 S1) M0() *S0 {
	defer r1.N(0)
	return r1.M0()
}

func (r2 *S0) N(_ int) {
	switch v3 := r2.f0.(type) {
	case S1:
		for v4 := 0; v4 < 3; v4++ {
			v4 := v4
			_ = v4
			for v5, _ := range G1 {
				_ = v5
				copy(v3.f1, []int{})
				go func(p6 *int) {
					go func() {

					}()
				}(nil)
				if 3 == 3 {
					continue
				}
			}
			if r2 != nil {
				_ = (**int)(nil)
			}
			if r2.f0 != nil {
				break
			}
		}
		(*r2).f2 = &*r2
	default:
		_ = v3
	}
	v7 := (**int)(nil)
	_ = v7
}

func (r8 *S1) N(p9 int) {

}

//go:noinline
func F0() {

}

func F1() S1 {
	switch G0 {
	case 0:
		v10 := (func() *int)(nil)
		_ = v10
	case 1:
		switch G0 {
		case 0:
		case 1:
			v11 := make(chan *S0, 1)
			_ = v11
		case 2:
			var v12 S1 = F1()
			_ = v12
		default:
		}
	default:
		func(p13 int) {
			G1 = "bc" + ""
			F3([]int{5})
		}(G0)
		v14 := make(chan *S0, 1)
		_ = v14
	}
	var v15 I0 = &S0{}
	_ = v15
	v16 := []int{G0}
	if v16 != nil {
		v17 := &S0{f0: [3]*int{&G0, &v16[0]}, f1: 8}
		defer func(p18 int) {

		}(v17.f1)
	} else {
	}
	return S1{f0: nil, f1: v16}
}

func F2(p19 []*int, p20 *S0, p21 **int) {
	switch v22 := p20.f0.(type) {
	case string:
		_ = v22
		var v23 interface{} = (*p20).f0
		_ = v23
	default:
		_ = v22
	}
	(*p20).N(p20.f2.f1)
	if p20.f0 != nil {
		if p19 != nil {
			return
		}
	}
	F1()
	v24 := make(chan *S0, 0)
	_ = v24
}

func F3(p25 []int) *int {
	p25[0] = len(G1)
	G1 = G1
	for v26, _ := range G1 {
		_ = v26
	}
	return &G0
}
