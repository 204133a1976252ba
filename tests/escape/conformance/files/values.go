// errorcheck -0 -m -l

// Where values of all sorts live, in the words of Go 1.8.

package values

import "fmt"

type pair struct{ a, b *int }

func address() *int {
	x := 1    // ERROR "moved to heap: x$"
	return &x // ERROR "&x escapes to heap$"
}

func local() int {
	x := 1
	p := &x // ERROR "local &x does not escape$"
	return *p
}

func literal() *pair {
	return &pair{} // ERROR "&pair literal escapes to heap$"
}

func closure() func() int {
	n := 0              // ERROR "moved to heap: n$"
	return func() int { // ERROR "func literal escapes to heap$"
		n++ // ERROR "&n escapes to heap"
		return n
	}
}

func made(n int) int {
	s := make([]int, n)  // ERROR "make\(\[\]int, n\) escapes to heap$"
	t := make([]int, 10) // ERROR "made make\(\[\]int, 10\) does not escape$"
	return len(s) + len(t)
}

func shown(n int) {
	fmt.Println(n) // ERROR "shown ... argument does not escape$" "n escapes to heap$"
}
