package p

import (
	"reflect"
	"unsafe"
)

type header struct {
	data unsafe.Pointer
	n    int
}

func cast(p *int) *uint             { return (*uint)(unsafe.Pointer(p)) }
func castLocal() uint               { x := -1; return *(*uint)(unsafe.Pointer(&x)) }
func number(p *int) uintptr         { return uintptr(unsafe.Pointer(p)) }
func back(u uintptr) unsafe.Pointer { return unsafe.Pointer(u) }
func offset(h *header) *int {
	return (*int)(unsafe.Pointer(uintptr(unsafe.Pointer(h)) + unsafe.Offsetof(h.n)))
}
func hidden(p *int) unsafe.Pointer {
	return unsafe.Pointer(uintptr(unsafe.Pointer(p)) ^ 0)
}
func sizes() uintptr           { return unsafe.Sizeof(header{}) + unsafe.Alignof(int64(0)) }
func toString(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }
func toBytes(s string) (b []byte) {
	sh := (*reflect.StringHeader)(unsafe.Pointer(&s))
	bh := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	bh.Data, bh.Len, bh.Cap = sh.Data, sh.Len, sh.Len
	return b
}
func keepPointer(h *header, p *int) { h.data = unsafe.Pointer(p) }
func slice(p *int, n int) []int     { return unsafe.Slice(p, n) }
func add(p *int) *int               { return (*int)(unsafe.Add(unsafe.Pointer(p), 8)) }
