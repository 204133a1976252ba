package p

type S0 struct {
	f0 **int
}

type I0 interface {
	N(int) *int
}

var G0 *S0

var G1 map[string]*int

func (r1 *S0) N(p2 int) *int {
	if G1["k"] != nil {
		return G1["k"]
	}
	return &p2
}

//go:noinline
func F0(p3 []int) {
	if v4 := map[string]*int(nil); interface{}(v4) != nil {
		func(p5 *int) {
			v6 := &*G0
			_ = v6
		}(G1["k"])
		if *v4["k"] != 4 {
			return
		}
	}
	v7 := F4(&*G0)
	_ = v7
	(*G0).f0 = new(*int)
	F5()
}

func F1(p8 string) {
	var v9 *S0
	_ = v9
	go func() {
		switch *G1["k"] {
		case 0:
		}
		v10 := p8
		_ = v10
	}()
}

func F2(p11 interface{}, p12 **int) []*int {
	var v13 I0 = &*G0
	_ = v13
	v14 := *G1["k"]
	_ = v14
	var v15 int = **p12
	_ = v15
	var v16 int
	_ = v16
	var v17 **int = &*p12
	_ = v17
	return F2(p11, &*p12)
}

func F3() {
	v18 := G0
	var v19 []*int = []*int{new(int), (*v18).N(*G1["k"])}
	_ = v19
}

func F4(p20 *S0) func(*int) {
	return F4(p20)
}

func F5() *int {
	F5()
	return G1["k"]
}
