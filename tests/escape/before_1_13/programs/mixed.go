package mixed

import (
	"fmt"
	"unsafe"
)

var kept *int
var sink interface{}

func prints(n int, p *int) { // => leaking param: p
	fmt.Println(n, p, "text") // => n escapes to heap | p escapes to heap | "text" escapes to heap | prints ... argument does not escape
}

func formats(n int) string {
	return fmt.Sprintf("%d", n) // => n escapes to heap | formats ... argument does not escape
}

func embeddedAddress() {
	i := 0 // => moved to heap: i
	s := struct{ p *int }{&i} // => &i escapes to heap
	q := &s // => embeddedAddress &s does not escape
	kept = (*q).p
}

func labels() {
outer:
	for i := 0; i < 3; i++ {
		for {
			p := new(int) // => labels new(int) does not escape
			*p = i
			continue outer
		}
	}
}

func loopKeepsLast() int {
	var last []int
	for i := 0; i < 3; i++ {
		last = make([]int, 3) // => make([]int, 3) escapes to heap
	}
	return len(last)
}

func loopInside() int {
	n := 0
	for i := 0; i < 3; i++ {
		s := make([]int, 3) // => loopInside make([]int, 3) does not escape
		n += len(s)
	}
	return n
}

func loopString(b []byte) string { // => loopString b does not escape
	s := ""
	for i := 0; i < 3; i++ {
		s = string(b) // => string(b) escapes to heap
	}
	return s[:0] + "x" // => s[:0] + "x" escapes to heap
}

func deferBuiltin(c chan int, m map[string]int) { // => leaking param: m | deferBuiltin c does not escape
	defer close(c)
	for {
		defer delete(m, "x")
	}
}

func goBuiltin(p *int) { // => leaking param: p
	go println(p)
}

func variableTooLarge() *byte {
	var a [11 << 20]byte // => moved to heap: a
	p := &a[3] // => variableTooLarge &a[3] does not escape
	*p = 1
	return nil
}

func parameterTooLarge(a [11 << 20]byte) byte { // => moved to heap: a
	return a[0]
}

func closureOverTooLarge() byte {
	var a [11 << 20]byte // => moved to heap: a
	f := func() byte { return a[1] } // => closureOverTooLarge func literal does not escape
	return f()
}

func multipleOfOne() (*int, error) {
	return several()
}

func several() (p *int, err error) {
	p = new(int) // => new(int) escapes to heap
	return p, nil
}

func assignsSeveral() *int {
	p, err := several()
	if err != nil {
		return nil
	}
	return p
}

func receives(c chan *int) *int { // => receives c does not escape
	p, ok := <-c
	if !ok {
		return nil
	}
	return p
}

func ifElse(b bool, p, q *int) *int { // => leaking param: p to result ~r3 level=0 | leaking param: q to result ~r3 level=0
	var r *int
	if b {
		r = p
	} else if r = q; r != nil {
		return nil
	}
	return r
}

func switches(n int, p, q *int) *int { // => leaking param: p to result ~r3 level=0 | leaking param: q to result ~r3 level=0
	switch {
	case n > 0:
		return p
	case n < 0:
		fallthrough
	default:
		return q
	}
}

func methodOnAddressable() int {
	var c counter
	c.add() // => methodOnAddressable c does not escape
	return c.n
}

type counter struct{ n int }

func (c *counter) add() { c.n++ } // => (*counter).add c does not escape

func pointerArithmetic(p unsafe.Pointer, n uintptr) *int { // => leaking param: p to result ~r2 level=0
	return (*int)(unsafe.Pointer(uintptr(p) + n))
}

func hides(p *int) *int { // => hides p does not escape
	x := uintptr(unsafe.Pointer(p))
	return (*int)(unsafe.Pointer(x ^ 0))
}

func stringsCompare(a, b []byte) bool { // => stringsCompare a does not escape | stringsCompare b does not escape
	return string(a) == string(b) // => stringsCompare string(a) does not escape | stringsCompare string(b) does not escape
}

func stringConcatAssign(s, t string) string { // => leaking param: s to result ~r2 level=0 | leaking param: t to result ~r2 level=0
	s += t
	return s
}

func newInLoop() *node {
	var list *node
	for i := 0; i < 4; i++ {
		n := new(node) // => new(node) escapes to heap
		n.next = list
		list = n
	}
	return nil
}

type node struct{ next *node }

func swapNodes(a, b **node) { // => leaking param content: b | leaking param content: a
	*a, *b = *b, *a
}

func nilChecks(p **int) { // => nilChecks p does not escape
	if *p == nil {
		*p = new(int) // => new(int) escapes to heap
	}
}

func channels() chan *int {
	c := make(chan *int, 1) // => make(chan *int, 1) escapes to heap
	i := 0 // => moved to heap: i
	c <- &i // => &i escapes to heap
	return c
}

func closureInStruct() func() {
	i := 0 // => moved to heap: i
	s := struct{ f func() }{func() { i++ }} // => func literal escapes to heap | func literal escapes to heap | &i escapes to heap
	return s.f
}

func sliceOfInterfaces(n int) []interface{} {
	return []interface{}{n, "a", nil} // => n escapes to heap | "a" escapes to heap | []interface {} literal escapes to heap
}

func arrayOfInterfaces(n int) int {
	a := [2]interface{}{n, n} // => arrayOfInterfaces n does not escape | arrayOfInterfaces n does not escape
	return len(a)
}

func nestedCalls(p *int) *int { // => leaking param: p to result ~r1 level=0
	return identity(identity(p))
}

func identity(p *int) *int { return p } // => leaking param: p to result ~r1 level=0

//go:noinline
func pragma(p *int) { kept = p } // => leaking param: p

type embedded struct{ *counter }

func promotedThroughPointer(e embedded) { e.add() } // => promotedThroughPointer e does not escape

type fn func(*int) *int

func (f fn) call(p *int) *int { return f(p) } // => leaking param: p | leaking param: f to result ~r1 level=1

func functionType() *int {
	i := 0 // => moved to heap: i
	return fn(identity).call(&i) // => &i escapes to heap
}

//= (*embedded).add .this does not escape
//= embedded.add .this does not escape
//= leaking param: p
//= leaking param: .this to result ~r1 level=2
