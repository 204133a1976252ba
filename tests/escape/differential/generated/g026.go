package p

import "fmt"

type S0 struct {
	f0 func() int
	f1 *int
}

type S1 struct {
	f0 *int
	f1 *S0
	f2 func(*int)
}

type S2 struct {
	f0 **int
	f1 *int
}

type I0 interface {
	N(interface{})
}

var G0 int

func (r1 *S1) M0(p2 **int, p3 []int) func(*int) {
	return r1.M0(&r1.f0, p3)
}

func (r4 *S0) N(p5 interface{}) {
	var v6 I0 = r4
	_ = v6
	v7 := &G0
	_ = v7
}

func (r8 *S1) N(p9 interface{}) {
	v10 := func() int {
		return 4
	}
	_ = v10
	r8 = &*r8
}

func F0(p11 [3]*int, p12 *S0) {

}

func F1(p13 *S0, p14 func() *int) (func(*int), [3]*int) {
	*p13.f1 = p13.f0()
	var v15 func(*int) = F2()
	return v15, [3]*int{nil, p13.f1}
}

func F2() func(*int) {
	fmt.Println(func() int {
		return G0
	})
	G0 = 2
	G0 = G0
	defer func(p16 int) {
		func(p17 int) {
			p16 = 9
		}(G0)
	}(G0)
	G0 = G0
	return F2()
}
