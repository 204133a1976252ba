package p

type S0 struct {
	f0 *S0
	f1 func() int
	f2 **int
	f3 map[string]*S0
}

type I0 interface {
	N(interface{}) *int
}

var G0 **int = new(*int)

var G1 map[string]*S0

var G2 int

//go:noinline
func (r1 S0) M0() {
	r1.f0.N([]*int{*r1.f2, *G0})
	var v2 string
	_ = v2
again3:
	{
		var v4 func() int = func() int {
			r1.M0()
			return **G0
		}
		_ = v4
	}
	if G1 != nil {
		goto again3
	}
}

//go:noinline
func (r5 *S0) N(p6 interface{}) *int {
	G2 += r5.f1()
	if v7 := ([3]*int{&G2}); interface{}(v7) != nil {
		G1["k"].N(p6)
	} else {
	}
	F0()
	return &**G0
}

func F0() (r0 int, r1 map[string]*S0) {
	go F1(G0, nil, *r1["k"], S0{f1: G1["k"].f1, f3: make(map[string]*S0)})
	return len(G1), make(map[string]*S0)
}

func F1(p8 **int, p9 interface{}, p10 ...S0) {
	v11 := G1
	_ = v11
	func(p12 int) {
		switch **p8 * p12 {
		case 0:
			v13 := &G2
			_ = v13
			var v14 int
			_ = v14
		case 1:
			v15, v16 := F0()
			_ = v15
			_ = v16
		case 2:
			v17 := []*int{}
			_ = v17
		}
		F2([]int{**p8, **p8}, [3]*int{}, *G1["k"])
	}(**G0)
	v11 = p10[0].f3
	v18 := make(map[string]*S0)
	_ = v18
}

func F2(p19 []int, p20 [3]*int, p21 S0) {
	for v22 := 0; v22 < 3; v22++ {
		defer func() {
			switch len(p21.f3) {
			case 0:
			case 1:
				if 9 == 6 {
					return
				}
				var v23 interface{} = &p21
				_ = v23
			}
			p21.f0 = p21.f0.f0
		}()
		p20 = p20
		defer func() {
			switch *p20[1] {
			case 0:
			case 1:
				delete(G1, "k")
				v22, p19[0] = v22, 6
			default:
			}
			F1(&p20[1], nil)
		}()
	}
	G2 = p19[0]
	if *p20[1] < 4 {
	}
}
