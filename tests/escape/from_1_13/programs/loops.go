package p

type T struct{ next *T }

var sink *T

func outer() {
	var p *T
	for i := 0; i < 3; i++ {
		p = &T{}
	}
	_ = p
}

func inner() {
	for i := 0; i < 3; i++ {
		p := &T{}
		_ = p
	}
}

func list() *T {
	var head T
	p := &head
	for i := 0; i < 3; i++ {
		p.next = &T{}
		p = p.next
	}
	return head.next
}

func label() {
	var p *T
again:
	q := &T{}
	p = q
	if p != nil {
		goto again
	}
}

func forwardLabel() {
	var p *T
	q := &T{}
	p = q
	if p == nil {
		goto end
	}
	p = &T{}
end:
	_ = p
}

func breaks() {
	var p *T
loop:
	for {
		for {
			p = new(T)
			if p != nil {
				break loop
			}
			continue loop
		}
	}
}

func ranges(xs []*T, m map[*T]*T, c chan *T, a [3]*T, pa *[3]*T, s string) {
	for _, x := range xs {
		sink = x
	}
	for k, v := range m {
		_, _ = k, v
	}
	for v := range c {
		sink = v
	}
	for _, x := range a {
		sink = x
	}
	for _, x := range pa {
		sink = x
	}
	for _, r := range s {
		_ = r
	}
	for i := range xs {
		p := &i
		_ = p
	}
}

func rangeAddress(xs []T) (ps []*T) {
	for _, x := range xs {
		ps = append(ps, &x)
	}
	for i := range xs {
		ps = append(ps, &xs[i])
	}
	return
}

func rangeAssign(xs []*T) *T {
	var x *T
	for _, x = range xs {
	}
	return x
}

func condition() {
	var p *T
	for q := new(T); p != q; q = new(T) {
		p = q
	}
}

func nestedBlocks() {
	var p *T
	{
		{
			q := T{}
			p = &q
		}
	}
	if r := (T{}); p != nil {
		p = &r
	} else if s := (T{}); p != nil {
		p = &s
	} else {
		p = &T{}
	}
	switch t := (T{}); {
	case p == nil:
		p = &t
	default:
		u := T{}
		p = &u
	}
	_ = p
}
