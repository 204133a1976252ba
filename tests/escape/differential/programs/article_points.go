package main

import "fmt"

type point struct{ x, y float64 }

func middle(a, b *point) point     { return point{(a.x + b.x) / 2, (a.y + b.y) / 2} }
func middlePtr(a, b *point) *point { return &point{(a.x + b.x) / 2, (a.y + b.y) / 2} }

//go:noinline
func middleNoInline(a, b *point) *point { m := middle(a, b); return &m }

func values(n int) []point {
	out := make([]point, 0, n)
	for i := 0; i < n; i++ {
		out = append(out, point{float64(i), 0})
	}
	return out
}
func pointers(n int) []*point {
	out := make([]*point, 0, n)
	for i := 0; i < n; i++ {
		out = append(out, &point{float64(i), 0})
	}
	return out
}
func main() {
	a, b := point{1, 2}, point{3, 4}
	m := middle(&a, &b)
	fmt.Println(m.x, middlePtr(&a, &b).y)
	fmt.Println(middleNoInline(&a, &b), len(values(3)), len(pointers(3)))
}
