package p

type S0 struct {
	f0 interface{}
	f1 interface{}
	f2 []*int
	f3 **int
}

type S1 struct {
	f0 []int
	f1 *S1
	f2 []*S0
	f3 *S0
}

type S2 struct {
	f0 S0
	f1 *S0
}

type I0 interface {
	N(*int) *int
}

var G0 **int = new(*int)

func (r1 S2) M0() {

}

func (r2 *S0) N(p3 *int) *int {
	if *p3 < 2 {
		return &*p3
	}
again4:
	{
		if *G0 != nil {
			for v5 := 0; v5 < 3; v5++ {
				for v6 := 0; v6 < 3; v6++ {
					for v7 := 0; v7 < 3; v7++ {
					}
					r2.f1 = nil
					*r2, *r2 = *r2, *r2
					if *p3 == 2 {
						break
					}
				}
			}
			if **G0 == 8 {
				return *r2.f3
			}
		}
	}
	if *p3 < 6 {
		goto again4
	}
	v9 := func(p8 *int) {

	}
	_ = v9
	return &**G0
}

func (r10 *S1) N(p11 *int) (r0 *int) {
	_ = S2{f0: *r10.f3}
	func(p12 int) {

	}(r10.f0[0])
	return
}

func F0(p13 int, p14 *int) string {
	if p14 != nil {
	} else {
		v17 := func(p15 *int) {
			G0 = new(*int)
			v16 := S1{f1: new(S1), f3: new(S0)}
			_ = v16
		}
		_ = v17
		v18 := []*S0{&S0{}}
		_ = v18
	}
	v19 := []*S0{new(S0), &S0{f1: []*S0{nil, nil}, f3: G0}}
	v20 := []int{p13}
	for _, v22 := range v20 {
		_ = v22
	}
	v23 := &*v19[0]
	_ = v23
	return "a" + ""
}

func F1(p24 ...*int) []S1 {
	v25 := make([]int, *p24[0])
	_ = v25
	return F2([]S1{S1{}}, F3(), &S0{})
}

func F2(p26 []S1, p27 S1, p28 ...interface{}) []S1 {
	switch v29 := p28[0].(type) {
	case string:
		_ = v29
	case [3]*int:
		_ = v29
	default:
		_ = v29
	}
	p27.f0[0]++
	v31 := func(p30 *int) {

	}
	_ = v31
	if v32 := (I0(&S0{})); interface{}(v32) != nil {
	}
	v33 := [3]*int{*G0}
	p26[0].f2 = append(p26[0].f2, make([]*S0, *v33[1])...)
	return make([]S1, 2)
}

func F3() S1 {
	switch **G0 {
	case 0:
	case 1:
		G0 = &*G0
	case 2:
		v34 := S0{f0: nil, f2: make([]*int, **G0)}
		_ = v34
	}
	var v35 *S0
	(*v35).f0 = v35
	(*v35).f2 = append((*v35).f2, (*v35).f2...)
	v36 := []*S2{&S2{}}
	_ = v36
	return S1{f2: []*S0{v35}}
}

func F4(p37 [3]*int, p38 func(*int), p39 []int) (r0 [3]*int) {
	v40 := (*S0)(nil)
	v41 := S0{f2: v40.f2, f3: v40.f3}
	defer F2(make([]S1, 4), S1{f1: nil}, v41.f0)
	return
}
