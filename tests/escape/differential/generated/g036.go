package p

import "fmt"

type S0 struct {
	f0 int
	f1 *S0
	f2 [3]*int
	f3 interface{}
}

type S1 struct {
	f0 string
}

type S2 struct {
	f0 interface{}
	f1 chan *int
}

var G0 *S0 = new(S0)

var G1 []*int

func F0() chan *int {
	var v1 chan *S1 = make(chan *S1, 2)
	G1 = append(G1, &*G1[0])
	func(p2 *int) {
		for v3 := range v1 {
			_ = v3
		}
	}(G0.f2[1])
	for v4 := 0; v4 < 3; v4++ {
	}
	return F0()
}

func F1(p5 []int) **S2 {
	switch 3 {
	case 0:
		G0.f2[1] = nil
	case 1:
		go func(p6 *int) {

		}(nil)
		if G1 != nil {
			switch v7 := G0.f3.(type) {
			case S1:
				_ = v7
			default:
				_ = v7
			}
			switch G0.f0 {
			case 0:
				defer func(p8 *int) {
					fmt.Println(F1([]int{}))
				}(G0.f2[1])
			default:
				F2(S1{}, []S0{*G0})
				var v9 S2
				_ = v9
			}
		}
	default:
		G0.f0 += (*G0).f0
		p5 = p5
	}
	G0.f0, *G1[0] = p5[0], *G1[0]
	G0.f3 = (*G0).f3
	return F1(p5)
}

func F2(p10 S1, p11 []S0) [3]*int {
	for _, v13 := range G0.f2 {
		if v13 != nil {
			return G0.f1.f2
		}
	}
	var v14 *S0
	var v18 func(*int) = func(p15 *int) {
		for v16, _ := range p10.f0 {
			_ = v16
			func(p17 int) {
				_ = (*v14).f1
			}(0)
		}
	}
	_ = v18
	for G0 != nil {
	}
	var v19 *S0
	_ = v19
	return G0.f2
}
