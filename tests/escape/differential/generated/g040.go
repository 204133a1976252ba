package p

type S0 struct {
	f0 chan *int
	f1 string
}

type S1 struct {
	f0 map[string]*S0
	f1 *int
	f2 *S1
}

type S2 struct {
	f0 map[string]*S0
	f1 *S0
	f2 S0
	f3 func(*int)
}

var G0 S1

func (r1 S1) M0(p2 int, p3 *int) {
	G0.f2.f2 = G0.f2
}

func F0(p4 chan *int, p5 []*S2) (r0 chan *int, r1 int) {
	v6 := S1{f0: nil}
	v7 := &S1{f0: p5[0].f0, f1: G0.f1}
	_ = v7
	if *<-p4 == 5 {
		return p4, *v6.f1
	}
	return
}

func F1() {
	if len(G0.f0) < 8 {
		F1()
		v8 := F4(nil, F4(nil, S2{}, []*int{&*G0.f1, G0.f1}), make([]*int, 2))
		if *G0.f1 != 8 {
			var v9 interface{} = nil
			_ = v9
			if len(v8.f0) < 2 {
			}
		}
	} else {
		v10 := G0.f0["k"]
		_ = v10
	}
	v11 := S2{}
	_ = v11
}

func F2() (chan *int, *S0) {
	v12 := []*int{G0.f2.f1}
	_ = v12
	return make(chan *int, 2), &S0{f1: "bc" + "a"}
}

func F3() *int {
	if v13 := (S2{}); interface{}(v13) != nil {
		var v14 S0
		_ = v14
		F3()
	}
	var v15 *S0 = &S0{f0: make(chan *int, 1)}
	_ = v15
	F2()
	return &*G0.f1
}

func F4(p16 chan *int, p17 S2, p18 []*int) S2 {
	defer p17.f3(nil)
	v19 := p17
	return F4(v19.f1.f0, F4(make(chan *int, 2), v19, nil), []*int{new(int), p18[0]})
}
