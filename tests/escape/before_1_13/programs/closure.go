package closure

var keptFunc func()
var kept *int
var sink interface{}

func countsUp() func() int {
	n := 0 // => moved to heap: n
	return func() int { // => func literal escapes to heap | func literal escapes to heap
		n++ // => &n escapes to heap
		return n
	}
}

func reads() func() int {
	n := 0
	return func() int { return n } // => func literal escapes to heap | func literal escapes to heap
}

func readsPointer() func() int {
	n := 0 // => moved to heap: n
	p := &n // => &n escapes to heap
	return func() int { return *p } // => func literal escapes to heap | func literal escapes to heap
}

func staysInside() int {
	n := 0
	add := func() { n++ } // => staysInside func literal does not escape
	add()
	return n
}

func calledInPlace() int {
	n := 0
	func() { n++ }() // => calledInPlace func literal does not escape
	return n
}

func calledInPlaceWith(p *int) { // => leaking param: p
	func(q *int) { kept = q }(p) // => leaking param: q | calledInPlaceWith func literal does not escape
}

func calledInPlaceReturns(p *int) *int { // => leaking param: p
	return func(q *int) *int { return q }(p) // => leaking param: q to result ~r1 level=0 | calledInPlaceReturns func literal does not escape
}

func returnsCaptured(p *int) *int { // => leaking param: p to result ~r1 level=1 | leaking param: p
	return func() *int { return p }() // => returnsCaptured func literal does not escape
}

func storesFromInside() {
	n := 0 // => moved to heap: n
	func() { kept = &n }() // => &n escapes to heap | leaking closure reference n | storesFromInside func literal does not escape
}

func assignsCaptured(p *int) { // => leaking param: p
	var q *int
	func() { q = p }() // => assignsCaptured func literal does not escape
	_ = q
}

func assignsLocalToCaptured() {
	var q *int
	func() { // => assignsLocalToCaptured func literal does not escape
		n := 0 // => moved to heap: n
		q = &n // => &n escapes to heap
	}()
	_ = q
}

func deferred() {
	n := 0
	defer func() { n++ }() // => deferred func literal does not escape
}

func deferredInLoop() {
	for i := 0; i < 3; i++ {
		defer func() { sink = nil }() // => func literal escapes to heap | func literal escapes to heap
	}
}

func deferredWithArgument(p *int) { // => leaking param: p
	defer func(q *int) { *q = 0 }(p) // => deferredWithArgument func literal does not escape | deferredWithArgument.func1 q does not escape
}

func goes() {
	n := 0 // => moved to heap: n
	go func() { n++ }() // => func literal escapes to heap | func literal escapes to heap | &n escapes to heap
}

func goesByValue() {
	n := new(int) // => new(int) escapes to heap
	go func() { *n = 1 }() // => func literal escapes to heap | func literal escapes to heap
}

func goesWithArgument(p *int) { // => leaking param: p
	go func(q *int) { *q = 0 }(p) // => func literal escapes to heap | func literal escapes to heap | goesWithArgument.func1 q does not escape
}

func nests() func() func() int {
	n := 0 // => moved to heap: n
	return func() func() int { // => func literal escapes to heap | func literal escapes to heap
		return func() int { // => func literal escapes to heap | func literal escapes to heap
			n++ // => &n escapes to heap
			return n
		} // => &n escapes to heap
	}
}

func nestsByValue(p *int) func() func() *int { // => leaking param: p to result ~r1 level=-1
	return func() func() *int { // => func literal escapes to heap | func literal escapes to heap
		return func() *int { return p } // => func literal escapes to heap | func literal escapes to heap
	}
}

func passesFunction(f func(*int)) { // => passesFunction f does not escape
	n := 0 // => moved to heap: n
	f(&n) // => &n escapes to heap
}

func apply(f func()) { f() } // => apply f does not escape

func passesToApply() {
	n := 0
	apply(func() { n++ }) // => passesToApply func literal does not escape
}

func keep(f func()) { keptFunc = f } // => leaking param: f

func passesToKeep() {
	n := 0 // => moved to heap: n
	keep(func() { n++ }) // => func literal escapes to heap | func literal escapes to heap | &n escapes to heap
}

func capturesParameter(n int) func() int { // => moved to heap: n
	return func() int { n++; return n } // => func literal escapes to heap | func literal escapes to heap | &n escapes to heap
}

func capturesResult() (r int) {
	defer func() { r++ }() // => capturesResult func literal does not escape
	return 1
}

func capturesLarge() int {
	var a [17]int64
	f := func() int64 { return a[0] } // => capturesLarge func literal does not escape
	return int(f())
}

func capturesSmall() int {
	var a [16]int64
	f := func() int64 { return a[0] } // => capturesSmall func literal does not escape
	return int(f())
}

func rangeVariable(s []int) []func() int { // => leaking param: s
	var fs []func() int
	for _, x := range s { // => moved to heap: x
		fs = append(fs, func() int { return x }) // => func literal escapes to heap | func literal escapes to heap | &x escapes to heap
	}
	return fs
}

type thing struct{ p *int }

func (t *thing) method() *int { return t.p } // => leaking param: t to result ~r0 level=1
func (t thing) value() *int   { return t.p } // => leaking param: t to result ~r0 level=0

func methodValue(t *thing) func() *int { // => leaking param: t
	return t.method // => t.method escapes to heap
}

func methodValueStays() *int {
	t := &thing{} // => &thing literal escapes to heap
	f := t.method // => methodValueStays t.method does not escape
	return f()
}

func methodValueOfValue(t thing) func() *int { // => leaking param: t
	return t.value // => t.value escapes to heap
}

func methodExpression(t *thing) *int { // => leaking param: t
	return (*thing).method(t)
}

var global = func(p *int) *int { return p } // => leaking param: p to result ~r1 level=0

func callsGlobal(p *int) *int { // => leaking param: p
	return global(p)
}

//= leaking param: .this to result ~r0 level=1
