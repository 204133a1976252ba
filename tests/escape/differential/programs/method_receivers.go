package p

type counter struct {
	n    int
	name *string
}

var registry []*counter

func (c counter) value() int          { return c.n }
func (c *counter) inc() *counter      { c.n++; return c }
func (c *counter) register()          { registry = append(registry, c) }
func (c counter) nameOf() *string     { return c.name }
func (c *counter) nameAddr() **string { return &c.name }
func (c counter) self() *counter      { return &c }
func (*counter) nothing()             {}
func (counter) nothingValue()         {}

func chain() int {
	var c counter
	return c.inc().inc().inc().value()
}
func registered() {
	c := counter{}
	c.register()
}
func implicitAddress() int {
	c := counter{}
	c.inc()
	return c.n
}
func implicitDereference(c *counter) int { return c.value() }
func elementMethod(list []counter)       { list[0].inc() }
func mapValue(m map[string]*counter) int { return m["a"].value() }
func addressOut() **string {
	c := counter{}
	return c.nameAddr()
}
