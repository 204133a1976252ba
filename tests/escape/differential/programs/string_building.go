package p

import (
	"bytes"
	"strings"
)

func concat(a, b string) string        { return a + b }
func concatMany(a, b, c string) string { return a + "-" + b + "-" + c }
func appendTo(s string, parts []string) string {
	for _, p := range parts {
		s += p
	}
	return s
}
func builder(parts []string) string {
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(p)
	}
	return b.String()
}
func buffer(parts []string) string {
	var b bytes.Buffer
	for _, p := range parts {
		b.WriteString(p)
	}
	return b.String()
}
func bytesOf(s string) int      { b := []byte(s); return len(b) }
func bytesOut(s string) []byte  { return []byte(s) }
func stringOf(b []byte) string  { return string(b) }
func compare(b []byte) bool     { return string(b) == "yes" }
func runes(s string) int        { return len([]rune(s)) }
func runesOut(s string) []rune  { return []rune(s) }
func fromRunes(r []rune) string { return string(r) }
func fromRune(r rune) string    { return string(r) }
func rangeBytes(s string) (n int) {
	for _, c := range []byte(s) {
		n += int(c)
	}
	return
}
func substring(s string) string   { return s[1:3] }
func localConcat(a, b string) int { return len(a + b) }
func switchOn(b []byte) int {
	switch string(b) {
	case "a":
		return 1
	}
	return 0
}
func literalBytes() []byte          { return []byte("hello") }
func concatConvert(b []byte) string { return "x" + string(b) }
