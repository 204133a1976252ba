package p

type node struct {
	next *node
	val  int
}

type pair struct{ a, b *int }

var global *int
var globalNode *node

func returned() *int {
	x := 1
	return &x
}

func used() int {
	x := 1
	p := &x
	return *p
}

func twice() **int {
	x := 1
	p := &x
	return &p
}

func stored(n *node) {
	x := node{val: 1}
	n.next = &x
}

func field() *int {
	var n node
	return &n.val
}

func element() *int {
	var a [4]int
	return &a[2]
}

func sliceElement() *int {
	s := make([]int, 4)
	return &s[2]
}

func toGlobal() {
	x := 2
	global = &x
}

func chain() {
	a := &node{}
	b := &node{next: a}
	c := &node{next: b}
	globalNode = c.next
}

func structs(x, y *int) pair {
	p := pair{x, y}
	q := &p
	return *q
}

func arrays(x *int) [2]*int {
	var a [2]*int
	a[0] = x
	return a
}

func parameter(x int) *int { return &x }

func named() (r int, p *int) {
	p = &r
	return
}

func doublePointer(p **int) { global = *p }

func throughLocal(p **int) *int {
	q := *p
	r := q
	return r
}

func swap(p, q **int) { *p, *q = *q, *p }

func compare(p, q *int) bool { return p == q }

func sliced() []int {
	var a [3]int
	return a[:]
}

func slicedLocal() int {
	var a [3]int
	s := a[:]
	return len(s)
}

func unused(p *int) {}

func blank(_ *int, q *int) { _ = q }

func unnamed(*int, string) {}
