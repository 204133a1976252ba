// +build linux

// errorcheck -0 -m

// What inlining says, and that a value stays where its address goes into an inlined call.

package inlined

func first(p, q *int) *int { return p } // ERROR "can inline first$" "leaking param: p to result ~r2 level=0$" "first q does not escape$"

func use() int { // ERROR "can inline use$"
	x, y := 1, 2
	return *first(&x, &y) // ERROR "inlining call to first$" "use &x does not escape$" "use &y does not escape$"
}
