package p

import "fmt"

type S0 struct {
	f0 func() int
	f1 string
}

type S1 struct {
	f0 map[string]*int
	f1 chan *int
	f2 *int
	f3 []int
}

type S2 struct {
	f0 S1
}

var G0 []*int

var G1 **int

var G2 chan *S0

func F0(p1 *S0, p2 []int) map[string]int {
	(*p1).f1 += (<-G2).f1
	(<-G2).f0 = func() int {
	outer3:
		for {
			p2[0], p2[0] = (**G1 + p2[0]), p2[0]
			for {
				**G1 = *G0[0]
				v4 := p1.f1
				_ = v4
				if G0[0] != nil {
					continue outer3
				}
			}
		}
		copy(G0, []*int{G0[0], &p2[0]})
		return len(p1.f1)
	}
	if p2 != nil {
		v5 := make(chan *S2, 0)
		_ = v5
		v6 := G2
		_ = v6
		G2 <- p1
	} else {
	}
	var v7 chan *S0 = G2
	_ = v7
	if p2 != nil {
		(*p1).f0 = nil
	} else {
	}
	return map[string]int{"k": p1.f0()}
}

func F1(p8 *int) {
	v9 := map[string]*int{"k": G0[0]}
	_ = v9
	v10 := map[string]*int{"k": G0[0]}
	_ = v10
}

func F2() {
	**G1, **G1 = (2 + **G1), F4(make(chan *int, 0), <-G2)
	if G0[0] != nil {
		return
	}
outer11:
	for {
		v13 := <-G2
		if v13 != nil {
			**G1 = **G1
			defer F5()
		}
		for {
			v12 := S2{}
			_ = v12
			if G1 != nil {
				continue outer11
			}
		}
	}
	fmt.Println(G2)
}

func F3() chan *S1 {
	return make(chan *S1, 1)
}

func F4(p14 chan *int, p15 *S0) (r0 int) {
	var v16 int = (*<-p14 * len(p15.f1))
	v17 := make(chan *S1, 0)
	r0 = p15.f0()
	G1 = G1
	(<-v17).f3 = append((<-v17).f3, v16)
	*<-v17, *<-v17 = S1{}, *<-v17
	return *G0[0]
}

func F5() {

}
