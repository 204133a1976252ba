package p

import "strconv"

func itoa(n int) string                  { return strconv.Itoa(n) }
func atoi(s string) int                  { n, _ := strconv.Atoi(s); return n }
func parse(s string) (float64, error)    { return strconv.ParseFloat(s, 64) }
func appendInt(b []byte, n int64) []byte { return strconv.AppendInt(b, n, 10) }
func quote(s string) string              { return strconv.Quote(s) }
func local(n int64) int {
	var a [20]byte
	b := strconv.AppendInt(a[:0], n, 10)
	return len(b)
}
func encode(ns []int) string {
	b := make([]byte, 0, 64)
	for i, n := range ns {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}
func numError(err error) string {
	if e, ok := err.(*strconv.NumError); ok {
		return e.Func
	}
	return ""
}
