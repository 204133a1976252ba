package p

import "fmt"

type S0 struct {
	f0 []int
	f1 interface{}
	f2 string
}

type I0 interface {
	N(int) int
}

var G0 S0

func (r1 *S0) M0(p2 [3]*int, p3 *S0) {
	defer G0.N((*r1).N(len(p3.f0)))
}

func (r4 *S0) M1(p5 chan *int) S0 {
	r4.M1(p5)
	switch v6 := G0.f1.(type) {
	case *S0:
		switch v7 := v6.f1.(type) {
		case []*S0:
			_ = v7
			r4.N(9)
		case interface{}:
			_ = v7
			for v8 := 0; v8 < 3; v8++ {
				for v9 := range p5 {
					_ = v9
				}
				if v6.f0 != nil {
					break
				}
			}
		case **int:
			_ = v7
		default:
			_ = v7
		}
	case I0:
		_ = v6
		v10 := r4.f0
		for *<-p5 == 2 {
			if v10[0] < 0 {
			}
		}
	case interface{}:
		_ = v6
	default:
		_ = v6
	}
	switch v11 := G0.f1.(type) {
	case []*int:
		_ = v11
		v12 := &G0
		_ = v12
		r4.f2 = "a"
	case int:
		_ = v11
		(*r4).f0 = append((*r4).f0, make([]int, 2)...)
	case S0:
		_ = v11
		for _, v14 := range r4.f0 {
			_ = v14
		}
	default:
		_ = v11
	}
	return G0
}

func (r15 *S0) N(p16 int) (r0 int) {
	return G0.N((*r15).N(7))
}

func F0() **int {
outer17:
	for {
		for {
			G0.f1 = new(*int)
			if G0.f0[0] == 0 {
				continue outer17
			}
		}
	}
	return F0()
}

func F1(p18 S0, p19 chan *int, p20 []*S0) *S0 {
	var v21 *S0 = &G0
	_ = v21
	p20 = make([]*S0, *<-p19)
	if <-p19 != nil {
	}
	v22 := G0.M1(p19)
	_ = v22
	var v23 string
	_ = v23
	return F1(G0, nil, []*S0{&S0{}})
}

//go:noinline
func F2(p24 *S0, _ []int, p25 int) *S0 {
	p24.f0 = append(p24.f0, p24.f0[0])
	fmt.Println(&p24.f0[0])
	fmt.Println([]*int{nil, &G0.f0[0]})
	v26 := p24.f2
	_ = v26
	v27 := []*S0{p24, &S0{}}
	v28 := v27
	_ = v28
	return p24
}

func F3(p29 **int, p30 **int) *S0 {
	v31 := F3(&*p29, p29)
	p29, p29 = p30, p29
	if G0.f0 != nil {
		return v31
	}
	var v32 I0 = &S0{f2: v31.f2}
	_ = v32
	v31.f0[0] = (*v31).N(7)
	return new(S0)
}

func F4(p33 string) {
	F4("" + p33)
}

func F5(p34 []*int) *S0 {
	switch v35 := G0.f1.(type) {
	case *int:
		switch v36 := G0.f1.(type) {
		case *int:
			_ = v36
			v37 := [3]*int{}
			_ = v37
		case []int:
			_ = v36
		case interface{}:
			_ = v36
			for v38, v39 := range G0.f0 {
				_ = v38
				_ = v39
				F3(&p34[0], F0())
				F3(&p34[0], nil)
			}
			p34 = append(p34, new(int))
		default:
			_ = v36
		}
		for v40 := 0; v40 < 3; v40++ {
			F0()
			G0.f2 = G0.f2
			for G0.f1 != nil {
				go func(p41 *int) {
					for v42, _ := range G0.f2 {
						_ = v42
						if 6 != 0 {
							break
						}
					}
					G0.f2 = "" + G0.f2
				}(v35)
			}
			if *p34[0] != 3 {
				continue
			}
		}
	default:
		_ = v35
	}
	return &G0
}
