package p

type S0 struct {
	f0 *S0
	f1 func() int
	f2 *int
}

type S1 struct {
	f0 *int
	f1 []int
	f2 S0
	f3 *int
}

var G0 func(*int)

//go:noinline
func (r1 *S0) M0(p2 S0, p3 []*int) **int {
	v5 := func() int {
		if v4 := &r1.f0; v4 != nil {
		} else {
		}
		if r1 != nil {
			return r1.f1()
		}
		return 5
	}
	_ = v5
	for v6 := 0; v6 < 3; v6++ {
		p2.f0.f2, r1.f0.f2 = p3[0], &v6
	}
	return (*r1).M0(p2, p3)
}

func (r7 *S1) M1() {

}

func F0() (r0 *S0, r1 int) {
	F1(make([]*S1, *r0.f2), ""+"")
	v8 := *r0
	var v9 interface{} = []int{2, 3}
	if 7 == 5 {
		_ = S0{f1: nil, f2: r0.f2}
		defer r0.f1()
		switch v10 := v9.(type) {
		case S1:
			_ = v10
		case *int:
			_ = v10
		default:
			_ = v10
		}
	}
	v8 = *v8.f0
	return v8.f0, v8.f1()
}

func F1(p11 []*S1, p12 ...string) S1 {
	p11[0].f2 = p11[0].f2
	return F1([]*S1{}, "")
}
