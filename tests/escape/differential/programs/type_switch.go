package p

type num struct{ v int }
type str struct{ s string }
type expr interface{}

func eval(e expr) int {
	switch x := e.(type) {
	case nil:
		return 0
	case int:
		return x
	case *num:
		return x.v
	case str:
		return len(x.s)
	case num, *str:
		_ = x
		return 1
	case func() int:
		return x()
	}
	return -1
}
func unwrap(e expr) *num {
	switch x := e.(type) {
	case *num:
		return x
	case num:
		return &x
	}
	return nil
}
func keepOther(e expr) expr {
	switch x := e.(type) {
	case int:
		return x + 1
	default:
		return x
	}
}
func plain(e expr) bool {
	switch e.(type) {
	case error, *num:
		return true
	}
	return false
}
func closureOver(e expr) func() int {
	switch x := e.(type) {
	case *num:
		return func() int { return x.v }
	case int:
		return func() int { x++; return x }
	}
	return nil
}
func fromCall(f func() expr) int {
	switch x := f().(type) {
	case []int:
		return len(x)
	case map[string]int:
		return len(x)
	}
	return 0
}
func localValue() int { return eval(3) + eval(&num{4}) + eval(str{"x"}) }
