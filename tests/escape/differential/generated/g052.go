package p

type S0 struct {
	f0 [3]*int
}

type S1 struct {
	f0 *S1
}

type S2 struct {
	f0 *S0
	f1 []*int
}

var G0 [3]*int

//go:noinline
func (r1 *S2) M0(p2 **int) {
	(*r1).f1 = append((*r1).f1, &*G0[1])
	v3 := S1{f0: &S1{}}
	_ = v3
}

func F0(p4 *int, p5 *S0, p6 S0) (r0 map[string]*int, r1 interface{}) {
	return map[string]*int{"k": &*p4}, S2{}
}

func F1(p7 []*int, p8 []*int, _ map[string]*int) map[string]*int {
	*G0[1]++
	F0(G0[1], &S0{f0: G0}, S0{})
	v9 := &S0{}
	v10 := &*v9
	_ = v10
	return F1(nil, append(p8, p7[0]), F1(p7, []*int{p7[0]}, nil))
}

func F2(p11 *S2, p12 *S0) (chan *S1, chan *int) {
	copy(p11.f1, p11.f1)
	*p11.f0 = *p11.f0
	v13 := (chan *S1)(nil)
	return v13, make(chan *int, 1)
}
