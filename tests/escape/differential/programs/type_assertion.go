package p

import "io"

type stringer interface{ String() string }
type id int

func (i id) String() string { return "id" }

func must(v interface{}) string            { return v.(stringer).String() }
func maybe(v interface{}) (stringer, bool) { s, ok := v.(stringer); return s, ok }
func concrete(v interface{}) id            { return v.(id) }
func pointer(v interface{}) *int           { return v.(*int) }
func pointerDeref(v interface{}) int       { return *v.(*int) }
func structField(v interface{}) *int       { return v.(struct{ p *int }).p }
func closeIt(r io.Reader) error {
	if c, ok := r.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
func assigned(v interface{}) *int {
	var p *int
	var ok bool
	if p, ok = v.(*int); !ok {
		p = nil
	}
	return p
}
func localBox() int {
	x := 3
	var v interface{} = &x
	return *v.(*int)
}
func slice(v interface{}) []*int { return v.([]*int) }
