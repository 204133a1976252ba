package p

var keep func()

func byValue(x int) func() int { return func() int { return x } }
func byReference(x int) func() int {
	return func() int { x++; return x }
}
func counter() (inc, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	return
}
func calledHere(x int) int {
	return func() int { return x * 2 }()
}
func stored(p *int)                { keep = func() { *p = 1 } }
func argument(f func(int) int) int { return f(1) }
func passes(x int) int {
	return argument(func(y int) int { return x + y })
}
func capturesStruct() int {
	s := struct{ a, b int }{1, 2}
	f := func() { s.a++ }
	f()
	return s.a
}
func nothing() func() int { return func() int { return 7 } }
func bigCapture() func() byte {
	var a [200]byte
	return func() byte { return a[3] }
}
func sizedCapture() func() byte {
	var a [128]byte
	a[1] = 2
	return func() byte { return a[1] }
}
