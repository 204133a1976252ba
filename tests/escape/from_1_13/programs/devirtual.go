package p

type I interface{ M(*int) *int }
type J interface {
	I
	N()
}
type T struct{ p *int }
type U struct{ T }
type V struct{ I }

func (t T) M(p *int) *int   { return p }
func (t *T) N()             {}
func (u *U) N()             {}

var sink *int

func direct() *int {
	x := 1
	var i I = T{}
	return i.M(&x)
}

func staying() {
	x := 1
	var i I = &T{}
	i.M(&x)
}

func embedded() {
	x := 1
	var i I = U{}
	i.M(&x)
	var j J = &U{}
	j.N()
	y := 2
	j.M(&y)
}

func partial(i I) {
	x := 1
	var k I = V{i}
	k.M(&x)
}

func reassigned(b bool) {
	x := 1
	var i I = T{}
	if b {
		i = &T{}
	}
	i.M(&x)
}

func conversion() {
	x := 1
	I(T{}).M(&x)
}

func parameter(i I) {
	x := 1
	i.M(&x)
}
