package p

type MyBytes []byte
type MyString string

var sink string
var bsink []byte

func toBytes(s string) []byte        { return []byte(s) }
func toString(b []byte) string       { return string(b) }
func toRunes(s string) []rune        { return []rune(s) }
func fromRunes(r []rune) string      { return string(r) }
func fromRune(r rune) string         { return string(r) }
func constBytes() []byte             { return []byte("abc") }
func constRunes() []rune             { return []rune("abc") }
func emptyRunes() []rune             { return []rune("") }
func named(b MyBytes) MyString       { return MyString(b) }
func namedBytes(s MyString) MyBytes  { return MyBytes(s) }
func same(s string) MyString         { return MyString(s) }
func concat(a, b string) string      { return a + b }
func concat3(a, b, c string) string  { return a + "x" + b + (c + "y") }
func folded() string                 { return "a" + "b" }
func concatNamed(a MyString) MyString { return a + "b" }

func stay(s string, b []byte) int {
	x := []byte(s)
	y := string(b)
	z := s + y
	return len(x) + len(y) + len(z)
}

func appendAssign(s, t string) string {
	s += t
	return s
}

func compare(b []byte, s string) bool { return string(b) == s }

func index(m map[string]int, b []byte) int { return m[string(b)] }

func ranges(s string) {
	for i, c := range []byte(s) {
		_, _ = i, c
	}
	for _, r := range []rune(s) {
		_ = r
	}
}

func slices(s string) string { return s[1:2] }
func at(s string) byte       { return s[0] }
func global(a, b string)     { sink = a + b; bsink = []byte(a) }

func escapes(a string) []string { return []string{a, a + "b"} }
