package p

import "fmt"

type S0 struct {
	f0 **int
	f1 *int
}

type S1 struct {
	f0 *S0
	f1 []int
	f2 S0
	f3 **int
}

type S2 struct {
	f0 *S2
	f1 []int
	f2 []int
	f3 S1
}

type I0 interface {
	N(int) *int
}

var G0 string

var G1 []int

func (r1 *S2) M0(p2 interface{}, p3 *S0) *S0 {
	return &S0{f0: r1.f3.f3, f1: new(int)}
}

func (r4 *S0) N(p5 int) *int {
	return new(int)
}

func (r6 S1) N(p7 int) *int {
again8:
	{
	}
	if r6.f1[0] == 8 {
		goto again8
	}
	return &G1[0]
}

//go:noinline
func F0(p9 func() int, p10 func() int, p11 int) (r0 []*int) {
	v12 := new(*int)
	_ = v12
	return
}

func F1(p13 *S1, p14 *S0) []S2 {
	p14 = p13.f0
	for p14.f1 != nil {
		var v15 []S2 = F1(p13, (*p13).f0)
		_ = v15
		p13.f0.N(len(G1))
		fmt.Println([]*int{*p13.f3, *p13.f3})
	}
	v18 := func(p16 *int) {
		var v17 []int = (*p13).f1
		_ = v17
	}
	_ = v18
	p13.f2 = S0{f0: &*p13.f3}
	return []S2{S2{f1: G1, f3: S1{}}}
}

func F2(_ *S0, p19 *int, p20 *S0) {
	v21 := make([]S2, 4)
	_ = v21
	for G1[0] != 8 {
	}
	if *p20.f1 < 0 {
	}
}

func F3() {
	G1 = G1[:1]
	G1[0] = G1[0]
	var v27 func() int = func() int {
		switch 8 {
		case 0:
			switch G1[0] {
			case 0:
				var v22 *S0 = new(S0)
				_ = v22
			case 1:
				v26 := func(p23 *int) {
					var v24 S1
					_ = v24
					v25 := "a"
					_ = v25
				}
				_ = v26
			}
		case 1:
		}
		return G1[0]
	}
	_ = v27
	G1 = append(G1, G1[0])
	v28 := []S2{}
	_ = v28
}

func F4() []S2 {
	return F4()
}
