package p

func two() func() func() int {
	x := 1
	return func() func() int {
		y := 2
		return func() int { return x + y }
	}
}
func innerAssigns() int {
	x := 1
	f := func() {
		g := func() { x++ }
		g()
	}
	f()
	return x
}
func capturePointer(p *int) func() *int {
	return func() *int { return p }
}
func captureParameterAddress(v int) func() *int {
	return func() *int { return &v }
}
func ownLocal() func() *int {
	return func() *int {
		v := 3
		return &v
	}
}
func recursive(n int) int {
	var fib func(int) int
	fib = func(k int) int {
		if k < 2 {
			return k
		}
		return fib(k-1) + fib(k-2)
	}
	return fib(n)
}
func twoLevelsDown(p *int) func() func() *int {
	return func() func() *int {
		return func() *int { return p }
	}
}
