package p

type strs []string
type table map[string]*int
type fn func(*int) *int
type num int
type ch chan *int
type arr [3]*int

func (s strs) first() *string        { return &s[0] }
func (s *strs) push(v string)        { *s = append(*s, v) }
func (t table) at(k string) *int     { return t[k] }
func (t table) put(k string, p *int) { t[k] = p }
func (f fn) call(p *int) *int        { return f(p) }
func (f fn) twice() fn               { return func(p *int) *int { return f(f(p)) } }
func (n *num) inc() *num             { *n++; return n }
func (n num) boxed() interface{}     { return n }
func (c ch) send(p *int)             { c <- p }
func (a arr) last() *int             { return a[2] }
func (a *arr) put(p *int)            { a[0] = p }

func use() int {
	var s strs
	s.push("x")
	t := table{}
	x := 1
	t.put("k", &x)
	var n num
	n.inc().inc()
	f := fn(func(p *int) *int { return p })
	f.call(&x)
	var a arr
	a.put(&x)
	return len(*s.first()) + *t.at("k") + int(n) + *f.twice()(&x)
}
