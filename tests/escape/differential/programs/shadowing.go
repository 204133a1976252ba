package p

type T struct{ v *T }

var x = new(T)

func inner(x *T) *T {
	{
		x := &T{v: x}
		_ = x
	}
	return x
}
func innerOut(x *T) *T {
	if x := (&T{v: x}); x.v != nil {
		return x
	}
	return nil
}
func typeShadow() int {
	type T struct{ v int }
	t := &T{3}
	return t.v
}
func builtinShadow() int {
	len := func(s []int) int { return 3 }
	new := 4
	return len(nil) + new
}
func loopShadow(list []*T) (out []*T) {
	for _, x := range list {
		x := x
		if x != nil {
			x := x.v
			out = append(out, x)
		}
	}
	return
}
func parameterShadowedByResult(t *T) (x *T) {
	func() {
		x := t
		_ = x
	}()
	return
}
func packageShadow() *T {
	x := &T{x}
	return x
}
func redeclare(f func() (*T, error)) (*T, error) {
	a, err := f()
	if err != nil {
		return nil, err
	}
	b, err := f()
	a.v = b
	return a, err
}
