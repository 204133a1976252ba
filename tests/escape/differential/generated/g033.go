package p

type S0 struct {
	f0 int
	f1 []*int
}

type S1 struct {
	f0 chan *int
	f1 string
	f2 *S1
}

type I0 interface {
	N(*int)
}

var G0 S0

var G1 chan *int

var G2 **int

func (r1 *S1) M0(p2 int) {
	r1.f0 = r1.f0
	*<-G1++
	v3 := &G0
	_ = v3
}

//go:noinline
func (r4 S0) M1() {
	v5 := func() *int {
		return <-G1
	}
	_ = v5
}

//go:noinline
func (r6 *S0) N(p7 *int) {

}

func (r8 *S1) N(p9 *int) {
	var v10 map[string]*S1 = make(map[string]*S1)
	_ = v10
	G0.f1 = append(G0.f1, <-r8.f0)
}

func F0() {
	v11 := make([]int, 4)
	G0.f0, G0.f0 = (*<-G1 * **G2), 8
	for v12 := 0; v12 < 3; v12++ {
		if **G2 != 8 {
			break
		}
	}
	if G2 != nil {
		var v13 int
		_ = v13
		v11 := v11
		_ = v11
		**G2 = 6
	}
	defer func(p14 *int) {
		*p14++
	}(*G2)
}

func F1(p15 []int, p16 map[string]*S1) ([]*int, S1) {
	return G0.f1, *p16["k"]
}

func F2() *S0 {
	var v17 func() *int = func() *int {
		if G1 != nil {
			G0.f0 = (0 - len(G1))
		} else {
		}
		return <-G1
	}
	_ = G0
	if G2 != nil {
	} else {
		G0.f1 = append(G0.f1, v17())
	}
	if <-G1 != nil {
		G0.f1 = []*int{&*<-G1}
	}
	_ = [3]int{5, len(G0.f1)}
	return &G0
}
