package p

import "fmt"

type S0 struct {
	f0 func(*int)
	f1 **int
	f2 map[string]int
}

type S1 struct {
	f0 S0
	f1 []*int
	f2 func(*int)
}

type S2 struct {
	f0 **int
	f1 S1
}

type I0 interface {
	N(*int)
}

var G0 func(*int)

var G1 *int = new(int)

func (r1 S1) M0() (r0 S2) {
	F2()
	if 1 < 6 {
		return r0.f1.M0()
	}
	r1.f0 = r1.f0
	return r0
}

//go:noinline
func (r2 *S0) N(p3 *int) {
	v4 := []*S1{nil}
	_ = v4
}

func (r5 *S1) N(p6 *int) {
	r5 = r5
}

//go:noinline
func F0() {
	var v7 S0 = S0{f0: G0}
	for v8 := 0; v8 < 3; v8++ {
		*G1 = v8
		if v9 := (I0(&S0{})); interface{}(v9) != nil {
		} else {
			*G1 = *G1
		}
	}
	v7.f1 = v7.f1
	G1 = F5()
	v7 = S0{f0: func(p10 *int) {
		v11 := G0
		_ = v11
	}, f1: &G1}
	var v12 interface{} = nil
	_ = v12
}

func F1(p13 []*S2, p14 map[string]int) *S0 {
	return &S0{f0: G0}
}

func F2() (S1, *S0) {
	defer func(p15 int) {
		var v16 I0 = &S1{f0: S0{}, f1: nil}
		_ = v16
	}(*G1)
	G0, G0 = func(p17 *int) {
	again18:
		{
		}
		if G1 != nil {
			goto again18
		}
	}, func(p19 *int) {

	}
	v20, v21 := F2()
	return S1{f2: func(p22 *int) {
		v20.f0.f2 = map[string]int{"k": *p22}
		F1([]*S2{new(S2), &S2{}}, v20.f0.f2)
	}}, v21
}

func F3() (*S0, *S0) {
	for G0 != nil {
		for v23 := 0; v23 < 3; v23++ {
			F4()
		}
		F3()
		v24 := &*G1
		_ = v24
	}
	for *G1 < 3 {
		fmt.Println([]int{})
		v25 := F4()
		_ = v25
	}
	v26 := []*int{G1}
	_ = v26
	return F1(nil, map[string]int{"k": 7}), F1([]*S2{nil, &S2{}}, map[string]int{"k": *G1})
}

func F4() []int {
	return F4()
}

func F5() (r0 *int) {
	return
}
