package p

import "fmt"

func ints(xs ...int) int { return len(xs) }
func ptrs(xs ...*int) *int {
	if len(xs) == 0 {
		return nil
	}
	return xs[0]
}
func anys(xs ...interface{}) int            { return len(xs) }
func keep(xs ...interface{})                { kept = xs }
func fixed(a string, xs ...string) []string { return append(xs, a) }

var kept []interface{}

func none() int                        { return ints() }
func some() int                        { return ints(1, 2, 3) }
func spread(s []int) int               { return ints(s...) }
func pointers() *int                   { x, y := 1, 2; return ptrs(&x, &y) }
func pointersLocal() int               { x := 1; return *ptrs(&x) }
func boxed(a int, b string) int        { return anys(a, b, nil, 3) }
func keeps(a int)                      { keep(a, "c", &a) }
func forwards(a ...interface{}) string { return fmt.Sprint(a...) }
func appended(s string) []string       { return fixed(s, "x", "y") }
func literal() int {
	f := func(xs ...int) int { return len(xs) }
	return f(1, 2)
}
