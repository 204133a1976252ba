package p

type frame struct {
	below *frame
	vars  map[string]interface{}
}
type vm struct {
	top   *frame
	depth int
}

func (m *vm) enter() *frame {
	m.top = &frame{below: m.top}
	m.depth++
	return m.top
}
func (m *vm) leave() { m.top = m.top.below; m.depth-- }
func (f *frame) set(k string, v interface{}) {
	if f.vars == nil {
		f.vars = make(map[string]interface{})
	}
	f.vars[k] = v
}
func (f *frame) get(k string) interface{} {
	for g := f; g != nil; g = g.below {
		if v, ok := g.vars[k]; ok {
			return v
		}
	}
	return nil
}
func run() interface{} {
	var m vm
	f := m.enter()
	f.set("x", 1)
	f.set("y", &m.depth)
	defer m.leave()
	return f.get("x")
}
func onStack(n int, below *frame) int {
	if n == 0 {
		d := 0
		for f := below; f != nil; f = f.below {
			d++
		}
		return d
	}
	f := frame{below: below}
	return onStack(n-1, &f)
}
