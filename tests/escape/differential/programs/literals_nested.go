package p

type leaf struct{ v *int }
type branch struct {
	leaves []leaf
	byName map[string]*leaf
	arr    [2]*leaf
	sub    *branch
}

var sink *branch

func out(x *int) *branch {
	return &branch{
		leaves: []leaf{{x}, {new(int)}},
		byName: map[string]*leaf{"a": {x}, "b": nil},
		arr:    [2]*leaf{{x}},
		sub:    &branch{leaves: make([]leaf, 3)},
	}
}
func local(x *int) int {
	b := branch{
		leaves: []leaf{{x}},
		arr:    [...]*leaf{{x}, {}},
		sub:    &branch{arr: [2]*leaf{1: {x}}},
	}
	return len(b.leaves) + len(b.sub.arr)
}
func toSink() {
	x := 3
	sink = &branch{sub: &branch{sub: &branch{leaves: []leaf{{&x}}}}}
}
func part(x *int) *leaf {
	b := &branch{arr: [2]*leaf{{x}, {x}}}
	return b.arr[0]
}
func sliceOfSlices() [][]int      { return [][]int{{1}, {2, 3}, nil} }
func sliceOfMaps() []map[int]*int { return []map[int]*int{{1: new(int)}, {}} }
func pointers() []*[2]int         { return []*[2]int{{1, 2}, {3}} }
func funcs(p *int) []func() *int {
	return []func() *int{func() *int { return p }, nil}
}
func anonymous() interface{} {
	return []struct {
		k string
		v interface{}
	}{{"a", 1}, {"b", "x"}, {"c", &leaf{}}}
}
