package p

import "fmt"

type S0 struct {
	f0 []*int
	f1 string
	f2 int
	f3 *int
}

type S1 struct {
	f0 *int
	f1 int
	f2 *S1
}

type I0 interface {
	N(*int) *int
}

var G0 []int

var G1 I0

var G2 I0

func (r1 S1) M0(p2 S1) chan *S0 {
	return p2.f2.M0(p2)
}

func (r3 *S0) N(p4 *int) *int {
	r3.f0 = append(r3.f0, (*r3).f3)
	go G1.N(&G0[0])
	defer func(p5 *int) {
		(*r3).f3 = r3.f3
	}(&*r3.f3)
	return &*p4
}

func (r6 *S1) N(p7 *int) *int {
	r6.f0 = &(*r6).f1
	for v8 := 0; v8 < 3; v8++ {
	}
	G0 = []int{*r6.f0}
	return p7
}

func F0(p9 S1) (S1, S0) {
	if len(G0) < 8 {
		p9.f2.f2 = p9.f2.f2
		G0, G0 = append(G0, 3), G0
		copy(G0, []int{})
	} else {
		p9.f1 = p9.f2.f1
	}
	var v10 map[string]*S1 = map[string]*S1{"k": &*p9.f2}
	_ = v10
	v11 := p9.f2.f0
	_ = v11
	return p9, S0{f0: nil, f1: "a"}
}

func F1(p12 chan *int, p13 chan *int, p14 S1) func() int {
	G2.N(&p14.f2.f1)
	return func() int {
		select {
		case v15 := <-p13:
			_ = v15
		case p13 <- F3():
		default:
		}
		v16, v17 := F2(&S0{f3: &p14.f1}, func() int {
			return F5("", p14.f2.f0, p14.f2.f0)
		})
		_ = v17
		return F5(fmt.Sprint(v16), p14.f2.N(&G0[0]))
	}
}

//go:noinline
func F2(p18 *S0, _ func() int) ([]int, *S0) {
	var v19 *S0 = &S0{f1: "", f2: *p18.f3}
	v20, v21 := F0(S1{})
	_ = v20
	v22 := p18
	switch v22.f2 & 8 {
	case 0:
		*v19.f3 = 0
		defer func(p23 int) {

		}(*v21.f3)
	}
	for v24, _ := range p18.f1 {
		_ = v24
	}
	return G0, p18
}

func F3() (r0 *int) {
	for _, v26 := range G0 {
		copy(G0, []int{G0[0], v26})
		copy(G0, G0)
		if 1 != 1 {
			break
		}
	}
	return
}

func F4(p27 func() int) {

}

func F5(p28 string, p29 ...*int) (r0 int) {
	v30 := make(chan *S0, 2)
	v31 := v30
	G2 = <-v30
	G0[0]++
	v32 := v31
	if G0[0] != 5 {
		copy(G0, []int{8, (<-v32).f2})
		for v33 := 0; v33 < 3; v33++ {
			switch (<-v30).f2 {
			case 0:
				defer (<-v31).N(new(int))
			case 1:
			case 2:
			}
			F5((<-v31).f1)
			(<-v30).f0 = append((<-v30).f0, &G0[0])
		}
		v34 := <-v30
		_ = v34
	} else {
		*<-v30, *<-v31 = *<-v32, *<-v32
	}
	return F5((<-v31).f1, p29[0])
}
