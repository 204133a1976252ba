package p

type a struct{ b *b }
type b struct{ c *c }
type c struct{ v *int }

var hold *int

func leafV(x *c) *int      { return x.v }
func midV(x *b) *int       { return leafV(x.c) }
func topV(x *a) *int       { return midV(x.b) }
func keepDeep(x *a)        { hold = topV(x) }
func setDeep(x *a, v *int) { x.b.c.v = v }
func full(v *int) *a       { return &a{&b{&c{v}}} }
func local() int {
	i := 1
	x := a{&b{&c{&i}}}
	return *topV(&x)
}
func leaked() {
	i := 1
	x := a{&b{&c{&i}}}
	keepDeep(&x)
}
func viaFull() *int {
	i := 1
	return topV(full(&i))
}
func viaFullLocal() int {
	i := 1
	return *topV(full(&i))
}
func setLocal() int {
	i := 1
	x := full(nil)
	setDeep(x, &i)
	return *x.b.c.v
}
func replaceMiddle(x *a, y *b) *c {
	x.b = y
	return x.b.c
}
