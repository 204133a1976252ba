// errorcheck -0 -m -l

// What a parameter leaks, in the words of Go 1.8.

package leaks

var kept *int

func keep(p *int) { // ERROR "leaking param: p$"
	kept = p
}

func pass(p *int) *int { // ERROR "leaking param: p to result ~r1 level=0$"
	return p
}

func content(p **int) *int { // ERROR "leaking param: p to result ~r1 level=1$"
	return *p
}

func keepContent(p **int) { // ERROR "leaking param content: p$"
	kept = *p
}

func nothing(p *int) int { // ERROR "nothing p does not escape$"
	return *p
}

func swap(a, b **int) { // ERROR "leaking param content: a$" "leaking param content: b$"
	*a, *b = *b, *a
}
