package p

import "fmt"

type S0 struct {
	f0 func() *int
	f1 *S0
	f2 *S0
	f3 func() *int
}

type S1 struct {
	f0 *int
}

var G0 string

var G1 **S0

var G2 *int

func F0() *int {
	switch *G2 {
	case 0:
		for v1, _ := range G0 {
			_ = v1
			func(p2 int) {
				v3 := []int{}
				_ = v3
				for v4 := 0; v4 < 3; v4++ {
				}
			}(*G2)
			(*G1).f0 = (*G1).f0
			G0 = G0
		}
		var v5 S1
		_ = v5
	case 1:
		defer func() {
			v6 := []int{}
			_ = v6
			if G2 != nil {
				return
			}
		}()
		if 0 < 6 {
			var v7 int
			_ = v7
			v8 := G0
			_ = v8
		}
	default:
	}
	return F0()
}

func F1(p9 **S0, p10 ...**S0) *int {
	for _, v12 := range p10 {
		_ = v12
		v13 := &G2
		_ = v13
	}
	for v14, v15 := range p10 {
		_ = v14
		_ = v15
		fmt.Println(len(p10))
	}
	*G2 += *G2
	_ = F3(G0, G2)
	v16 := make([]int, 4)
	if p9 != nil {
		p10 := p10
		for _, v18 := range p10 {
			_ = v18
			for v19 := 0; v19 < 3; v19++ {
				switch v19 {
				case 0:
					v20 := &**p9
					_ = v20
					v21 := v16
					_ = v21
				}
			}
			if 5 == 6 {
				break
			}
		}
	}
	return G2
}

func F2(_ *int) string {
	G0 = G0
	(*G1).f1 = &S0{f1: (*G1).f2, f3: func() *int {
		return &*G2
	}}
	go F1(new(*S0), &(*G1).f2)
	(*G1).f3, (*G1).f0 = (*G1).f3, (*G1).f3
	return G0
}

//go:noinline
func F3(p22 string, p23 *int) S1 {
	var v24 *S0 = &**G1
	_ = v24
	var v25 interface{} = make(map[string]int)
	if p23 != nil {
		return S1{f0: &*G2}
	}
	v26 := v25.(S0)
	_ = v26
	v27 := &*G1
	_ = v27
	switch *G2 {
	case 0:
		F4()
	}
	return F3(F2(new(int)), p23)
}

func F4() {
	v28 := new(*S1)
	v29 := &(*v28).f0
	_ = *v29
	var v30 **S1
	_ = v30
	var v31 *int
	_ = v31
}
