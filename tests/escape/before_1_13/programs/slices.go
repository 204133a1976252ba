package slices

var kept []*int
var sink interface{}

func literalStays() int {
	s := []int{1, 2, 3} // => literalStays []int literal does not escape
	return s[0] + len(s)
}

func literalOfPointersStays() int {
	i := 0
	s := []*int{&i} // => literalOfPointersStays &i does not escape | literalOfPointersStays []*int literal does not escape
	return *s[0]
}

func literalOfPointersKept() {
	i := 0 // => moved to heap: i
	kept = []*int{&i} // => &i escapes to heap | []*int literal escapes to heap
}

func literalReturned() []int {
	return []int{1} // => []int literal escapes to heap
}

func elementReturned() *int {
	i := 0 // => moved to heap: i
	s := []*int{&i} // => &i escapes to heap | elementReturned []*int literal does not escape
	return s[0]
}

func storesElement() {
	i := 0 // => moved to heap: i
	s := make([]*int, 4) // => storesElement make([]*int, 4) does not escape
	s[0] = &i // => &i escapes to heap
}

func storesInParameter(s []*int, p *int) { // => leaking param: p | storesInParameter s does not escape
	s[0] = p
}

func appends(p *int) []*int { // => leaking param: p
	var s []*int
	return append(s, p)
}

func appendsLocal() int {
	i := 0 // => moved to heap: i
	var s []*int
	s = append(s, &i) // => &i escapes to heap
	return len(s)
}

func appendsSlice(s, t []*int) []*int { // => leaking param content: t | leaking param content: s | leaking param: s to result ~r2 level=0
	return append(s, t...)
}

func copies(s, t []*int) { // => leaking param content: t | copies s does not escape
	copy(s, t)
}

func copiesNumbers(s, t []int) { // => leaking param content: t | copiesNumbers s does not escape
	copy(s, t)
}

func reslices(s []int) []int { // => leaking param: s to result ~r1 level=0
	return s[1:]
}

func slicesArray() []int {
	var a [4]int // => moved to heap: a
	return a[:] // => a escapes to heap
}

func slicesArrayStays() int {
	var a [4]int
	s := a[1:3] // => slicesArrayStays a does not escape
	return s[0]
}

func slicesPointerToArray(a *[4]int) []int { // => leaking param: a to result ~r1 level=0
	return a[:2]
}

func makesConstant() int {
	s := make([]int, 10, 20) // => makesConstant make([]int, 10, 20) does not escape
	return cap(s)
}

func makesVariable(n int) int {
	s := make([]int, n) // => make([]int, n) escapes to heap
	return cap(s)
}

func makesHuge() int {
	s := make([]int64, 1<<13) // => make([]int64, 1 << 13) escapes to heap
	return cap(s)
}

func makesJustSmall() int {
	s := make([]int64, 1<<13-1) // => makesJustSmall make([]int64, 1 << 13 - 1) does not escape
	return cap(s)
}

func makesReturned() []byte {
	return make([]byte, 4) // => make([]byte, 4) escapes to heap
}

func rangesPointers(s []*int) *int { // => leaking param: s to result ~r1 level=1
	for _, p := range s {
		return p
	}
	return nil
}

func rangesAddress(s []int) *int { // => leaking param: s to result ~r1 level=0
	for i := range s {
		return &s[i] // => &s[i] escapes to heap
	}
	return nil
}

func rangesVariable(s []int) *int { // => leaking param: s to result ~r1 level=0 | mark escaped content: s | mark escaped content: s
	for _, x := range s { // => moved to heap: x
		return &x // => &x escapes to heap
	}
	return nil
}

func bytesOfString(s string) []byte { // => bytesOfString s does not escape
	return []byte(s) // => ([]byte)(s) escapes to heap
}

func bytesOfStringStay(s string) int { // => bytesOfStringStay s does not escape
	b := []byte(s) // => bytesOfStringStay ([]byte)(s) does not escape
	return len(b)
}

func stringOfBytes(b []byte) string { // => stringOfBytes b does not escape
	return string(b) // => string(b) escapes to heap
}

func stringOfBytesStays(b []byte) bool { // => stringOfBytesStays b does not escape
	return string(b) == "x" // => stringOfBytesStays string(b) does not escape
}

func runes(s string) []rune { // => runes s does not escape
	return []rune(s) // => ([]rune)(s) escapes to heap
}

func stringOfRune(r rune) string {
	return string(r) // => string(r) escapes to heap
}

func sums(a, b, c string) string { // => sums a does not escape | sums b does not escape | sums c does not escape
	return a + b + c // => a + b + c escapes to heap
}

func sumStays(a, b string) int { // => sumStays a does not escape | sumStays b does not escape
	s := a + b // => sumStays a + b does not escape
	return len(s)
}

type buffer struct {
	buf []byte
	arr [8]byte
}

func (b *buffer) cut(n int) { // => (*buffer).cut b does not escape
	b.buf = b.buf[n:] // => (*buffer).cut ignoring self-assignment to b.buf
}

func (b *buffer) whole() { // => leaking param: b
	b.buf = b.arr[:] // => b.arr escapes to heap
}

func (b *buffer) bytes() []byte { return b.buf } // => leaking param: b to result ~r0 level=1
