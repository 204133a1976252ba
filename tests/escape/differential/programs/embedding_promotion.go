package p

type base struct {
	id   *int
	list []int
}
type named struct {
	base
	name string
}
type deep struct {
	*named
	extra int
}

var kept *base

func (b *base) keep()          { kept = b }
func (b *base) ident() *int    { return b.id }
func (b base) copyIdent() *int { return b.id }
func (b *base) push(v int)     { b.list = append(b.list, v) }

func direct(n *named) *int     { return n.ident() }
func valueOf(n *named) *int    { return n.copyIdent() }
func through(d deep) *int      { return d.ident() }
func fieldThrough(d deep) *int { return d.id }
func keepsOuter(n *named)      { n.keep() }
func keepsLocal()              { var n named; n.keep() }
func pushes() int {
	var n named
	n.push(1)
	n.push(2)
	return len(n.list)
}
func deepLocal() int {
	d := deep{named: &named{name: "x"}}
	d.push(1)
	return len(d.name)
}
func methodValue(d *deep) func() *int                { return d.ident }
func asInterface(n *named) interface{ ident() *int } { return n }
func embeddedPointer(d *deep) *base                  { return &d.base }
