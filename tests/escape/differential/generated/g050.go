package p

import "fmt"

type S0 struct {
	f0 []*int
}

type S1 struct {
	f0 func() int
	f1 func() int
	f2 *S0
	f3 interface{}
}

type I0 interface {
	N(int)
}

var G0 func(*int)

func (r1 S0) M0(p2 []S0, p3 *int) []int {
	return []int{(*p3 + *p3), *p3}
}

//go:noinline
func (r4 S1) M1(p5 chan *int, p6 chan *int) *int {
	return &*<-p6
}

func (r7 *S0) N(p8 int) {
	var v9 *int = &p8
	_ = v9
}

func (r10 S1) N(p11 int) {

}

func F0() (r0 []S0, r1 string) {
	r0[0].f0 = append(r0[0].f0, nil)
	r0[0].f0 = r0[0].f0
	r0[0], r0[0] = r0[0], r0[0]
	fmt.Println([]*S1{})
	switch 7 {
	case 0:
		var v12 *S0 = &r0[0]
		_ = v12
		G0 = G0
	}
	return r0, "a"
}

func F1(p13 *int, p14 S1, p15 interface{}) (*int, *int) {
	v16 := p15.(*S0)
	if p14.f0 != nil {
		p13, v16.f0[0] = nil, p14.M1(nil, nil)
		defer func(p17 *int) {
			v18 := &v16.f0[0]
			_ = v18
		}(&*p13)
		*p14.f2 = *p14.f2
	} else {
	}
	for v19 := 0; v19 < 3; v19++ {
		v20 := *v16
		_ = v20
	}
	return &*p13, p13
}

func F2(_ int) (r0 []*int) {
	return
}

func F3() (r0 S1) {
	return F3()
}
