package p

type t struct{ next *t }

func outside() (out []*t) {
	x := t{}
	for i := 0; i < 3; i++ {
		out = append(out, &x)
	}
	return
}
func inside() int {
	var p *t
	for i := 0; i < 3; i++ {
		x := t{}
		p = &x
	}
	if p != nil {
		return 1
	}
	return 0
}
func insideOnly() int {
	n := 0
	for i := 0; i < 3; i++ {
		x := t{}
		p := &x
		if p.next == nil {
			n++
		}
	}
	return n
}
func newInLoop() *t {
	var head *t
	for i := 0; i < 3; i++ {
		head = &t{head}
	}
	return head
}
func newInLoopLocal() bool {
	var head *t
	for i := 0; i < 3; i++ {
		head = &t{head}
	}
	return head == nil
}
func reset() {
	var p *int
	for {
		i := 0
		p = &i
		_ = p
		break
	}
}
func nestedLoops() {
	var p *int
	for i := 0; i < 2; i++ {
		var q *int
		for j := 0; j < 2; j++ {
			k := i * j
			q = &k
		}
		p = q
	}
	_ = p
}
func ranged(list []t) *t {
	var p *t
	for _, v := range list {
		p = &v
	}
	return p
}
