package p

type item struct{ next *item }

var kept *item

func even(i *item) bool {
	if i == nil {
		return true
	}
	return odd(i.next)
}
func odd(i *item) bool {
	if i == nil {
		return false
	}
	return even(i.next)
}
func ping(i *item, n int) *item {
	if n == 0 {
		return i
	}
	return pong(i, n-1)
}
func pong(i *item, n int) *item { return ping(i, n) }
func a(x *int, n int) {
	if n > 0 {
		b(x, n-1)
	}
}
func b(x *int, n int) { c(x, n) }
func c(x *int, n int) {
	y := *x
	a(&y, n)
}
func storeA(i *item, n int) {
	if n > 3 {
		kept = i
		return
	}
	storeB(i, n)
}
func storeB(i *item, n int) { storeA(i, n+1) }
func use() bool {
	x := item{}
	y := &item{&x}
	return even(y)
}
func useStore() { storeB(&item{}, 0) }
