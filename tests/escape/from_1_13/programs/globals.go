package p

type T struct {
	a int
	p *int
}

var zero int
var address = &zero
var pointer = &T{a: 1}
var made = make([]int, 3)
var mapped = map[string]*T{"a": {1, nil}}
var sliced = []*T{{1, nil}, {2, &zero}}
var bytes = []byte("abc")
var text = "a" + "b"
var boxed interface{} = 5
var boxedStruct interface{} = T{1, nil}
var boxedCall interface{} = f()
var called = f()
var closure = func(p *int) *int { return p }
var closures = []func() *int{func() *int { x := 1; return &x }}
var newed = new(int)
var partly = []*int{&zero, f2(), nil}
var a, b = g()
var c, d = f2(), &T{}
var _ = f2()
var _ = &T{}
var later1 = later2
var later2 = f2()
var nested = map[string][]*T{"x": {{1, nil}}}
var structs = struct{ p *int }{f2()}
var sum = "a" + s()
var method = pointer.m
var expr = (*T).m
var channel = make(chan *T, 1)
var direct = func() *int { y := 2; return &y }()

func (t *T) m() *int    { return t.p }
func f() int            { return 1 }
func f2() *int          { x := 1; return &x }
func g() (*int, string) { return nil, "" }
func s() string         { return "" }

//go:noinline
func init() {
	x := 1
	address = &x
}

//go:noinline
func init() {
	mapped["b"] = &T{}
}
