package p

var a [8]int
var b [256]string

func index(x uint8, i int, u uint, p *[16]int) int {
	_ = b[x]
	_ = a[i&7]
	_ = a[i]
	_ = a[u%8]
	_ = a[u%9]
	_ = a[x>>5]
	_ = a[x/64]
	_ = p[i&15]
	_ = "abcdefgh"[i&7]
	f := func(j uint8) string { return b[j] }
	_ = f
	a[u&3]++
	return a[i&^-8]
}
