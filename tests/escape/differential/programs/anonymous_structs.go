package p

var table = []struct {
	in  string
	out *int
}{{"a", new(int)}, {in: "b"}}

func param(v struct{ p *int }) *int        { return v.p }
func paramPtr(v *struct{ p, q *int }) *int { return v.q }
func local(p *int) *int {
	v := struct {
		p *int
		n struct{ q *int }
	}{p: p}
	v.n.q = v.p
	return v.n.q
}
func list(ps ...*int) []struct{ p *int } {
	var out []struct{ p *int }
	for _, p := range ps {
		out = append(out, struct{ p *int }{p})
	}
	return out
}
func boxed(n int) interface{} { return struct{ a, b int }{n, n} }
func mapped() map[struct{ x, y int }]bool {
	return map[struct{ x, y int }]bool{{1, 2}: true}
}
func channel() chan struct{ p *int } {
	c := make(chan struct{ p *int }, 1)
	c <- struct{ p *int }{new(int)}
	return c
}
func onlyLocal() int {
	v := &struct{ a [4]int }{}
	v.a[2] = 3
	return v.a[2]
}
