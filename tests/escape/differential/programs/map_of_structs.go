package p

type point struct{ x, y int }
type entry struct {
	name string
	at   *point
}

func group(list []entry) map[point][]*entry {
	out := make(map[point][]*entry)
	for i := range list {
		e := &list[i]
		out[*e.at] = append(out[*e.at], e)
	}
	return out
}
func names(list []entry) map[string]bool {
	seen := map[string]bool{}
	for _, e := range list {
		seen[e.name] = true
	}
	return seen
}
func copyOut(m map[string]entry, k string) *entry {
	e := m[k]
	return &e
}
func pointKey(m map[point]int) int {
	p := &point{1, 2}
	return m[*p]
}
func byteKey(m map[string]int, b []byte) int { return m[string(b)] }
func byteStore(m map[string]int, b []byte)   { m[string(b)] = 1 }
func arrayKey(m map[[2]string]int, b []byte) int {
	return m[[2]string{string(b), "x"}]
}
