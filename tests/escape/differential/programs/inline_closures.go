package p

func apply(f func(int) int, v int) int { return f(v) }
func twice(f func()) {
	f()
	f()
}
func adder(n int) func(int) int { return func(v int) int { return v + n } }

func useApply(k int) int {
	return apply(func(v int) int { return v * k }, 3)
}
func useTwice() int {
	n := 0
	twice(func() { n++ })
	return n
}
func useAdder() int {
	add := adder(3)
	return add(4) + add(5)
}
func useAdderDirect() int { return adder(1)(2) }
func immediate(p *int) *int {
	return func(q *int) *int { return q }(p)
}
func local() int {
	sq := func(x int) int { return x * x }
	cube := func(x int) int { return x * sq(x) }
	return cube(3)
}
func reassignedLocal(b bool) int {
	f := func() int { return 1 }
	if b {
		f = func() int { return 2 }
	}
	return f()
}
func escapesLater() func() *int {
	x := 1
	g := func() *int { return &x }
	_ = g()
	return g
}
