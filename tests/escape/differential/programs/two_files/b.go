package p

func later(p *int) *int { return earlier(p) }
func earlier(p *int) *int {
	s := shared{p: p}
	s.add(&shared{})
	return s.p
}
func init() { register("b", &shared{p: new(int)}) }

var first = register("first", &shared{})
