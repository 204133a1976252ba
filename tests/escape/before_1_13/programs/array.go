package array

var kept *int
var sink interface{}

func literal() *int {
	i, j := 0, 0 // => moved to heap: i | moved to heap: j
	a := [2]*int{&i, &j} // => &i escapes to heap | &j escapes to heap
	return a[1]
}

func literalStays() int {
	i := 0
	a := [2]*int{&i} // => literalStays &i does not escape
	return *a[0]
}

func stores(p *int) *int { // => leaking param: p to result ~r1 level=0
	var a [3]*int
	a[1] = p
	return a[2]
}

func storesThroughPointer(a *[3]*int, p *int) { // => leaking param: p | storesThroughPointer a does not escape
	a[0] = p
}

func loadsThroughPointer(a *[3]*int) *int { // => leaking param: a to result ~r1 level=1
	return a[0]
}

func loadsValue(a [3]*int) *int { // => leaking param: a to result ~r1 level=0
	return a[0]
}

func addressOfElement() *int {
	var a [3]int // => moved to heap: a
	return &a[1] // => &a[1] escapes to heap
}

func addressOfElementOf(a *[3]int) *int { // => leaking param: a to result ~r1 level=0
	return &a[1] // => &a[1] escapes to heap
}

func rangesValue(a [3]*int) *int { // => leaking param: a to result ~r1 level=0
	for _, p := range a {
		return p
	}
	return nil
}

func rangesPointer(a *[3]*int) *int { // => leaking param: a to result ~r1 level=1
	for _, p := range a {
		return p
	}
	return nil
}

func explicit() byte {
	var a [10<<20 + 1]byte // => moved to heap: a
	return a[0]
}

func explicitStays() byte {
	var a [10 << 20]byte
	return a[0]
}

func implicit() byte {
	a := new([1 << 16]byte) // => new([65536]byte) escapes to heap
	return a[0]
}

func implicitStays() byte {
	a := new([1<<16 - 1]byte) // => implicitStays new([65535]byte) does not escape
	return a[0]
}

func implicitLiteral() byte {
	a := &[1 << 16]byte{} // => &[65536]byte literal escapes to heap
	return a[0]
}

func copies(a [2]*int) [2]*int { // => leaking param: a to result ~r1 level=0
	b := a
	return b
}

func nested(p *int) *int { // => leaking param: p to result ~r1 level=0
	var a [2][2]*int
	a[0][1] = p
	return a[1][0]
}

func slicesKept() []int {
	a := [4]int{1, 2, 3, 4} // => moved to heap: a
	return a[:] // => a escapes to heap
}

func boxed() {
	var a [2]int
	sink = a // => a escapes to heap
}
