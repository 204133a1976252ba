package p

import "fmt"

type S0 struct {
	f0 *S0
	f1 *int
	f2 *int
}

var G0 S0

var G1 interface{}

func (r1 *S0) M0(p2 interface{}) {
	var v3 func() *int = func() *int {
		if r1.f0 != nil {
		}
		return G0.M1(new(*int))
	}
	_ = v3
	v4 := &S0{f0: &*r1, f2: (*r1).f2}
	_ = v4
outer5:
	for {
		v7 := []int{}
		_ = v7
		for {
		again6:
			{
			}
			if 7 != 8 {
				goto again6
			}
			if *r1.f1 == 5 {
				break outer5
			}
		}
	}
}

func (r8 *S0) M1(p9 **int) *int {
	switch v10 := G1.(type) {
	case **int:
		_ = v10
		G0.f0.f2 = r8.f0.f2
		r8.f0.f2 = (*r8).f1
	default:
		_ = v10
	}
	return new(int)
}

func F0(_ **int, p11 **int) (chan *S0, *int) {
	if **p11 < 3 {
		**p11 += **p11
		fmt.Println(func() *int {
			G1 = G1
			return G0.M1(p11)
		})
		p11 := p11
		_ = p11
	}
	v12 := []*int{&**p11, G0.f0.M1(p11)}
	_ = v12
	var v13 *S0 = G0.f0
	return make(chan *S0, 2), v13.M1(p11)
}

func F1(p14 *int, p15 []*int) {

}
