package p

import _ "unsafe"

func asm(p *int) *int

//go:noescape
func asmNoEscape(p *int, b []byte)

func asmMany(a, b *int, c interface{}) (int, *int)

func use() int {
	x, y := 1, 2
	asm(&x)
	asmNoEscape(&y, make([]byte, 8))
	return x + y
}
func useMany() *int {
	x := 1
	_, p := asmMany(nil, &x, 3)
	return p
}
