package p

const size = 100

func constant() int      { s := make([]int, size); return s[0] }
func variable(n int) int { s := make([]int, n); return s[0] }
func capacity(n int) int { s := make([]int, 0, n); return cap(s) }
func both() int          { s := make([]*int, 2, 8); return cap(s) }
func limit() int         { s := make([]byte, 64<<10); return len(s) }
func overLimit() int     { s := make([]byte, 64<<10+1); return len(s) }
func zero() int          { s := make([]int, 0); return len(s) }
func structs() int       { s := make([]struct{ a, b *int }, 4); return len(s) }
func bigElements() int   { s := make([][1 << 12]int64, 3); return len(s) }
func knownVariable() int {
	n := 10
	s := make([]int, n)
	return len(s)
}
func matrix(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}
func scratch() (sum int) {
	for i := 0; i < 3; i++ {
		s := make([]int, 8)
		s[i] = i
		sum += s[i]
	}
	return
}
func int64Size(n int64) int { return len(make([]byte, n)) }
func typed() interface{}    { return make([]int, 3) }
