package p

type gauge struct{ v int }

var callback func() int

func (g gauge) get() int   { return g.v }
func (g *gauge) add(d int) { g.v += d }
func (g *gauge) read() int { return g.v }

func value(g gauge) func() int   { return g.get }
func pointer(g *gauge) func(int) { return g.add }
func keep(g *gauge)              { callback = g.read }
func keepLocal()                 { g := gauge{1}; callback = g.read }
func calledHere() int {
	g := &gauge{}
	f := g.add
	f(3)
	return g.v
}
func passed(g *gauge) int                             { return apply(g.read) }
func apply(f func() int) int                          { return f() }
func ofInterface(i interface{ get() int }) func() int { return i.get }
func expression(g gauge) int {
	f := gauge.get
	return f(g)
}
func pointerExpression() int {
	g := gauge{}
	(*gauge).add(&g, 1)
	f := (*gauge).read
	return f(&g)
}
func deferred() {
	g := gauge{}
	defer g.add(1)
	f := g.add
	defer f(2)
}
