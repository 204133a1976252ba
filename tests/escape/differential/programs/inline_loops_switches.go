package p

import "fmt"

func sum(xs []int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}
func index(xs []int, v int) int {
	for i := 0; i < len(xs); i++ {
		if xs[i] == v {
			return i
		}
	}
	return -1
}
func kind(n int) string {
	switch {
	case n < 0:
		return "negative"
	case n == 0:
		return "zero"
	}
	return "positive"
}
func label(xs []int) int {
outer:
	for i := range xs {
		if xs[i] == 0 {
			break outer
		}
	}
	return len(xs)
}
func selects(c chan int) int {
	select {
	case v := <-c:
		return v
	default:
	}
	return 0
}
func defers() int {
	defer fmt.Println("x")
	return 1
}
func typeSwitch(v interface{}) int {
	switch x := v.(type) {
	case int:
		return x
	}
	return 0
}
func use(c chan int) int {
	xs := []int{1, 2, 3}
	return sum(xs) + index(xs, 2) + len(kind(3)) + label(xs) + selects(c) + defers() + typeSwitch(c)
}
