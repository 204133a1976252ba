package p

import "fmt"

type S0 struct {
	f0 *S0
	f1 []int
	f2 *int
}

type S1 struct {
	f0 *int
	f1 **int
	f2 interface{}
}

type S2 struct {
	f0 []*S2
	f1 chan *int
	f2 int
	f3 *S0
}

type I0 interface {
	N(*int) int
}

var G0 S0

var G1 func() *int

var G2 chan *int

func (r1 S0) M0(_ []*S0, p2 []int) {
	var v3 *int = &p2[0]
	_ = v3
	copy(r1.f1, G0.f1)
	if G0.f1[0] != 0 {
		for v4 := range G2 {
			_ = v4
			if *<-G2 == 1 {
				break
			}
		}
		var v5 interface{} = nil
		defer G0.f0.M1(S1{f0: &*G0.f2, f2: v5}, G2)
	} else {
		v6 := r1.f0.f2
		_ = v6
	}
}

func (r7 *S0) M1(p8 S1, p9 chan *int) S2 {
	return r7.f0.M1(S1{f1: &r7.f2, f2: p8.f2}, G2)
}

func (r10 *S0) N(p11 *int) int {
outer12:
	for {
		G1 = G1
		r10.f0.f2 = G0.f2
		for {
			_ = interface{}(G1)
			if G0.f1 != nil {
				if r10 != nil {
					if 0 != 8 {
						return r10.f0.N(G1())
					}
				}
			}
			if G2 != nil {
				continue outer12
			}
		}
	}
	(*r10).f1 = append((*r10).f1, *p11)
	return G0.N(&*G0.f2)
}

func (r13 S1) N(p14 *int) int {
	for v15, v16 := range G0.f1 {
		_ = v15
		_ = v16
		G0.f0 = G0.f0.f0
	}
	if G0.f2 != nil {
		return G0.f0.N(G1())
	}
	return *<-G2
}

func F0(p17 map[string]int, p18 **int, p19 *S0) (chan *int, int) {
	*<-G2++
	if p19.f1 != nil {
		return G2, *G0.f2
	}
	*p19.f2 = 6
	fmt.Println([]int{p19.f1[0], *<-G2})
	return G2, *p19.f2
}

func F1(p20 **int) {
	G0.f1[0] += G0.N(<-G2)
	var v21 I0 = S1{}
	_ = v21
	if *G0.f2 == 0 {
	} else {
		copy(G0.f1, G0.f1)
		v22 := p20
		_ = v22
	}
}

func F2(p23 interface{}, p24 *int, p25 string) {

}
