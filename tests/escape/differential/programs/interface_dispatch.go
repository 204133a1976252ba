package p

type reader interface{ read(p []byte) int }
type file struct{ pos int }

func (f *file) read(p []byte) int { f.pos += len(p); return copy(p, "data") }

func viaInterface(r reader) int {
	var buf [64]byte
	return r.read(buf[:])
}
func viaConcrete(f *file) int {
	var buf [64]byte
	return f.read(buf[:])
}
func devirtualized() int {
	var r reader = &file{}
	buf := make([]byte, 16)
	return r.read(buf)
}
func devirtualizedField() int {
	f := file{}
	r := reader(&f)
	var b [8]byte
	return r.read(b[:])
}
