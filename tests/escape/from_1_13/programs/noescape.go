package p

import "unsafe"

func external(p *int, s string, n int) *int

//go:noescape
func careful(p *int, _ []byte, u uintptr)

func syscall(trap, a uintptr, p unsafe.Pointer)

func unnamed(*int, uintptr)

func callers() {
	x, y, z := 1, 2, 3
	external(&x, "", 0)
	careful(&y, nil, 0)
	syscall(1, uintptr(unsafe.Pointer(&z)), nil)
	w := 4
	unnamed(&w, 0)
}
