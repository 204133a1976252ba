package p

func small() byte  { var a [1 << 10]byte; return a[5] }
func medium() byte { var a [1 << 20]byte; a[2] = 1; return a[7] }
func limit() byte  { var a [10 << 20]byte; a[2] = 1; return a[7] }
func over() byte   { var a [10<<20 + 1]byte; a[2] = 1; return a[7] }
func pointer() byte {
	a := new([64 << 10]byte)
	return a[3]
}
func pointerOver() byte {
	a := new([64<<10 + 1]byte)
	return a[3]
}
func literal() int { a := &[1 << 13]int{1}; return a[3] }
func literalOver() int {
	a := &[1<<13 + 1]int{1}
	return a[3]
}
func sliceLiteral() int { a := []int{1 << 13: 1}; return len(a) }
func addressed() byte {
	var a [100 << 10]byte
	p := &a
	return p[1]
}

type huge struct{ data [11 << 20]byte }

func structValue() byte     { var h huge; return h.data[1] }
func structPointer() byte   { h := &huge{}; return h.data[1] }
func parameter(h huge) byte { return h.data[0] }
