package structs

var kept *int
var sink interface{}

type inner struct {
	s  string
	sp *string
	u  *u
}

type u struct {
	name  string
	link  *string
	next  *u
}

type v struct {
	u *u
	w u
	p **string
}

func field(x inner) string { return x.s } // => leaking param: x to result ~r1 level=0
func pointerField(x inner) *string { return x.sp } // => leaking param: x to result ~r1 level=0
func ofPointer(x *inner) string { return x.s } // => leaking param: x to result ~r1 level=1
func pointerOfPointer(x *inner) *string { return x.sp } // => leaking param: x to result ~r1 level=1
func deep(x *inner) *string { return x.u.next.link } // => leaking param: x to result ~r1 level=3
func deeper(x *inner) string { return x.u.next.next.name } // => leaking param: x to result ~r1 level=4
func whole(x *inner) inner { return *x } // => leaking param: x to result ~r1 level=1
func addressOfPart(x *inner) *string { return &x.s } // => &x.s escapes to heap | leaking param: x to result ~r1 level=0
func addressOfCopy(x inner) *string { return &x.s } // => &x.s escapes to heap | moved to heap: x

func useField() string {
	s := "a"
	x := inner{s: s}
	return field(x)
}

func usePointerField() *string {
	s := "a" // => moved to heap: s
	x := inner{sp: &s} // => &s escapes to heap
	return pointerField(x)
}

func useOfPointer() string {
	s := "a" // => moved to heap: s
	x := inner{sp: &s} // => &s escapes to heap
	return ofPointer(&x) // => useOfPointer &x does not escape
}

func usePointerOfPointer() *string {
	s := "a" // => moved to heap: s
	x := inner{sp: &s} // => &s escapes to heap
	return pointerOfPointer(&x) // => usePointerOfPointer &x does not escape
}

func useDeep() *string {
	s := "a" // => moved to heap: s
	x := &inner{u: &u{next: &u{link: &s}}} // => &s escapes to heap | useDeep &u literal does not escape | useDeep &u literal does not escape | useDeep &inner literal does not escape
	return deep(x)
}

func useWhole() inner {
	s := "a" // => moved to heap: s
	x := &inner{sp: &s} // => &s escapes to heap | useWhole &inner literal does not escape
	return whole(x)
}

func useAddressOfPart() *string {
	var x inner // => moved to heap: x
	return addressOfPart(&x) // => &x escapes to heap
}

func nestedValue() *string {
	s := "a" // => moved to heap: s
	x := v{w: u{link: &s}} // => &s escapes to heap
	return x.w.link
}

func nestedPointer() **string {
	s := "a" // => moved to heap: s
	t := &s // => moved to heap: t | &s escapes to heap
	x := v{p: &t} // => &t escapes to heap
	return x.p
}

type embeds struct {
	*inner
	u
}

func promoted(e embeds) *string { return e.sp } // => leaking param: e to result ~r1 level=1
func promotedValue(e *embeds) *string { return e.link } // => leaking param: e to result ~r1 level=1

func (x *u) method() *string { return x.link } // => leaking param: x to result ~r0 level=1
func (x u) byValue() string { return x.name } // => leaking param: x to result ~r0 level=0

func callsPromoted(e *embeds) *string { return e.method() } // => leaking param: e to result ~r1 level=1 | callsPromoted e.u does not escape
func callsPromotedByValue(e *embeds) string { return e.byValue() } // => leaking param: e to result ~r1 level=1

func callsPromotedLocal() *string {
	var e embeds
	return e.method() // => callsPromotedLocal e.u does not escape
}

func compares(a, b inner) bool { return a == b } // => compares a does not escape | compares b does not escape

func literalOfLiteral() interface{} {
	return inner{sp: new(string), u: &u{next: &u{}}} // => inner literal escapes to heap | new(string) escapes to heap | &u literal escapes to heap | &u literal escapes to heap
}

func assignsWhole(x *inner, y inner) { *x = y } // => leaking param: y | assignsWhole x does not escape

func anonymous() *int {
	x := struct {
		n int
		p *int
	}{p: new(int)} // => moved to heap: x | new(int) escapes to heap
	return &x.n // => &x.n escapes to heap
}

func empty() *struct{} { return &struct{}{} } // => &struct {} literal escapes to heap

func large() int {
	x := &struct{ a [1 << 16]byte }{} // => &struct { a [65536]byte } literal escapes to heap
	return len(x.a)
}

//= leaking param: .this to result ~r0 level=1
//= leaking param: .this to result ~r0 level=1
//= (*embeds).method .this does not escape
//= (*embeds).method &.this.u does not escape
//= leaking param: .this to result ~r0 level=0
