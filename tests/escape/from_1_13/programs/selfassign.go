package p

type Buffer struct {
	buf  []byte
	ptr  *[]byte
	arr  [16]byte
	str1 string
	str2 string
	in   struct{ x, y *int }
	xs   []*int
	pa   *[4]int
}

var sink []byte

func (b *Buffer) reslice(n, m int) {
	b.buf = b.buf[n:m]
	b.buf = b.buf[n:m:m]
	b.buf = b.ptr0()[0:1]
}

func (b *Buffer) ptr0() []byte { return b.buf }

func (b *Buffer) array(n int) {
	b.buf = b.arr[:n]
}

func (b *Buffer) fields() {
	b.str1 = b.str2
	b.in.x = b.in.y
	b.str1 = b.str1[1:2]
	b.str2 = b.str1[1:2]
}

func (b *Buffer) elements(i, j int) {
	b.xs[i] = b.xs[j]
	b.xs[i], b.xs[j] = b.xs[j], b.xs[i]
	b.xs[f(i)] = b.xs[j]
	b.xs[i+1] = b.xs[j*2-i]
}

func f(i int) int { return i }

func (b *Buffer) pointed() {
	*b.ptr = (*b.ptr)[1:2]
	b.buf = b.pa2()
}

func (b *Buffer) pa2() []byte { return nil }

func (b Buffer) value() {
	b.buf = b.buf[1:2]
	b.str1 = b.str2
}

func local(p *[]byte) {
	*p = (*p)[1:]
}

func two(b, c *Buffer) {
	b.buf = c.buf[1:]
	b.str1 = c.str1
}

func (b *Buffer) closure() {
	func() { b.str1 = b.str2 }()
}

func (b *Buffer) operations(c *Buffer) {
	b.str1 += b.str2
	b.str1 += c.str2
	b.arr[0] += b.arr[1]
	b.arr[0]++
}
