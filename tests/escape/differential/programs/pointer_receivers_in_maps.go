package p

type acc struct {
	total int
	hist  []int
}

func (a *acc) add(n int) *acc { a.total += n; a.hist = append(a.hist, n); return a }
func (a acc) sum() int        { return a.total }

type book map[string]*acc
type ledger map[string]acc

func (b book) entry(k string) *acc {
	if a, ok := b[k]; ok {
		return a
	}
	a := new(acc)
	b[k] = a
	return a
}
func (l ledger) add(k string, n int) {
	a := l[k]
	a.add(n)
	l[k] = a
}
func balance(names []string) int {
	b := book{}
	l := make(ledger)
	for i, n := range names {
		b.entry(n).add(i).add(i)
		l.add(n, i)
	}
	t := 0
	for _, a := range b {
		t += a.sum()
	}
	for _, a := range l {
		t += a.sum()
	}
	return t
}
func nested(m map[string]map[string]*acc, a, b string) *acc {
	in, ok := m[a]
	if !ok {
		in = map[string]*acc{}
		m[a] = in
	}
	in[b] = &acc{}
	return in[b]
}
