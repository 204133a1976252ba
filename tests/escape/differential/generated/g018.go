package p

type S0 struct {
	f0 interface{}
	f1 func(*int)
	f2 *S0
	f3 []*int
}

type S1 struct {
	f0 []S1
	f1 S0
	f2 [3]int
}

type I0 interface {
	N(*int) int
}

var G0 []S1

var G1 []S1

func (r1 *S0) N(p2 *int) int {
	return G1[0].N(nil)
}

func (r3 *S1) N(p4 *int) int {
	G1 = append(G1, S1{f0: []S1{G1[0]}, f1: S0{}, f2: [3]int{}})
	return r3.f2[1]
}

func F0(_ []int, p5 *int) (r0 []*int) {
	v6 := "bc"
	_ = v6
	F0(make([]int, 4), r0[0])
	return r0
}

//go:noinline
func F1(p7 S0) ([]*int, S1) {
	return p7.f3, G1[0]
}
