package p

import "strconv"

type value struct {
	kind  byte
	num   int
	str   string
	items []*value
	pairs map[string]*value
}

func number(n int) *value         { return &value{kind: 'n', num: n} }
func text(s string) *value        { return &value{kind: 's', str: s} }
func list(items ...*value) *value { return &value{kind: 'l', items: items} }
func (v *value) encode() []byte {
	switch v.kind {
	case 'n':
		return []byte(strconv.Itoa(v.num))
	case 's':
		return []byte(strconv.Quote(v.str))
	}
	out := []byte{'['}
	for i, it := range v.items {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, it.encode()...)
	}
	return append(out, ']')
}
func (v *value) appendTo(b []byte) []byte {
	switch v.kind {
	case 'n':
		return strconv.AppendInt(b, int64(v.num), 10)
	case 's':
		return strconv.AppendQuote(b, v.str)
	case 'm':
		for k, it := range v.pairs {
			b = append(append(b, k...), ':')
			b = it.appendTo(b)
		}
		return b
	}
	b = append(b, '[')
	for _, it := range v.items {
		b = it.appendTo(b)
	}
	return append(b, ']')
}
func use() (int, int) {
	v := list(number(1), text("x"), list())
	var space [64]byte
	return len(v.encode()), len(v.appendTo(space[:0]))
}
