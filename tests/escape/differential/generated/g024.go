package p

type S0 struct {
	f0 *int
	f1 map[string]*int
}

type I0 interface {
	N(int) *int
}

var G0 int

func (r1 *S0) N(p2 int) *int {
	r1.f1 = make(map[string]*int)
	F0()
	return &p2
}

func F0() (interface{}, []int) {
	return F2(), make([]int, 4)
}

func F1(p3 []*int) (r0 map[string]int, r1 map[string]int) {
	v4 := []*S0{&S0{}}
	_ = v4
	return
}

//go:noinline
func F2() (r0 interface{}) {
	v5 := S0{f1: map[string]*int{"k": new(int)}}
	v5 = S0{f0: &*v5.f0, f1: v5.f1}
	v6 := &v5
	_ = v6
	return
}

func F3(p7 map[string]int, p8 map[string]int, p9 *int) {
	p7, p8 = p8, map[string]int{"k": 3}
	v10, v11 := F1([]*int{})
	_ = v10
	_ = v11
}
