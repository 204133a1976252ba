package calls

import "unsafe"

var kept *int
var sink interface{}

func drop(p *int)           {} // => drop p does not escape
func read(p *int) int       { return *p } // => read p does not escape
func keep(p *int)           { kept = p } // => leaking param: p
func keepContent(p **int)   { kept = *p } // => leaking param content: p
func pass(p *int) *int      { return p } // => leaking param: p to result ~r1 level=0
func load(p **int) *int     { return *p } // => leaking param: p to result ~r1 level=1
func loadTwice(p ***int) *int { return **p } // => leaking param: p to result ~r1 level=2
func two(p, q *int) (*int, *int) { return q, p } // => leaking param: q to result ~r2 level=0 | leaking param: p to result ~r3 level=0
func named(p *int) (r *int) { r = p; return } // => leaking param: p to result r level=0
func naked(p *int) (r *int) { // => leaking param: p to result r level=0
	defer drop(p)
	r = p
	return r
}
func blank(_ *int, p *int) {} // => blank p does not escape
func unnamed(*int)         {}

func outside(p *int) *int

//go:noescape
func outsideKept(p *int) *int // => outsideKept p does not escape

func callsDrop()        { i := 0; drop(&i) } // => callsDrop &i does not escape
func callsRead() int    { i := 0; return read(&i) } // => callsRead &i does not escape
func callsKeep()        { i := 0; keep(&i) } // => &i escapes to heap | moved to heap: i
func callsKeepContent() { i := 0; p := &i; keepContent(&p) } // => &i escapes to heap | moved to heap: i | callsKeepContent &p does not escape
func callsPass() int    { i := 0; return *pass(&i) } // => callsPass &i does not escape
func callsPassOut() *int { i := 0; return pass(&i) } // => &i escapes to heap | moved to heap: i
func callsLoad() *int    { i := 0; p := &i; return load(&p) } // => &i escapes to heap | moved to heap: i | callsLoad &p does not escape
func callsLoadTwice() *int {
	i := 0 // => moved to heap: i
	p := &i // => &i escapes to heap
	q := &p // => callsLoadTwice &p does not escape
	return loadTwice(&q) // => callsLoadTwice &q does not escape
}
func callsTwo() *int {
	i, j := 0, 0 // => moved to heap: j
	a, b := two(&i, &j) // => &j escapes to heap | callsTwo &i does not escape
	_ = b
	return a
}
func passesTwoOn(p, q *int) (*int, *int) { return two(p, q) } // => leaking param: q to result ~r2 level=0 | leaking param: p to result ~r3 level=0
func dropTwo(p, q *int)                   {} // => dropTwo p does not escape | dropTwo q does not escape
func callsWithTwo(p, q *int)              { dropTwo(two(p, q)) } // => callsWithTwo p does not escape | callsWithTwo q does not escape
func callsBlank()                         { i, j := 0, 0; blank(&i, &j) } // => &i escapes to heap | moved to heap: i | callsBlank &j does not escape
func callsUnnamed()                       { i := 0; unnamed(&i) } // => &i escapes to heap | moved to heap: i
func callsOutside() *int                  { i := 0; return outside(&i) } // => &i escapes to heap | moved to heap: i
func callsOutsideKept()                   { i := 0; outsideKept(&i) } // => callsOutsideKept &i does not escape

func sum(xs ...int) int           { return len(xs) } // => sum xs does not escape
func keepAll(xs ...*int)          { kept = xs[0] } // => leaking param content: xs
func returnAll(xs ...*int) []*int { return xs } // => leaking param: xs to result ~r1 level=0
func returnFirst(xs ...*int) *int { return xs[0] } // => leaking param: xs to result ~r1 level=1

func callsSum() int       { return sum(1, 2, 3) } // => callsSum ... argument does not escape
func callsKeepAll()       { i := 0; keepAll(&i) } // => &i escapes to heap | moved to heap: i | callsKeepAll ... argument does not escape
func callsReturnAll() int { i := 0; return len(returnAll(&i)) } // => callsReturnAll &i does not escape | callsReturnAll ... argument does not escape
func callsReturnAllOut() []*int {
	i := 0 // => moved to heap: i
	return returnAll(&i) // => ... argument escapes to heap | &i escapes to heap
}
func callsReturnFirst() *int  { i := 0; return returnFirst(nil, &i) } // => &i escapes to heap | moved to heap: i | callsReturnFirst ... argument does not escape
func spreads(xs []*int) []*int { return returnAll(xs...) } // => leaking param: xs to result ~r1 level=0
func callsNone() int           { return sum() }

func recursive(p *int, n int) *int { // => leaking param: p
	if n == 0 {
		return p
	}
	return recursive(p, n-1)
}

func recursiveDrop(p *int, n int) { // => recursiveDrop p does not escape
	if n > 0 {
		recursiveDrop(p, n-1)
	}
}

func even(p *int, n int) *int { // => leaking param: p
	if n == 0 {
		return p
	}
	return odd(p, n-1)
}

func odd(p *int, n int) *int { // => leaking param: p
	if n == 0 {
		return nil
	}
	return even(p, n-1)
}

func recursiveVariadic(n int, xs ...*int) { // => leaking param content: xs
	if n > 0 {
		recursiveVariadic(n-1, xs[0], new(int)) // => new(int) escapes to heap | recursiveVariadic ... argument does not escape
	}
}

func deferInLoop(p *int) { // => leaking param: p
	for {
		defer drop(p)
	}
}

func goes(p *int) { go drop(p) } // => leaking param: p

func deferOnce(p *int) { defer drop(p) } // => deferOnce p does not escape

func five(a, b, c, d, e *int) (v, w, x, y, z *int) { return a, b, c, d, e } // => leaking param: a to result v level=0 | leaking param: b to result w level=0 | leaking param: c to result x level=0 | leaking param: d to result y level=0 | leaking param: e to result z level=0

func arithmetic(p *int) unsafe.Pointer { // => leaking param: p to result ~r1 level=0
	return unsafe.Pointer(uintptr(unsafe.Pointer(p)) + 8)
}

func number(p *int) uintptr { return uintptr(unsafe.Pointer(p)) } // => leaking param: p to result ~r1 level=0

func system(trap uintptr, p uintptr) // => system assuming trap is unsafe uintptr | system assuming p is unsafe uintptr
