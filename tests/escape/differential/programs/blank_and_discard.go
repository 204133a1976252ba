package p

type t struct{ p *int }

func f(p *int) *int { return p }

func discards() {
	x := 1
	_ = &x
	_ = f(&x)
	_ = t{&x}
	_ = &t{&x}
	_ = []*int{&x}
	_ = map[int]*int{1: &x}
	_ = func() *int { return &x }
	_ = interface{}(x)
	_ = new(int)
	_ = make([]int, 3)
}
func blankField() {
	type b struct {
		_ *int
		q *int
	}
	v := b{q: new(int)}
	_ = v
}
func blankRange(m map[string]*int) {
	for _, _ = range m {
	}
	for _ = range m {
	}
}
func blankParam(_ *int, _ ...interface{}) {}
func useBlank()                           { x := 1; blankParam(&x, x, &x) }
func blankResults() (_, _ *int)           { return new(int), new(int) }
func _(p *int) *int                       { return p }

var _ = f
var _, other = new(int), new(int)
