package p

type n struct {
	left, right *n
	v           int
}

func sum(t *n) int {
	if t == nil {
		return 0
	}
	return t.v + sum(t.left) + sum(t.right)
}
func leftmost(t *n) *n {
	if t.left == nil {
		return t
	}
	return leftmost(t.left)
}
func insert(t *n, v int) *n {
	if t == nil {
		return &n{v: v}
	}
	if v < t.v {
		t.left = insert(t.left, v)
	} else {
		t.right = insert(t.right, v)
	}
	return t
}
func countdown(p *int) *int {
	if *p == 0 {
		return p
	}
	q := *p - 1
	return countdown(&q)
}
func countdownValue(p *int) int {
	if *p == 0 {
		return 0
	}
	q := *p - 1
	return 1 + countdownValue(&q)
}
func build(depth int) *n {
	if depth == 0 {
		return nil
	}
	return &n{build(depth - 1), build(depth - 1), depth}
}
func ignore(p *int, k int) {
	if k > 0 {
		ignore(p, k-1)
	}
}
