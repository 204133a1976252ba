package p

type seg struct{ parts [][]byte }

func alias(b []byte) ([]byte, []byte) { return append(b, 1), append(b, 2) }
func intoField(s *seg, b []byte)      { s.parts = append(s.parts, b) }
func intoFieldCopy(s *seg, b []byte)  { s.parts = append(s.parts, append([]byte{}, b...)) }
func intoLocal(b []byte) int {
	var s seg
	s.parts = append(s.parts, b)
	return len(s.parts[0])
}
func fromLocalArray() []byte {
	var a [4]byte
	return append(a[:0], 1, 2, 3)
}
func fromLocalArrayLocal() int {
	var a [4]byte
	return len(append(a[:0], 1, 2, 3))
}
func pointersInto(out []*int, vals []int) []*int {
	for i := range vals {
		out = append(out, &vals[i])
	}
	return out
}
func discarded(b []byte, p []*int) {
	x := 1
	_ = append(p, &x)
	_ = append(b, "x"...)
}
func twice(s [][]*int, p *int) [][]*int { return append(s, append([]*int(nil), p)) }
func makeExtend(s []int, n int) []int   { return append(s, make([]int, n)...) }
func grow(s []*seg) []*seg {
	s = append(s, nil)
	s[len(s)-1] = &seg{}
	return s
}
