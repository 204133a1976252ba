package p

type S0 struct {
	f0 int
	f1 string
	f2 **int
	f3 *S0
}

type S1 struct {
	f0 interface{}
	f1 *S1
	f2 S0
	f3 func() int
}

type S2 struct {
	f0 *S0
	f1 *S2
	f2 *S0
	f3 int
}

type I0 interface {
	N(int) *int
}

var G0 []int = []int{}

func (r1 *S2) M0() *int {
	if r1 != nil {
	} else {
	}
	for v2 := 0; v2 < 3; v2++ {
		for v3 := 0; v3 < 3; v3++ {
		}
	}
	return &r1.f3
}

func (r4 *S0) N(p5 int) *int {
	switch p5 {
	case 0:
		if r4 != nil {
			return &(*r4).f0
		}
	default:
		G0[0] = p5
		r4.f3.f3 = r4.f3
	}
	return *r4.f2
}

//go:noinline
func (r6 *S1) N(p7 int) *int {
	return new(int)
}

func F0(p8 chan *int) (r0 **S1, r1 *S0) {
	v9 := **r0
	_ = v9
	func() {

	}()
	return &(*r0).f1, &(*r0).f2
}

//go:noinline
func F1(p10 *int) *int {
	return &G0[0]
}

//go:noinline
func F2(p11 func() *int, p12 func() int, p13 *S0) (r0 **S1) {
	p13.f3.f2 = nil
	var v14 *S2 = &S2{f1: nil}
	return F2(func() *int {
		(*v14).f0 = &*p13
		for _, v16 := range G0 {
			_ = v16
			if r0 != nil {
				break
			}
		}
		return *p13.f2
	}, (*r0).f3, &*p13)
}
