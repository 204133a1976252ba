package p

type S0 struct {
	f0 int
}

var G0 interface{} = 1

func (r1 *S0) M0(p2 []*int) *S0 {
	go func(p3 *int) {
		if *p2[0] < 4 {
			if v4 := map[string]*int(nil); interface{}(v4) != nil {
				*r1 = *r1
				v5 := 8
				_ = v5
			} else {
				v6 := *r1
				_ = v6
			}
			v7 := &*p3
			_ = v7
			v8 := make([]*int, 4)
			_ = v8
		} else {
			if v9 := (interface{}(G0)); interface{}(v9) != nil {
				_ = &p3
				(*r1).f0++
			}
			v10 := "" + ""
			_ = v10
		}
		v11 := []int{(*r1).f0, 0}
		_ = v11
	}(&r1.f0)
	return r1
}

func (r12 *S0) M1() {
	var v13 map[string]*int
	_ = v13
	if r12 != nil {
		return
	}
	var v14 int
	_ = v14
}

func F0(p15 chan *S0, p16 int) chan *S0 {
	(<-p15).f0 = F2(nil, &(<-p15).f0)
	(<-p15).M1()
	for v17 := 0; v17 < 3; v17++ {
	}
	for v18 := range p15 {
		var v19 map[string]*int
		p15 = p15
		v19["k"] = &(*v18).f0
	}
	p15 <- &*<-p15
	(<-p15).f0, (<-p15).f0 = p16, p16
	return F0(F0(p15, p16), p16)
}

func F1(p20 []*int, p21 string, p22 []*int) map[string]*int {
	*p22[0] += *p22[0]
	p22 = append(p20, &*p22[0])
	p20 = append(p20, p22...)
	v23 := &S0{f0: *p22[0]}
	_ = v23
	if p22[0] != nil {
		G0, G0 = G0, G0
		v24 := F1(p22, ""+"", p22)
		_ = v24
		var v25 *S0
		_ = v25
	}
	return map[string]*int{"k": p22[0]}
}

func F2(p26 []*int, p27 ...*int) int {
	var v28 S0 = S0{}
outer29:
	for {
		for {
			var v30 *S0
			if v28.f0 != 2 {
				return (len(p26) + v30.f0)
			}
			if v28.f0 < 7 {
				continue outer29
			}
		}
	}
	G0 = "bc"
	F1(nil, "a"+"a", []*int{p27[0]})
	v31 := S0{}
	_ = v31
	v32 := p26
	_ = v32
	return F2(p26)
}

func F3() S0 {
	G0 = G0
	v33 := []*int{nil, new(int)}
	v33 = append(v33, &*v33[0])
	v34 := v33[0]
	if v35, v36 := G0.([]*int); v36 {
		_ = v35
	}
	v37 := &v34
	_ = v37
	return F3()
}
