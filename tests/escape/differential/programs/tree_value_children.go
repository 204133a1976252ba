package p

type dir struct {
	name     string
	children []dir
	parent   *dir
}

func (d *dir) add(name string) *dir {
	d.children = append(d.children, dir{name: name, parent: d})
	return &d.children[len(d.children)-1]
}
func (d *dir) path() string {
	if d.parent == nil {
		return d.name
	}
	return d.parent.path() + "/" + d.name
}
func (d dir) count() int {
	n := 1
	for _, c := range d.children {
		n += c.count()
	}
	return n
}
func (d *dir) walk(f func(string, *dir)) {
	f(d.path(), d)
	for i := range d.children {
		d.children[i].walk(f)
	}
}
func build() int {
	var root dir
	root.add("a").add("b")
	root.add("c")
	return root.count()
}
func names(d *dir) (out []string) {
	d.walk(func(p string, _ *dir) { out = append(out, p) })
	return
}
func longest(d *dir) *dir {
	best := d
	d.walk(func(_ string, e *dir) {
		if len(e.name) > len(best.name) {
			best = e
		}
	})
	return best
}
