package p

type stack struct{ items []interface{} }

func (s *stack) push(v interface{}) { s.items = append(s.items, v) }
func (s *stack) pop() interface{} {
	n := len(s.items) - 1
	v := s.items[n]
	s.items = s.items[:n]
	return v
}
func (s *stack) empty() bool { return len(s.items) == 0 }
func newStack() *stack       { return &stack{} }

type queue struct {
	in, out stack
}

func (q *queue) add(v interface{}) { q.in.push(v) }
func (q *queue) get() interface{} {
	if q.out.empty() {
		for !q.in.empty() {
			q.out.push(q.in.pop())
		}
	}
	return q.out.pop()
}
func run() int {
	s := newStack()
	s.push(1)
	s.push("two")
	if !s.empty() {
		_ = s.pop()
	}
	var q queue
	q.add(3)
	return q.get().(int)
}
