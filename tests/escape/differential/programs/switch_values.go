package p

type op struct {
	code  int
	left  *op
	right *op
}

func pick(o *op) *op {
	switch o.code {
	case 0:
		return o
	case 1, 2:
		return o.left
	case 3:
		fallthrough
	default:
		return o.right
	}
}
func fold(o *op) *op {
	switch l, r := o.left, o.right; {
	case l == nil && r == nil:
		return &op{code: 1}
	case l == nil:
		x := *r
		return &x
	default:
		o.left = fold(l)
		return o
	}
}
func tag(f func() *int) int {
	switch p := f(); p {
	case nil:
		return 0
	default:
		return *p
	}
}
func text(s string) *string {
	switch s {
	case "a", "b":
		return &s
	}
	return nil
}
func iface(v interface{}) int {
	switch v {
	case 1, "x":
		return 1
	case nil:
		return 2
	}
	return 3
}
