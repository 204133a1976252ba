package p

type vec struct{ x, y, z float64 }

func addValue(a, b vec) vec     { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func addPointer(a, b *vec) *vec { return &vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func addInto(dst, a, b *vec)    { dst.x, dst.y, dst.z = a.x+b.x, a.y+b.y, a.z+b.z }
func sumValues(vs []vec) vec {
	var s vec
	for _, v := range vs {
		s = addValue(s, v)
	}
	return s
}
func sumPointers(vs []*vec) *vec {
	s := &vec{}
	for _, v := range vs {
		s = addPointer(s, v)
	}
	return s
}
func sumInto(vs []*vec) vec {
	var s vec
	for _, v := range vs {
		addInto(&s, &s, v)
	}
	return s
}
func many(n int) ([]vec, []*vec) {
	a := make([]vec, n)
	b := make([]*vec, n)
	for i := range a {
		a[i].x = float64(i)
		b[i] = &vec{x: float64(i)}
	}
	return a, b
}
func viaInterface(a, b interface{ len() float64 }) float64 { return a.len() + b.len() }
func (v vec) len() float64                                 { return v.x*v.x + v.y*v.y + v.z*v.z }
func compareBoth(v vec) float64                            { return viaInterface(v, &v) }
