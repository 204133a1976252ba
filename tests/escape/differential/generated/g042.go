package p

import "fmt"

type S0 struct {
	f0 []*int
	f1 int
}

type S1 struct {
	f0 *int
	f1 *S0
	f2 interface{}
}

var G0 func() int

var G1 chan *int

var G2 *int

func F0(p1 string, p2 chan *int, p3 int) (r0 map[string]*S0) {
	for v4 := 0; v4 < 3; v4++ {
		G0()
		for v5 := 0; v5 < 3; v5++ {
		}
		v6 := make([]int, 4)
		_ = v6
		if r0["k"].f1 == 5 {
			break
		}
	}
	r0["k"].f0 = append(r0["k"].f0, <-p2)
	return
}

func F1(p7 *int) *int {
	var v8 chan *int
	_ = v8
	v8 = nil
	return G2
}

func F2(p9 func() int, p10 chan *int, p11 **int) *int {
	G0 = G0
	return <-G1
}

func F3(p12 chan *int) (r0 *int) {
	r0 = &*G2
	for v13 := range p12 {
		_ = v13
		p12 := p12
		p12 = p12
		v14 := r0
		_ = v14
		if *r0 == 0 {
			break
		}
	}
	if 1 != 1 {
		F1(new(int))
		v15 := *r0
		_ = v15
	}
	fmt.Println(<-G1)
	func(p16 int) {

	}(*G2)
	return
}
