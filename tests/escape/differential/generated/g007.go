package p

type S0 struct {
	f0 func() int
	f1 func() int
	f2 map[string]*S0
	f3 func() int
}

type I0 interface {
	N(int) *int
}

var G0 *int

var G1 I0

var G2 I0

//go:noinline
func (r1 *S0) M0(p2 *int) {
	delete(r1.f2, "k")
	var v3 int = *p2
	if p2 != nil {
		v3 := v3
		_ = v3
		var v4 map[string]*S0
		_ = v4
	}
}

func (r5 *S0) N(p6 int) (r0 *int) {
	v7, v8 := F0()
	_ = v7
	_ = v8
	return r0
}

//go:noinline
func F0() ([]int, func(*int)) {
	return []int{*G0}, func(p9 *int) {
		switch *G0 {
		case 0:
			p9 = G0
		case 1:
			var v10 func() int = func() int {
				p9 := p9
				_ = p9
				return 2
			}
			v11 := &S0{f1: v10, f2: make(map[string]*S0)}
			_ = v11
		case 2:
			if G1 != nil {
				var v12 I0 = new(S0)
				_ = v12
			}
			v13, v14 := F0()
			_ = v13
			_ = v14
		}
		v15 := &*p9
		_ = v15
	}
}

func F1(p16 *int) interface{} {
	var v17 I0 = G1
	_ = v17
	v17 = G1
	return "a" + ""
}
