package level

var kept *int
var keptTwice **int
var keptThrice ***int

func zero() {
	i := 0 // => moved to heap: i
	p := &i // => &i escapes to heap
	kept = p
}

func minusOne() {
	i := 0 // => moved to heap: i
	p := &i // => moved to heap: p | &i escapes to heap
	keptTwice = &p // => &p escapes to heap
}

func minusTwo() {
	i := 0 // => moved to heap: i
	p := &i // => moved to heap: p | &i escapes to heap
	q := &p // => moved to heap: q | &p escapes to heap
	keptThrice = &q // => &q escapes to heap
}

func down() {
	i := 0 // => moved to heap: i
	p := &i // => &i escapes to heap
	q := &p // => down &p does not escape
	kept = *q
}

func downAndUp() {
	i := 0 // => moved to heap: i
	p := &i // => &i escapes to heap
	q := &p // => downAndUp &p does not escape
	r := *q // => moved to heap: r
	keptTwice = &r // => &r escapes to heap
}

func upAndDown() {
	i := 0 // => moved to heap: i
	p := &i // => moved to heap: p | &i escapes to heap
	q := &p // => &p escapes to heap
	r := &q // => upAndDown &q does not escape
	keptTwice = *r
}

func number() {
	i := 0
	p := &i // => number &i does not escape
	q := &p // => number &p does not escape
	sinkNumber = **q
}

var sinkNumber int

func parameterZero(p *int) { kept = p } // => leaking param: p

func parameterOne(p **int) { kept = *p } // => leaking param content: p

func parameterTwo(p ***int) { kept = **p } // => leaking param content: p

func parameterMinus(p *int) { keptTwice = &p } // => &p escapes to heap | moved to heap: p

func resultOne(p **int) *int { return *p } // => leaking param: p to result ~r1 level=1

func resultTwo(p ***int) *int { return **p } // => leaking param: p to result ~r1 level=2

func resultEight(p ********int) int { return ********p } // => resultEight p does not escape

func resultSeven(p ********int) *int { return *******p } // => leaking param: p to result ~r1 level=7

func viaStruct(p **int) interface{} { // => leaking param: p to result ~r1 level=1
	type t struct{ p *int }
	return t{*p} // => t literal escapes to heap
}

func viaPointerStruct(p **int) interface{} { // => leaking param: p to result ~r1 level=0
	type t struct{ p *int }
	return &t{*p} // => &t literal escapes to heap | &t literal escapes to heap
}

func both(p *int) (*int, **int) { return p, &p } // => leaking param: p to result ~r1 level=0 | &p escapes to heap | moved to heap: p

func resultAndHeap(p *int) *int { // => leaking param: p
	kept = p
	return p
}

func resultAndContent(p **int) **int { // => leaking param content: p | leaking param: p to result ~r1 level=0
	kept = *p
	return p
}
