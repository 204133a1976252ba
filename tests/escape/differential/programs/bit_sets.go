package p

type bits []uint64
type fixed [4]uint64

func newBits(n int) bits      { return make(bits, (n+63)/64) }
func (b bits) set(i int) bits { b[i>>6] |= 1 << (uint(i) & 63); return b }
func (b bits) has(i int) bool { return b[i>>6]&(1<<(uint(i)&63)) != 0 }
func (b bits) union(o bits) bits {
	out := make(bits, len(b))
	for i := range b {
		out[i] = b[i] | o[i]
	}
	return out
}
func (f *fixed) set(i int) { f[i>>6] |= 1 << (uint(i) & 63) }
func (f fixed) union(o fixed) fixed {
	for i := range f {
		f[i] |= o[i]
	}
	return f
}
func (f *fixed) slice() bits { return f[:] }
func count() (n int) {
	b := newBits(100).set(3).set(9)
	var f fixed
	f.set(1)
	g := f.union(fixed{1, 2})
	for i := 0; i < 100; i++ {
		if b.has(i) {
			n++
		}
	}
	return n + len(g.slice())
}
func constantBits() bool { return make(bits, 2).set(1).has(1) }
