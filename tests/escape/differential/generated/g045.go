package p

type S0 struct {
	f0 *S0
	f1 []int
	f2 int
}

type S1 struct {
	f0 S0
}

type S2 struct {
	f0 *S0
	f1 **int
	f2 *S0
	f3 *S0
}

var G0 **int

//go:noinline
func F0(p1 *int, p2 []int, p3 []*int) {
	p2 = append(p2, p2[0])
	*G0, p1 = &p2[0], &**G0
	**G0 = **G0
	var v4 map[string]*S1 = make(map[string]*S1)
	_ = v4
}

func F1(p5 *S0, p6 chan *int) interface{} {
	return (*p5).f0
}

func F2(p7 []int, p8 **int, p9 chan *int) *S0 {
	var v10 interface{} = F1(&S0{f2: **G0}, p9)
	_ = v10
	F3(S0{}, []S2{})
	return F2([]int{*<-p9}, &*G0, p9)
}

//go:noinline
func F3(p11 interface{}, p12 []S2) (r0 *S0, r1 **int) {
	r0.f0.f2 = len(r0.f1)
	return F2([]int{5, r0.f1[0]}, r1, make(chan *int, 2)), &*r1
}

//go:noinline
func F4(p13 *S0, p14 *S0, p15 ...**int) (S0, int) {
	v16 := S1{f0: *p14}
	_ = v16
	if p13.f1[0] < 8 {
	}
	var v17 S2 = S2{f1: nil, f2: p13.f0.f0, f3: &*p14}
	v18 := len(p14.f1)
	_ = v18
	v19, v20 := F4(F2(v17.f0.f1, G0, nil), &*v17.f0, p15[0])
	_ = v19
	_ = v20
	return *p14.f0, p13.f0.f2
}
