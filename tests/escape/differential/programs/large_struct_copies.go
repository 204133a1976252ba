package p

type block struct {
	data [1 << 12]byte
	next *block
}

func byValue(b block) *block  { return b.next }
func copied(b *block) block   { return *b }
func modified(b block) *block { b.data[0] = 1; return &b }
func list(n int) *block {
	var head *block
	for i := 0; i < n; i++ {
		head = &block{next: head}
	}
	return head
}
func local() byte {
	var b block
	c := b
	d := &c
	d.data[3] = 4
	return d.data[3]
}
func boxed(b block) interface{} { return b }
func slice() int                { return len(make([]block, 20)) }
func sliceSmall() int           { return len(make([]block, 2)) }
func sliceLiteral() int         { return len([]block{{}, {}, {}}) }
func array() *[16]block         { return new([16]block) }
func arrayLocal() byte          { a := new([17]block); return a[3].data[4] }
func channel(c chan block)      { c <- block{} }
func mapped(m map[int]block)    { m[1] = block{} }
func closure() func() byte {
	var b block
	return func() byte { return b.data[1] }
}
