package p

import "fmt"

type S0 struct {
	f0 *S0
	f1 *S0
}

type S1 struct {
	f0 interface{}
}

type I0 interface {
	N(*int) *int
}

var G0 []*int = []*int{}

var G1 map[string]*S0

func (r1 *S0) M0(p2 []int, p3 *S0) (r0 **S1) {
	return &*r0
}

func (r4 S0) M1(p5 []*int, p6 **S1) {
	v7, v8 := F1([]int{}, (5 + *p5[0]), &G0[0])
	_ = v8
	v9 := v7.(map[string]*int)
	_ = v9
}

func (r10 *S0) N(p11 *int) (r0 *int) {
	switch 0 {
	case 0:
		for 7 < 6 {
			for v12, v13 := range G1 {
				_ = v12
				v13.f0, v13.f0.f0 = (*v13).f1, &S0{f1: &*v13.f1}
				if G0[0] != nil {
					return &*p11
				}
				*G0[0] += *p11
				if *G0[0] < 4 {
					continue
				}
			}
		}
		for v14 := 0; v14 < 3; v14++ {
		}
	case 1:
	case 2:
	}
	v15 := ""
	_ = v15
	return
}

func (r16 S1) N(p17 *int) (r0 *int) {
	v18 := G0[0]
	_ = v18
	v19, v20 := F2(r16.f0, G1["k"].f1)
	_ = v19
	_ = v20
	for v21 := 0; v21 < 3; v21++ {
	}
	return p17
}

func F0(p22 int, p23 []*int) map[string]*int {
	var v24 S1 = S1{}
	v24 = v24
	return F4()
}

func F1(p25 []int, p26 int, p27 **int) (interface{}, map[string]*S0) {
	v28 := p25
	if **p27 == 8 {
		return S1{}, make(map[string]*S0)
	}
	func(p29 *int) {

	}(*p27)
outer30:
	for {
		if p25[0] == 1 {
		}
		v31, v32 := F3([3]int{len(p25), v28[0]}, F0(len(p25), G0))
		_ = v31
		_ = v32
		for {
			if G1 != nil {
				return p25, map[string]*S0{"k": G1["k"].f1}
			}
			if G1 != nil {
				break outer30
			}
		}
	}
	p27 = p27
	copy(G0, G0)
	return &S1{}, G1
}

//go:noinline
func F2(_ interface{}, p33 *S0) (map[string]*S0, string) {
	if v34 := new(*S1); v34 != nil {
		for v35, v36 := range G0 {
			_ = v35
			go func(p37 *int) {
				*v34 = &S1{}
				v38, v39 := F3([3]int{1}, map[string]*int{"k": nil})
				_ = v38
				_ = v39
			}(v36)
			v40 := F4()
			_ = v40
			p33.f1, p33 = &S0{f0: &*p33.f1}, new(S0)
		}
		G0 = append(G0, []*int{}...)
		v34 := v34
		_ = v34
	} else {
	again41:
		{
		}
		if *G0[0] == 1 {
			goto again41
		}
		*p33, *p33.f1 = *p33.f0, *p33.f0
	}
again42:
	{
	}
	if *G0[0] < 5 {
		goto again42
	}
	for v43, v44 := range G1 {
		_ = v43
		_ = v44
	}
	return G1, fmt.Sprint(S0{})
}

func F3(p45 [3]int, p46 map[string]*int) (r0 S0, r1 int) {
	return
}

func F4() map[string]*int {
	if *G0[0] == 4 {
		v47 := G1
		v48 := *v47["k"]
		switch *G0[0] {
		case 0:
			v48.M1(append(G0, &*G0[0]), v48.f1.M0([]int{}, v48.f1.f0))
			v49 := S0{f1: &v48}
			_ = v49
		case 1:
		default:
		}
	}
	v50 := G1["k"].f0
	if 5 < 8 {
		v50 := v50
		_ = v50
	}
	if v50.f1 != nil {
		F1([]int{}, *G0[0], &G0[0])
		G1["k"].f0, G1["k"].f0 = &S0{f0: v50.f0.f1}, &S0{f0: nil, f1: v50.f0}
	}
	switch *G0[0] {
	case 0:
		for v51 := 0; v51 < 3; v51++ {
			if G1["k"] != nil {
				break
			}
		}
	}
	return F4()
}
