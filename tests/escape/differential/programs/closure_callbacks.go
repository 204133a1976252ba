package p

type visitor func(depth int, n *tree) bool
type tree struct {
	left, right *tree
	key         int
}

func (t *tree) walk(depth int, v visitor) {
	if t == nil || !v(depth, t) {
		return
	}
	t.left.walk(depth+1, v)
	t.right.walk(depth+1, v)
}
func height(t *tree) int {
	h := 0
	t.walk(0, func(d int, _ *tree) bool {
		if d > h {
			h = d
		}
		return true
	})
	return h
}
func find(t *tree, key int) *tree {
	var found *tree
	t.walk(0, func(_ int, n *tree) bool {
		if n.key == key {
			found = n
		}
		return found == nil
	})
	return found
}
func keys(t *tree) []int {
	var out []int
	t.walk(0, func(_ int, n *tree) bool { out = append(out, n.key); return true })
	return out
}
