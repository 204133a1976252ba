package p

type S0 struct {
	f0 chan *int
	f1 *S0
}

type S1 struct {
	f0 *S0
	f1 [3]int
	f2 string
}

type S2 struct {
	f0 []int
	f1 *int
	f2 string
}

type I0 interface {
	N(*int) *int
}

var G0 interface{} = 1

var G1 I0

func (r1 *S2) M0(p2 []S2) []*int {
	v3 := G0.(**S1)
	_ = v3
	G0 = &p2[0].f1
	return r1.M0([]S2{})
}

func (r4 *S1) M1() *int {
	v5 := &S0{f1: (*r4).f0}
	return <-v5.f0
}

func (r6 *S0) N(p7 *int) (r0 *int) {
	var v8 I0 = G1
	_ = v8
	r0 = nil
	return G1.N(r0)
}

func (r9 *S1) N(p10 *int) (r0 *int) {
	return
}

func F0(p11 [3]int, p12 chan *int) chan *int {
	return p12
}

func F1(p13 int) (r0 chan *int) {
	return
}

func F2() []*int {
	G0 = G0
	v14 := make([]int, 4)
	v14 = append(v14, v14[0])
	v15 := make(chan *int, 2)
	*<-v15++
	return make([]*int, 4)
}

func F3(p16 S0, p17 []*int) (**S1, []*int) {
	switch v18 := G0.(type) {
	case I0:
		_ = v18
	case *int:
		_ = v18
		for v19 := 0; v19 < 3; v19++ {
			if G1 != nil {
			}
			for v20 := range p16.f0 {
				_ = v20
				F3(S0{f0: p16.f0, f1: p16.f1.f1}, p17)
			}
			F0([3]int{*p17[0]}, make(chan *int, 0))
			if G0 != nil {
				continue
			}
		}
		p16.f0 <- new(int)
	case []*int:
		p16.f0 = p16.f0
		if v18 != nil {
		}
	default:
		_ = v18
	}
	return new(*S1), p17
}

func F4(p21 string, p22 []int) (r0 [3]int) {
	return r0
}
