package p

type T struct{ l, r *T }

var sink *T

func self(t *T, n int) *T {
	if n == 0 {
		return t
	}
	return self(t, n-1)
}

func even(t *T, n int) *T {
	if n == 0 {
		return nil
	}
	return odd(t, n-1)
}

func odd(t *T, n int) *T {
	if n == 0 {
		return t
	}
	return even(t.l, n-1)
}

func leakEven(t *T) {
	if t.l != nil {
		leakOdd(t.l)
	}
}

func leakOdd(t *T) {
	sink = t
	leakEven(t.r)
}

func (t *T) depth() int {
	if t == nil {
		return 0
	}
	return 1 + t.l.depth() + t.r.depth()
}

func (t *T) find() *T {
	if t.l != nil {
		return t.l.find()
	}
	return t
}

func build(n int) *T {
	if n == 0 {
		return nil
	}
	return &T{build(n - 1), build(n - 1)}
}

func caller() int {
	t := &T{}
	u := &T{}
	leakEven(u)
	return t.depth()
}

func withClosure(n int, p *int) *int {
	f := func() *int { return withClosure(n-1, p) }
	return f()
}

func usesLater() *int { return later() }
func later() *int     { x := 1; return &x }

func mutualA(f func(), n int) { mutualB(f, n) }
func mutualB(f func(), n int) {
	if n > 0 {
		mutualA(f, n-1)
	}
	f()
}
func callsMutual() {
	x := 1
	mutualA(func() { x++ }, 3)
}

type visitor func(t *T) bool

func (t *T) walk(v visitor) {
	if t != nil && v(t) {
		t.l.walk(v)
		t.r.walk(v)
	}
}

func count(t *T) (n int) {
	t.walk(func(*T) bool { n++; return true })
	return
}
