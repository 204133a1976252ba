package p

type op struct{ a, b *int }

func push(s *[]*op, o *op)     { *s = append(*s, o) }
func pushNew(s *[]*op, a *int) { *s = append(*s, &op{a: a}) }
func pop(s *[]*op) *op {
	old := *s
	o := old[len(old)-1]
	*s = old[:len(old)-1]
	return o
}
func peek(s []*op) **op { return &s[len(s)-1] }
func localStack() int {
	var s []*op
	x := 1
	push(&s, &op{a: &x})
	pushNew(&s, &x)
	return *pop(&s).a
}
func localValues() int {
	s := make([]op, 0, 4)
	x := 1
	s = append(s, op{&x, nil})
	s = append(s, op{b: &x})
	top := s[len(s)-1]
	s = s[:len(s)-1]
	return *top.b + len(s)
}
func queue(n int) (sum int) {
	q := []int{n}
	for len(q) > 0 {
		v := q[0]
		q = q[1:]
		sum += v
		if v > 1 {
			q = append(q, v/2, v/3)
		}
	}
	return
}
func reverse(s []*op) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}
func clone(s []*op) []*op { return append(s[:0:0], s...) }
func chunk(s []*op, n int) (out [][]*op) {
	for len(s) > n {
		out, s = append(out, s[:n]), s[n:]
	}
	return append(out, s)
}
