package p

type S0 struct {
	f0 **S0
}

type I0 interface {
	N(int) *int
}

var G0 I0

var G1 func() int

//go:noinline
func (r1 *S0) M0(p2 []*int) (r0 *S0) {
	return
}

func (r3 *S0) N(_ int) *int {
	return (*r3).N(4)
}

//go:noinline
func F0(p4 string) *S0 {
	if G1 != nil {
		return F0(p4)
	}
	return F0(p4)
}

func F1(p5 interface{}) (*S0, **S0) {
	v6 := G1
	_ = v6
	v7 := new(*int)
	var v8 I0 = new(S0)
	_ = v8
	v9 := map[string]int{"k": **v7}
	_ = v9
	v8 = G0
	v10 := new(int)
	_ = v10
	return &S0{}, new(*S0)
}
