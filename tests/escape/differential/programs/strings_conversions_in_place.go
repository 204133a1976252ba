package p

import "fmt"

type name string
type raw []byte

func fromName(n name) []byte              { return []byte(n) }
func toName(r raw) name                   { return name(r) }
func mapLookup(m map[name]int, r raw) int { return m[name(r)] }
func compareBoth(a, b []byte) bool        { return string(a) < string(b) }
func concatTwo(a, b []byte) string        { return string(a) + string(b) }
func lengthOnly(b []byte) int             { return len(string(b)) }
func rangeString(b []byte) (n int) {
	for range string(b) {
		n++
	}
	return
}
func longConcat(a, b, c, d, e, f string) string { return a + b + c + d + e + f }
func plusEquals(parts ...string) (s string) {
	for i := range parts {
		s += parts[i] + ","
	}
	return
}
func toRunesAndBack(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
func inInterface(b []byte)            { fmt.Println(string(b), []byte("x")) }
func byteToString(b byte) string      { return string(rune(b)) }
func copied(dst []byte, s string) int { return copy(dst, s) }
func scratch(s string) int {
	b := []byte(s)
	b[0] = 'x'
	return int(b[0])
}
func constantBytes() int { return len([]byte("constant")) }
