package p

var sink func()
var sinkInt *int

func byReference() func() int {
	x := 0
	return func() int {
		x++
		return x
	}
}

func byValue() func() int {
	x := 7
	return func() int { return x }
}

func staysByReference() int {
	x := 0
	f := func() { x = 3 }
	f()
	return x
}

func bigCapture() func() byte {
	var big [129]byte
	return func() byte { return big[3] }
}

func smallCapture() func() byte {
	var small [128]byte
	return func() byte { return small[3] }
}

func assignedAfter() func() int {
	x := 1
	f := func() int { return x }
	x = 2
	return f
}

func assignedBefore() func() int {
	x := 1
	x = 2
	return func() int { return x }
}

func nested() func() func() *int {
	x := 1
	return func() func() *int {
		y := 2
		return func() *int {
			_ = y
			return &x
		}
	}
}

func direct() *int {
	return func() *int { x := 1; return &x }()
}

func directOuter() int {
	var u int
	*(func() *int { return &u }()) = 42
	return u
}

func argument(x *int) {
	func(p *int) { sinkInt = p }(x)
}

func argumentStays(x *int) int {
	return func(p *int) int { return *p }(x)
}

func inLoop() {
	for i := 0; i < 3; i++ {
		x := i
		f := func() *int { return &x }
		_ = f()
	}
}

func stored() {
	x := 1
	sink = func() { sinkInt = &x }
}

func passed(f func(*int)) {
	x := 1
	f(&x)
}

func passesLiteral() {
	passedStays(func(p *int) int { return *p })
}

func passedStays(f func(*int) int) int {
	return f(nil)
}

func capturesParameter(p *int, s string) func() (*int, string) {
	return func() (*int, string) { return p, s }
}

func recursive() {
	var f func(n int) *int
	f = func(n int) *int {
		if n == 0 {
			return nil
		}
		return f(n - 1)
	}
	f(3)
}

func result() (err error) {
	defer func() { err = nil }()
	return nil
}

func loopCaptured() (fs []func() int) {
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	return
}

var globalClosure = func(p *int) *int { return p }
var globalCounter = func() func() int { n := 0; return func() int { n++; return n } }()
