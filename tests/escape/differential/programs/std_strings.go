package p

import "strings"

func split(s string) []string { return strings.Split(s, ",") }
func splitCount(s string) int { return len(strings.Split(s, ",")) }
func fields(s string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.Fields(s) {
		out[strings.ToLower(w)]++
	}
	return out
}
func join(parts ...string) string { return strings.Join(parts, "/") }
func trim(s string) string        { return strings.TrimSpace(strings.TrimPrefix(s, "x")) }
func has(s string) bool {
	return strings.Contains(s, "a") || strings.HasPrefix(s, "b") || strings.HasSuffix(s, "c")
}
func mapped(s string) string {
	n := 0
	return strings.Map(func(r rune) rune { n++; return r + 1 }, s)
}
func cut(s string) (string, string) {
	if i := strings.Index(s, "="); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}
func replace(s string) string { return strings.Replace(s, "a", "b", -1) + strings.Repeat("-", 3) }
func replacer(s string) string {
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	return r.Replace(s)
}
func reader(s string) int {
	r := strings.NewReader(s)
	var b [4]byte
	n, _ := r.Read(b[:])
	return n
}
