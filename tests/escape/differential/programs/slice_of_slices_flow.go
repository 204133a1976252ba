package p

func transpose(m [][]*int) [][]*int {
	out := make([][]*int, len(m[0]))
	for i := range out {
		out[i] = make([]*int, len(m))
		for j := range m {
			out[i][j] = m[j][i]
		}
	}
	return out
}
func flatten(m [][]*int) (out []*int) {
	for _, row := range m {
		out = append(out, row...)
	}
	return out
}
func first(m [][]*int) []*int        { return m[0] }
func replace(m [][]*int, row []*int) { m[0] = row }
func deepReplace(m [][]*int, p *int) { m[0][0] = p }
func copyRow(dst, src []*int)        { copy(dst, src) }
func copyLocal(src []*int) int {
	var dst [4]*int
	return copy(dst[:], src)
}
func full(s []*int) []*int      { return s[1:2:3] }
func ofString(s string) string  { return s[1:] }
func ofArray(a *[8]*int) []*int { return a[2:4] }
func ofLocalArray() []int {
	var a [8]int
	return a[:]
}
