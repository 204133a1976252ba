package p

type S0 struct {
	f0 *int
	f1 *int
}

type I0 interface {
	N(int)
}

var G0 []int = []int{}

func (r1 *S0) N(p2 int) {
	*r1.f0 = G0[0]
	var v3 I0 = &S0{}
	_ = v3
}

func F0(p4 *int, p5 map[string]*int) {
	G0 = G0
	var v6 chan *S0 = nil
	if *p5["k"] != 2 {
		return
	}
	var v7 I0 = <-v6
	_ = v7
	p5["k"] = nil
	G0 = append(G0, *p5["k"])
}

func F1(_ **int) {
	F1(new(*int))
}

func F2(p8 chan *S0, p9 chan *S0) {

}

func F3(p10 string, p11 []int, p12 *S0) (r0 *S0) {
	*r0.f1 += *r0.f1
	return r0
}

func F4(p13 *int) int {
	return 3
}
