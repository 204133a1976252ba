package p

type buffer struct {
	buf  []byte
	view []byte
	lo   int
}

func (b *buffer) shrink(n int)    { b.buf = b.buf[:n] }
func (b *buffer) window(i, j int) { b.view = b.buf[i:j] }
func (b *buffer) swap()           { b.buf, b.view = b.view, b.buf }
func (b *buffer) reset()          { b.buf = b.buf[:0]; b.lo = 0 }
func (b *buffer) bytes() []byte   { return b.buf[b.lo:] }
func (b *buffer) grow(n int) {
	if cap(b.buf)-len(b.buf) < n {
		bigger := make([]byte, len(b.buf), 2*cap(b.buf)+n)
		copy(bigger, b.buf)
		b.buf = bigger
	}
}
func (b *buffer) write(p []byte) int {
	b.grow(len(p))
	b.buf = append(b.buf, p...)
	return len(p)
}
