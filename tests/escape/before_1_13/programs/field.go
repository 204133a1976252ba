package field

type pair struct {
	left, right *int
}

type holder struct {
	inner  pair
	link   *holder
	boxed  interface{}
	number int
}

var sink interface{}
var kept *int

func storesInField() {
	i := 0 // => moved to heap: i
	var p pair
	p.left = &i // => &i escapes to heap
	kept = p.left
}

func storesInOtherField() {
	i := 0 // => moved to heap: i
	var p pair
	p.left = &i // => &i escapes to heap
	kept = p.right
}

func storesOnly() {
	i := 0
	var p pair
	p.left = &i // => storesOnly &i does not escape
}

func storesThroughPointer() {
	i := 0 // => moved to heap: i
	p := &pair{} // => storesThroughPointer &pair literal does not escape
	p.left = &i // => &i escapes to heap
}

func storesNested() {
	i := 0 // => moved to heap: i
	var h holder
	h.inner.left = &i // => &i escapes to heap
	kept = h.inner.left
}

func keepsNumberOfField() {
	i := 0
	var h holder
	h.inner.left = &i // => keepsNumberOfField &i does not escape
	sink = h.number // => h.number escapes to heap
}

func readsFieldOfPointer() {
	i := 0 // => moved to heap: i
	h := &holder{inner: pair{left: &i}} // => &i escapes to heap | readsFieldOfPointer &holder literal does not escape
	kept = h.inner.left
}

func readsLinkOfLink() {
	i := 0 // => moved to heap: i
	h := holder{link: &holder{link: &holder{inner: pair{left: &i}}}} // => &i escapes to heap | readsLinkOfLink &holder literal does not escape | readsLinkOfLink &holder literal does not escape
	kept = h.link.link.inner.left
}

func addressOfField() *int {
	var h holder // => moved to heap: h
	return &h.number // => &h.number escapes to heap
}

func addressOfFieldStays() int {
	var h holder
	p := &h.number // => addressOfFieldStays &h.number does not escape
	*p = 3
	return *p
}

func copiesStruct(p pair) pair { // => leaking param: p to result ~r1 level=0
	q := p
	return q
}

func returnsFieldOf(h *holder) *int { // => leaking param: h to result ~r1 level=1
	return h.inner.left
}

func boxesField() {
	i := 0 // => moved to heap: i
	var h holder
	h.boxed = &i // => &i escapes to heap | &i escapes to heap
	sink = h.boxed
}

func boxesFieldOfPointer(h *holder, p *int) { // => leaking param: p | boxesFieldOfPointer h does not escape
	h.boxed = p // => p escapes to heap
}

func assertsField(h holder) *int { // => leaking param: h to result ~r1 level=0
	return h.boxed.(*int)
}

func positional() {
	i, j := 0, 0 // => moved to heap: i | moved to heap: j
	p := pair{&i, &j} // => &i escapes to heap | &j escapes to heap
	kept = p.right
}

func swaps(p *pair) { // => leaking param content: p
	p.left, p.right = p.right, p.left
}

func resets(p *pair, q pair) { // => leaking param: q | resets p does not escape
	*p = q
}
