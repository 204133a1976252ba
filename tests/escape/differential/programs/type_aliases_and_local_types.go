package p

import "strings"

type text = string
type ptr = *node
type node struct{ next ptr }
type builder = strings.Builder

func link(a, b ptr)         { a.next = b }
func fresh() ptr            { return &node{} }
func joined(a, b text) text { return a + b }
func build() string {
	var b builder
	b.WriteString("x")
	return b.String()
}
func localType() interface{} {
	type pair struct{ a, b *int }
	type list []pair
	l := list{{new(int), nil}}
	return l
}
func localPointer() int {
	type cell struct {
		v    int
		next *cell
	}
	var head *cell
	for i := 0; i < 3; i++ {
		head = &cell{i, head}
	}
	return head.v
}
func localInLiteral() func() interface{} {
	type t struct{ n int }
	return func() interface{} {
		type t struct{ s string }
		return &t{"x"}
	}
}
