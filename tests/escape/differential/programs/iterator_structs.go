package p

type iter struct {
	list []*int
	at   int
}
type source interface {
	next() (*int, bool)
}
type mapped struct {
	src source
	f   func(*int) *int
}

func (i *iter) next() (*int, bool) {
	if i.at >= len(i.list) {
		return nil, false
	}
	i.at++
	return i.list[i.at-1], true
}
func (m mapped) next() (*int, bool) {
	p, ok := m.src.next()
	if !ok {
		return nil, false
	}
	return m.f(p), true
}
func of(ps ...*int) *iter                      { return &iter{list: ps} }
func apply(s source, f func(*int) *int) source { return mapped{s, f} }
func collect(s source) (out []*int) {
	for p, ok := s.next(); ok; p, ok = s.next() {
		out = append(out, p)
	}
	return
}
func total() (n int) {
	a, b := 1, 2
	it := of(&a, &b)
	for {
		p, ok := it.next()
		if !ok {
			return
		}
		n += *p
	}
}
func doubled() []*int {
	a := 3
	return collect(apply(of(&a), func(p *int) *int { d := *p * 2; return &d }))
}
