package indirect

var kept *int
var keptTwice **int
var sink interface{}

func constant() {
	p := new(int) // => new(int) escapes to heap
	kept = p
}

func copied() {
	p := new(int) // => new(int) escapes to heap
	q := p
	kept = q
}

func loads() {
	i := 0 // => moved to heap: i
	p := &i // => &i escapes to heap
	q := &p // => loads &p does not escape
	kept = *q
}

func loadsTwice() {
	i := 0 // => moved to heap: i
	p := &i // => &i escapes to heap
	q := &p // => loadsTwice &p does not escape
	r := &q // => loadsTwice &q does not escape
	kept = **r
}

func stores(p **int, q *int) { // => leaking param: q | stores p does not escape
	*p = q
}

func storesLocal() {
	i := 0 // => moved to heap: i
	var p *int
	q := &p // => storesLocal &p does not escape
	*q = &i // => &i escapes to heap
}

func keepsOuter() {
	i := 0 // => moved to heap: i
	p := &i // => moved to heap: p | &i escapes to heap
	keptTwice = &p // => &p escapes to heap
}

func returnsLoad(p **int) *int { return *p } // => leaking param: p to result ~r1 level=1

func returnsAddress(p *int) **int { return &p } // => &p escapes to heap | moved to heap: p

func returnsAddressOfCopy(p *int) **int { // => leaking param: p to result ~r1 level=-1
	q := p // => moved to heap: q
	return &q // => &q escapes to heap
}

func addressOfDereference(p *int) *int { return &*p } // => &(*p) escapes to heap | leaking param: p to result ~r1 level=0

func fieldOfLoad(p **struct{ f *int }) *int { return (*p).f } // => leaking param: p to result ~r1 level=2

func resultOfFunction() *int {
	return **inner()
}

func inner() ***int {
	return new(**int) // => new(**int) escapes to heap
}

func loop(p *node) *node { // => leaking param: p to result ~r1 level=0
	for p.next != nil {
		p = p.next
	}
	return p
}

type node struct {
	next  *node
	value *int
}

func valueOf(n *node) *int { return n.value } // => leaking param: n to result ~r1 level=1

func last(n *node) *int { // => leaking param: n to result ~r1 level=3
	return n.next.next.value
}

func link(a, b *node) { a.next = b } // => leaking param: b | link a does not escape

func linkLocal() *node {
	a := &node{} // => linkLocal &node literal does not escape
	b := &node{} // => &node literal escapes to heap
	a.next = b
	return a.next
}

func listed() *node {
	var head *node
	for i := 0; i < 3; i++ {
		head = &node{next: head} // => &node literal escapes to heap
	}
	return head
}

func listedStays() int {
	var head *node
	for i := 0; i < 3; i++ {
		head = &node{next: head} // => &node literal escapes to heap
	}
	n := 0
	for ; head != nil; head = head.next {
		n++
	}
	return n
}

func cyclic() {
	var v interface{} // => moved to heap: v
	v = &v // => &v escapes to heap | &v escapes to heap
	sink = v
}
