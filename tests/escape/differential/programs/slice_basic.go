package p

var sink []*int

func element(s []*int) *int       { return s[0] }
func elementAddress(s []int) *int { return &s[0] }
func reslice(s []*int) []*int     { return s[1:] }
func store(s []*int, p *int)      { s[0] = p }
func keep(s []*int)               { sink = s }
func keepCopy(s []*int)           { sink = append([]*int(nil), s...) }
func keepElement(s []*int)        { sink = append(sink, s[0]) }
func small() int                  { s := []int{1, 2, 3}; return s[1] }
func returned() []int             { return []int{1, 2, 3} }
func pointers() int {
	i, j := 1, 2
	s := []*int{&i, &j}
	return *s[0] + *s[1]
}
func pointersOut() []*int {
	i := 1
	return []*int{&i, new(int)}
}
func nested(a, b []int) [][]int { return [][]int{a, b} }
func twoLevels(s [][]*int) *int { return s[0][1] }
