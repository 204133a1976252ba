package p

type handler func(string) *string

var handlers = map[string]handler{
	"echo": echo,
	"new":  func(s string) *string { n := s + "!"; return &n },
}
var chain = compose(echo, echo)
var defaultHandler handler = echo
var cached = func(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}(10)
var sum, count = totals(cached)

func echo(s string) *string { return &s }
func compose(f, g handler) handler {
	return func(s string) *string { return f(*g(s)) }
}
func totals(ns []int) (s, c int) {
	for _, n := range ns {
		s += n
		c++
	}
	return
}
func call(name, arg string) *string {
	if h, ok := handlers[name]; ok {
		return h(arg)
	}
	return defaultHandler(arg)
}
