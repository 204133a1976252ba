package p

type S0 struct {
	f0 *S0
	f1 *S0
}

type S1 struct {
	f0 int
}

type I0 interface {
	N(interface{})
}

var G0 interface{} = new(int)

var G1 func(*int)

var G2 I0

func (r1 *S0) N(p2 interface{}) {

}

func (r3 *S1) N(p4 interface{}) {
	v5 := p4.(chan *S1)
	_ = v5
}

//go:noinline
func F0(p6 interface{}, p7 *S0, p8 **int) func(*int) {
	defer p7.f1.N(p6)
	v9 := (*p7).f0
	_ = v9
	var v10 map[string]*S0 = map[string]*S0{"k": &S0{}}
	v11 := *p8
	_ = v11
	v12 := p6.(func(*int))
	_ = v12
	return F0(G0, &S0{f1: v10["k"].f1}, p8)
}

func F1(p13 S1) {
	v14 := &S0{f1: &S0{}}
	_ = v14
}

func F2(p15 func(*int), p16 **int) func(*int) {
	if G1 != nil {
		G2.N(G0)
		v17 := *p16
		_ = v17
	}
	return G1
}
