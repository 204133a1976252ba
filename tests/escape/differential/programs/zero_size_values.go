package p

type none struct{}
type marker struct{ _ [0]int }

var sinkI interface{}
var sinkP *none

func (none) m()   {}
func (*none) pm() {}

func boxNone()                { sinkI = none{} }
func pointerNone()            { sinkP = &none{} }
func newNone() *none          { return new(none) }
func localNone()              { n := none{}; n.pm() }
func arrayNone() *[0]int      { return &[0]int{} }
func sliceNone() []none       { return []none{{}, {}} }
func emptySlice() []int       { return []int{} }
func emptyMap() map[none]none { return map[none]none{{}: {}} }
func set(keys []string) map[string]struct{} {
	out := make(map[string]struct{}, len(keys))
	for _, k := range keys {
		out[k] = struct{}{}
	}
	return out
}
func signal(c chan struct{}) { c <- struct{}{} }
func mark() *marker          { return &marker{} }
