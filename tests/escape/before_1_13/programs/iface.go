package iface

type reader interface {
	read(p []byte) int
}

type source struct{ at *int }

func (s *source) read(p []byte) int { return len(p) } // => (*source).read s does not escape | (*source).read p does not escape

type tiny struct{ n int }

func (t tiny) read(p []byte) int { return t.n } // => tiny.read p does not escape

type shape interface {
	area() *int
}

var sink interface{}
var global reader

func pointerInInterface() {
	s := &source{} // => pointerInInterface &source literal does not escape
	var r reader = s // => pointerInInterface s does not escape
	_ = r
}

func pointerInInterfaceKept() {
	s := &source{} // => &source literal escapes to heap
	global = s // => s escapes to heap
}

func valueInInterface() {
	var r reader = tiny{1} // => valueInInterface tiny literal does not escape
	_ = r
}

func valueInInterfaceKept() {
	t := tiny{2}
	global = t // => t escapes to heap
}

func callsThroughInterface() {
	b := make([]byte, 8) // => make([]byte, 8) escapes to heap
	var r reader = &source{} // => &source literal escapes to heap | &source literal escapes to heap
	r.read(b)
}

func callsOnParameter(r reader, b []byte) int { // => leaking param: b | leaking param: r
	return r.read(b)
}

func assertsConcrete(r reader) *source { // => leaking param: r to result ~r1 level=0
	return r.(*source)
}

func assertsOK(r reader) *int { // => leaking param: r to result ~r1 level=1
	if s, ok := r.(*source); ok {
		return s.at
	}
	return nil
}

func switchesOnType(v interface{}) *int { // => leaking param: v to result ~r1 level=0 | leaking param: v to result ~r1 level=1 | leaking param: v to result ~r1 level=-1
	switch x := v.(type) {
	case *int:
		return x
	case **int:
		return *x
	case int: // => moved to heap: x
		return &x // => &x escapes to heap
	}
	return nil
}

func switchesAndDrops(v interface{}) int { // => switchesAndDrops v does not escape
	switch x := v.(type) {
	case *int:
		return *x
	case int:
		return x
	default:
		return 0
	}
}

func convertsBetweenInterfaces(r reader) interface{} { // => leaking param: r to result ~r1 level=0
	return r // => r escapes to heap
}

func convertsExplicitly(n int) interface{} {
	return interface{}(n) // => (interface {})(n) escapes to heap
}

func convertsConstant() interface{} {
	return 7 // => 7 escapes to heap
}

func convertsNumberStays(n int) bool {
	var v interface{} = n // => convertsNumberStays n does not escape
	return v == nil
}

func comparesWithInterface(v interface{}, n int) bool { // => comparesWithInterface v does not escape
	return v == n
}

func returnsArea(s shape) *int { // => leaking param: s
	return s.area()
}

func unpacks(v interface{}) { // => unpacks v does not escape
	if s, ok := v.(string); ok {
		_ = s
	}
}

func boxesPointerToLocal() {
	n := 1 // => moved to heap: n
	sink = &n // => &n escapes to heap | &n escapes to heap
}

func boxesStruct() {
	n := 1 // => moved to heap: n
	s := source{at: &n} // => &n escapes to heap
	sink = s // => s escapes to heap
}

func boxesStructStays() bool {
	n := 1
	s := source{at: &n} // => boxesStructStays &n does not escape
	var v interface{} = s // => boxesStructStays s does not escape
	return v != nil
}

func methodOfInterfaceValue(r reader) func([]byte) int { // => leaking param: r
	return r.read // => r.read escapes to heap
}

func panics(p *int) { // => leaking param: p
	panic(p)
}

func panicsWithValue(n int) {
	panic(n)
}

//= leaking param: p
//= leaking param: .this
//= (*tiny).read .this does not escape
//= (*tiny).read p does not escape
//= leaking param: .this
