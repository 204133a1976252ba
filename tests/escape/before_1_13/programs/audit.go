package main

// What an audit against the source of 1.8 found, besides lines.

var global int
var gp *int
var any interface{}

func assertsNumber(i interface{}) { global, _ = i.(int) } // => assertsNumber i does not escape

func assertsPointer(i interface{}) { gp, _ = i.(*int) } // => leaking param: i

func receives(c chan int, d chan *int) { // => receives c does not escape | receives d does not escape
	select {
	case any = <-c:
	case any = <-d:
	}
}

// A parameter belongs to the function in which the walk met it first.
func first(p **int, n int) { // => first p does not escape
	second(p, n)
}

func second(q **int, n int) { // => first q does not escape
	first(q, n)
}

// A constant is no flow, and nothing is met by it.
func third(p **int, n int) { // => third p does not escape
	fourth(nil, n)
}

func fourth(q **int, n int) { // => fourth q does not escape
	third(q, n)
}

//= leaking param: .this
type small interface{ M() }

//= leaking param: .this
//= leaking param: .this
type large interface {
	M()
	N()
}

func constants() { any = "a" + "b" } // => "ab" escapes to heap

func compares(s small, l large, n int) bool { // => compares s does not escape | compares l does not escape
	return s == l || any == s || any == n // => compares small(l) does not escape | compares (interface {})(s) does not escape
}

func sums(s string) string { // => sums s does not escape
	return "a" + "b" + s + "c" + "d" + s + "e" // => "ab" + s + "cd" + s + "e" escapes to heap
}

func panics() {
	for {
		defer panic(global)
	}
}

type buffer struct {
	b []byte
	p *buffer
}

func (b *buffer) cut() { b.b = b.b[1:2] } // => (*buffer).cut ignoring self-assignment to b.b | (*buffer).cut b does not escape

func (b *buffer) cutFurther() { b.p.b = b.p.b[1:] } // => leaking param content: b

func (b buffer) value() {} // => buffer.value b does not escape
//= (*buffer).value .this does not escape

func elided(n int) {
	_ = []*buffer{{p: nil}} // => elided composite literal does not escape | elided []*buffer literal does not escape
	_ = [][]*int{{&n}}      // => elided &n does not escape | elided composite literal does not escape | elided [][]*int literal does not escape
}
