package param

var kept *int
var sink interface{}

func unused(p *int)         {} // => unused p does not escape
func blank(_ *int)          {}
func number(n int)          { sinkNumber = n }

var sinkNumber int

func returned(p *int) *int  { return p } // => leaking param: p to result ~r1 level=0
func returnedTwice(p *int) (*int, *int) { return p, p } // => leaking param: p to result ~r1 level=0 | leaking param: p to result ~r2 level=0
func second(p, q *int) (*int, *int) { return q, nil } // => leaking param: q to result ~r2 level=0 | second p does not escape
func leaked(p *int)         { kept = p } // => leaking param: p
func leakedBoxed(p *int)    { sink = p } // => p escapes to heap | leaking param: p
func leakedTwice(p *int) { // => leaking param: p
	kept = p
	sink = p // => p escapes to heap
}

func content(p *pair)       { kept = p.a } // => leaking param content: p
func contentToResult(p *pair) *int { return p.b } // => leaking param: p to result ~r1 level=1
func structValue(p pair)    { kept = p.a } // => leaking param: p
func structNumber(p pair) int { return p.n } // => structNumber p does not escape

type pair struct {
	a, b *int
	n    int
}

func (p *pair) get() *int   { return p.a } // => leaking param: p to result ~r0 level=1
func (p pair) getValue() *int { return p.a } // => leaking param: p to result ~r0 level=0
func (p *pair) set(q *int)  { p.a = q } // => leaking param: q | (*pair).set p does not escape
func (p *pair) self() *pair { return p } // => leaking param: p to result ~r0 level=0
func (*pair) anonymous()    {}

func useGet() *int {
	i := 0 // => moved to heap: i
	p := &pair{a: &i} // => &i escapes to heap | useGet &pair literal does not escape
	return p.get()
}

func useGetValue() *int {
	i := 0 // => moved to heap: i
	p := pair{a: &i} // => &i escapes to heap
	return p.getValue()
}

func useSet() {
	i := 0 // => moved to heap: i
	p := &pair{} // => useSet &pair literal does not escape
	p.set(&i) // => &i escapes to heap
}

func useSelf() *int {
	i := 0 // => moved to heap: i
	var p pair
	p.a = &i // => &i escapes to heap
	return p.self().self().a // => useSelf p does not escape
}

func useSelfStays() int {
	var p pair
	return p.self().n // => useSelfStays p does not escape
}

func useAnonymous() {
	var p pair // => moved to heap: p
	p.anonymous() // => p escapes to heap
}

func useAddress() {
	var p pair
	p.set(nil) // => useAddress p does not escape
}

func stringOf(s string) string { return s } // => leaking param: s to result ~r1 level=0
func stringLeaks(s string) { sink = s } // => s escapes to heap | leaking param: s
func sliceOf(s []int) []int { return s } // => leaking param: s to result ~r1 level=0
func sliceContent(s []*int) { kept = s[0] } // => leaking param content: s
func mapOf(m map[int]*int) *int { return m[0] } // => mapOf m does not escape
func channelOf(c chan *int) *int { return <-c } // => channelOf c does not escape
func sends(c chan *int, p *int) { c <- p } // => leaking param: p | sends c does not escape
func functionOf(f func() *int) *int { return f() } // => leaking param: f to result ~r1 level=1
func interfaceOf(v interface{}) interface{} { return v } // => leaking param: v to result ~r1 level=0

func addressOf(n int) *int { return &n } // => &n escapes to heap | moved to heap: n
func addressOfPointer(p *int) **int { return &p } // => &p escapes to heap | moved to heap: p
func addressStays(n int) int {
	p := &n // => addressStays &n does not escape
	return *p
}

func reassigned(p *int) *int { // => leaking param: p to result ~r1 level=0
	p = nil
	return p
}

func throughLocal(p *int) *int { // => leaking param: p to result ~r1 level=0
	q := p
	r := q
	return r
}

func throughLoop(p *int) *int { // => leaking param: p to result ~r1 level=0
	var q *int
	for i := 0; i < 3; i++ {
		q = p
	}
	return q
}

func throughLoopLocal() int {
	var q *int
	for i := 0; i < 3; i++ {
		j := i // => moved to heap: j
		q = &j // => &j escapes to heap
	}
	return *q
}

func throughGoto() int {
	var q *int
again:
	j := 0 // => moved to heap: j
	q = &j // => &j escapes to heap
	if *q > 0 {
		goto again
	}
	return *q
}

func throughForwardGoto() int {
	var q *int
	j := 0
	q = &j // => throughForwardGoto &j does not escape
	if *q > 0 {
		goto end
	}
end:
	return *q
}

func selects(c, d chan *int, p *int) *int { // => leaking param: p | selects c does not escape | selects d does not escape
	select {
	case q := <-c:
		return q
	case d <- p:
	default:
	}
	return nil
}

func resultOfResult() (p, q *int) {
	var r **int
	r = &p // => resultOfResult &p does not escape
	_ = r
	return nil, nil
}

func resultAddress() (p *int, q **int) { // => moved to heap: p
	q = &p // => &p escapes to heap
	return
}

//= leaking param: .this to result ~r0 level=1
