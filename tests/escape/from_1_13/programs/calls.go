package p

type T struct{ p *int }

func (t *T) set(p *int)       { t.p = p }
func (t *T) get() *int        { return t.p }
func (t T) value() *int       { return t.p }
func (t *T) self() *T         { return t }
func (T) nothing(p *int)      {}
func (t *T) variadic(...*int) {}

type I interface {
	set(*int)
	get() *int
}

var sink interface{}
var global *int

func leak(p *int)                      { global = p }
func identity(p *int) *int             { return p }
func second(p, q *int) (*int, *int)    { return q, p }
func content(p **int) *int             { return *p }
func both(p **int) *int                { global = *p; return *p }
func many(p *int) (a, b, c, d, e, f, g, h *int) {
	h = p
	return
}

func leaf(xs ...*int) int           { return len(xs) }
func keeps(xs ...*int)              { sink = xs }
func first(xs ...*int) *int         { return xs[0] }
func mixed(s string, xs ...interface{}) {}

func callers(i I, f func(*int) *int) {
	x, y, z := 1, 2, 3
	leak(&x)
	_ = identity(&y)
	i.set(&z)
	w := 4
	f(&w)
}

func results() *int {
	x, y := 1, 2
	p, q := second(&x, &y)
	_ = q
	return p
}

func nestedCalls() *int {
	x := 1
	return identity(identity(identity(&x)))
}

func multi() *int {
	x := 1
	p, _ := second(two(&x))
	return p
}

func two(p *int) (*int, *int) { return p, nil }

func variadics() {
	a, b, c := 1, 2, 3
	leaf(&a, &b)
	keeps(&c)
	leaf()
	xs := []*int{nil}
	leaf(xs...)
	mixed("s", a, "x", 3.5, nil, xs)
	mixed("s")
}

func variadicResult() *int {
	x := 1
	return first(&x)
}

func methods() *int {
	var t T
	x := 1
	t.set(&x)
	return t.get()
}

func methodValues() func() *int {
	t := &T{}
	f := t.get
	f()
	g := t.set
	g(nil)
	v := T{}.value
	return v
}

func methodExpressions(x *int) *int {
	t := &T{}
	(*T).set(t, x)
	return T.value(*t)
}

func chained() *int {
	t := T{}
	return t.self().self().get()
}

func chainedLoop() {
	for i := 0; i < 2; i++ {
		t := T{}
		t.self().self().get()
	}
}

func indirect(fs []func(*int), m map[string]func(*int)) {
	x, y := 1, 2
	fs[0](&x)
	m["a"](&y)
}

func local() {
	f := func(p *int) {}
	x := 1
	f(&x)
	g := leak
	y := 2
	g(&y)
}

type embedded struct {
	*T
	I
}

func promoted(e embedded, x *int) *int {
	e.T.set(x)
	return e.T.get()
}

func contentCaller() *int {
	x := 1
	p := &x
	return content(&p)
}

func bothCaller() {
	x := 1
	p := &x
	both(&p)
}

func manyCaller() {
	x := 1
	many(&x)
}
