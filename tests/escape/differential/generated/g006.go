package p

type S0 struct {
	f0 func() int
	f1 [3]int
	f2 int
	f3 chan *int
}

type S1 struct {
	f0 []*int
	f1 [3]int
	f2 S0
}

var G0 S0

var G1 **int = new(*int)

func (r1 *S1) M0(p2 string, _ func(*int)) {
	for v3 := 0; v3 < 3; v3++ {
		G0.f3 = r1.f2.f3
	}
	r1.f2.f0 = nil
}

func (r4 S0) M1(p5 []int, p6 **int) (r0 int) {
	for v7 := 0; v7 < 3; v7++ {
		var v8 *S0
		if 1 < 8 {
			v9 := new(S0)
			F3(S1{f0: []*int{}}, map[string]*S0{"k": v9}, S0{f0: (*v9).f0, f2: len(v8.f3)})
		}
		for v10 := 0; v10 < 3; v10++ {
			v13 := func(p11 *int) {
				v12 := *G1
				_ = v12
			}
			_ = v13
			for _, v15 := range v8.f1 {
				_ = v15
				v16 := v8.f1
				_ = v16
			}
		}
	}
	G0.f1 = G0.f1
	return
}

//go:noinline
func F0(p17 *int) {
	var v18 **int
	_ = v18
	v19 := []*int{<-G0.f3, *G1}
	_ = v19
	v20 := ([]*S1)(nil)
	_ = v20
}

func F1() {
	v21 := **G1
	if v21 < 7 {
		return
	}
	if v22 := &v21; v22 != nil {
	} else {
		v23 := F3(S1{}, map[string]*S0{"k": &G0}, S0{})
		_ = v23
		var v24 *S0
		_ = v24
	}
}

//go:noinline
func F2(p25 interface{}, p26 S1, p27 func() int) func(*int) {
	p26.f0 = append(p26.f0, F3(p26, make(map[string]*S0), S0{}))
	G0.f2 += p26.f2.M1(G0.f1[:], G1)
	v28 := p26.f0
	G0.M1([]int{p26.f1[1], p26.f2.f2}, G1)
	for v29 := 0; v29 < 3; v29++ {
		v28 = append(v28, &p26.f1[1])
	}
	return F2(p25, S1{f0: v28, f2: S0{}}, G0.f0)
}

func F3(p30 S1, p31 map[string]*S0, p32 S0) (r0 *int) {
	return
}

func F4(p33 map[string]*S0, p34 string) (r0 *S0) {
	v35 := []*int{&p33["k"].f2}
	_ = v35
	for v36 := 0; v36 < 3; v36++ {
		if r0 != nil {
			break
		}
	}
	v37 := r0.f3
	_ = v37
	return
}
