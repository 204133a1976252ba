package p

type inner struct{ p *int }
type middle struct {
	in  inner
	ptr *inner
}
type outer struct {
	mid middle
	all [2]middle
}

var global *int

func direct(o *outer) *int    { return o.mid.in.p }
func hop(o *outer) *int       { return o.mid.ptr.p }
func indexed(o *outer) *int   { return o.all[1].in.p }
func toGlobal(o outer)        { global = o.mid.in.p }
func address(o *outer) **int  { return &o.mid.in.p }
func inside(o *outer) *middle { return &o.all[0] }
func build() *outer {
	i := 3
	o := new(outer)
	o.mid.ptr = &inner{}
	o.mid.ptr.p = &i
	return o
}
func buildLocal() int {
	i, j := 3, 4
	var o outer
	o.mid.ptr = &inner{&j}
	o.mid.in.p = &i
	return *o.mid.in.p + *o.mid.ptr.p
}
