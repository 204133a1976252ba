package p

import "fmt"

type S0 struct {
	f0 func() *int
	f1 []S0
	f2 string
}

type S1 struct {
	f0 **int
	f1 interface{}
}

var G0 func() *int

var G1 map[string]int

var G2 []S0 = []S0{}

func (r1 S0) M0(p2 S1, p3 [3]*int) [3]*int {
	var v4 S0
	v5 := S1{f0: new(*int), f1: nil}
	G2[0].M0(v5, p3)
	return v4.M0(S1{}, p3)
}

func F0(p6 chan *int) (r0 map[string]int) {
	F1(&G2[0], G2[0].M0(S1{}, [3]*int{&*<-p6, &*<-p6}), (r0["k"] - r0["k"]))
	return
}

func F1(p7 *S0, p8 [3]*int, p9 int) string {
	p9 = p9
	return fmt.Sprint(p8)
}

func F2(p10 S1, p11 []S1) (S1, []*int) {
	p10 = p11[0]
	v12 := []*int{*p10.f0, nil}
	p11[0], p10 = S1{f1: nil}, p10
	if v13 := ([3]*int{v12[0]}); interface{}(v13) != nil {
		v12 = []*int{}
		v13 := v13
		_ = v13
		if v14, v15 := p10.f1.(func() *int); v15 {
			_ = v14
			p10.f0, p11[0].f0 = p10.f0, &*p10.f0
		}
	}
	go F3()
	return S1{f1: p11[0].f1}, v12
}

func F3() *int {
	if v16 := ""; interface{}(v16) != nil {
		G2[0].f2 = v16
		v17 := []int{}
		switch 4 {
		case 0:
		case 1:
			v18 := v17
			_ = v18
			v19 := v17[0]
			_ = v19
		case 2:
			G2[0] = S0{f0: func() *int {
				return new(int)
			}, f1: []S0{G2[0], S0{}}, f2: G2[0].f2}
			G1 = G1
		}
	}
	if G2 != nil {
		if len(G2) != 2 {
			if v20 := (**int)(nil); v20 != nil {
				if G1["k"] != 8 {
					return *v20
				}
			}
		}
		v21, v22 := F2(S1{f0: new(*int), f1: nil}, []S1{S1{}})
		_ = v21
		_ = v22
	} else {
		F1(&S0{f1: G2[0].f1}, [3]*int{}, G1["k"])
	}
	return G0()
}

func F4(p23 [3]*int) (*int, chan *int) {
	switch 3 {
	case 0:
		for v24 := 0; v24 < 3; v24++ {
			v24 := v24
			_ = v24
			v25 := G2[0].f2 + G2[0].f2
			_ = v25
			if G1 != nil {
				continue
			}
		}
		for G2 != nil {
			for _, v27 := range G1 {
				_ = v27
				p23 = G2[0].M0(S1{}, p23)
				G2 = append(G2, G2[0])
			}
			v28 := p23[:]
			_ = v28
			G2[0] = G2[0]
		}
	default:
		for v29 := 0; v29 < 3; v29++ {
			if G1 != nil {
				continue
			}
		}
		func() {
			v30 := []S0{}
			_ = v30
		}()
	}
	F2(S1{f0: &p23[1]}, make([]S1, 5))
	return F3(), make(chan *int, 1)
}
