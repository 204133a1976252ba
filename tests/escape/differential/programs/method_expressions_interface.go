package p

type runner interface{ run(n *int) *int }
type fast struct{ v *int }

func (f fast) run(n *int) *int { return n }
func (f *fast) keep(n *int)    { f.v = n }

var expr = runner.run
var concrete = fast.run

func viaInterface(r runner) *int { x := 1; return runner.run(r, &x) }
func viaValue() *int {
	f := runner.run
	x := 1
	return f(fast{}, &x)
}
func viaConcrete() int { x := 1; return *fast.run(fast{}, &x) }
func viaPointer() *int {
	var f fast
	x := 1
	(*fast).keep(&f, &x)
	return f.v
}
func list() []func(fast, *int) *int                           { return []func(fast, *int) *int{fast.run, concrete} }
func anonymous(v interface{ run(*int) *int }) func(*int) *int { return v.run }
