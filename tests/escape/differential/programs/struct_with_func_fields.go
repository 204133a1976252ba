package p

type ops struct {
	get func() *int
	set func(*int)
}

var stored *int

func forLocal() int {
	x := 1
	var cur *int = &x
	o := ops{get: func() *int { return cur }, set: func(p *int) { cur = p }}
	y := 2
	o.set(&y)
	return *o.get()
}
func forReturn() ops {
	var cur *int
	return ops{func() *int { return cur }, func(p *int) { cur = p }}
}
func global() *ops {
	return &ops{get: func() *int { return stored }, set: func(p *int) { stored = p }}
}
func replace(o *ops, p *int) { o.get = func() *int { return p } }
func call(o ops) *int        { return o.get() }
func table() map[string]func(int) int {
	k := 3
	return map[string]func(int) int{
		"inc":  func(v int) int { return v + 1 },
		"addk": func(v int) int { return v + k },
	}
}
func useTable() int {
	t := []func(int) int{func(v int) int { return v }, func(v int) int { return -v }}
	n := 0
	for _, f := range t {
		n += f(2)
	}
	return n
}
