package p

import (
	"reflect"
	"unsafe"
)

var sink unsafe.Pointer

func toPointer(p *int) unsafe.Pointer { return unsafe.Pointer(p) }
func toUintptr(p *int) uintptr        { return uintptr(unsafe.Pointer(p)) }
func add(p *int) unsafe.Pointer       { return unsafe.Pointer(uintptr(unsafe.Pointer(p)) + 8) }
func addFn(p unsafe.Pointer) unsafe.Pointer { return unsafe.Add(p, 8) }
func slice(p *int) []int              { return unsafe.Slice(p, 3) }
func lost(u uintptr) unsafe.Pointer   { return unsafe.Pointer(u) }

func local() int {
	x := 1
	p := unsafe.Pointer(&x)
	return *(*int)(p)
}

func through() {
	x := 1
	sink = unsafe.Pointer(uintptr(unsafe.Pointer(&x)) &^ 7)
}

func header(s string) uintptr {
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	return h.Data
}

func setHeader(p *byte) (s string) {
	h := (*reflect.StringHeader)(unsafe.Pointer(&s))
	h.Data = uintptr(unsafe.Pointer(p))
	h.Len = 1
	return
}

//go:uintptrescapes
func escaping(a uintptr, rest ...uintptr) {}

func callEscaping() {
	x, y := 1, 2
	escaping(uintptr(unsafe.Pointer(&x)), uintptr(unsafe.Pointer(&y)))
}

func sizes(p *int) uintptr { return unsafe.Sizeof(p) + unsafe.Sizeof(*p) }
