package p

type record struct {
	id   int
	tags []string
}

var all []record

func addAll(r record)                        { all = append(all, r) }
func add(s []record, r record) []record      { return append(s, r) }
func addPtr(s []*record, r record) []*record { return append(s, &r) }
func addLocal(n int) int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return len(s)
}
func addCap(n int) int {
	s := make([]int, 0, 16)
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return len(s)
}
func addMany(s []string) []string        { return append(s, "a", "b", "c") }
func addBytes(b []byte, s string) []byte { return append(b, s...) }
func tag(r *record, t string)            { r.tags = append(r.tags, t) }
func collect(n int) (out []*int) {
	for i := 0; i < n; i++ {
		v := i * i
		out = append(out, &v)
	}
	return
}
func filter(s []int, f func(int) bool) []int {
	out := s[:0]
	for _, v := range s {
		if f(v) {
			out = append(out, v)
		}
	}
	return out
}
func insertAt(s []int, i, v int) []int {
	return append(s[:i], append([]int{v}, s[i:]...)...)
}
