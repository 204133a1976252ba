package p

type Inner struct{ p *int }
type Outer struct {
	Inner
	in *Inner
	xs [3]*Inner
	f  func(*int)
}

var sink *int
var sinkOuter Outer

func (i Inner) byValue() *int     { return i.p }
func (i *Inner) byPointer() *int  { return i.p }
func (i *Inner) setter(p *int)    { i.p = p }

func store(o *Outer, p *int)       { o.p = p }
func storeDeep(o *Outer, p *int)   { o.in.p = p }
func storeArray(o *Outer, i *Inner) { o.xs[1] = i }
func storeValue(o Outer, p *int)   { o.p = p; _ = o }
func load(o *Outer) *int           { return o.p }
func loadDeep(o *Outer) *int       { return o.in.p }
func loadArray(o *Outer) *int      { return o.xs[0].p }
func loadValue(o Outer) *int       { return o.p }
func loadAddress(o *Outer) **int   { return &o.p }
func copyOut(o *Outer) Outer       { return *o }
func copyGlobal(o *Outer)          { sinkOuter = *o }
func callField(o *Outer, p *int)   { o.f(p) }
func promotedValue(o Outer) *int   { return o.byValue() }
func promotedPointer(o *Outer) *int { return o.byPointer() }
func promotedSet(o *Outer, p *int) { o.setter(p) }
func arrayParam(a [2]*int) *int    { return a[1] }
func arrayPointer(a *[2]*int) *int { return a[1] }
func sliceParam(s []*int) *int     { return s[1] }
func sliceSlice(s [][]*int) *int   { return s[1][2] }
func subslice(s []*int) []*int     { return s[1:2] }
func subarray(a *[4]*int) []*int   { return a[1:2] }

func localStruct() *int {
	x := 1
	var o Outer
	o.p = &x
	return o.p
}

func localOther() *int {
	x, y := 1, 2
	o := Outer{Inner: Inner{&x}, in: &Inner{&y}}
	return o.in.p
}

func throughParam(o *Outer) {
	x := 1
	o.p = &x
}

func ignored(o Outer, n int, s []string) int { return n }

func multiple(p, q *int, b bool) *int {
	r := p
	if b {
		r = q
	}
	return r
}

func toBoth(p *int) (*int, *int) { return p, p }
func heapAndResult(p *int) *int  { sink = p; return p }
func contentAndResult(p **int) **int { sink = *p; return p }
func resultLevels(p ***int) (***int, **int, *int) { return p, *p, **p }
func blankResult(p *int) (_ *int, q *int)         { return p, nil }
func assignParam(p, q *int) { p = q; _ = p }
func paramToParam(p **int, q *int) { *p = q }
