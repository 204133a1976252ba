// Package hash/maphash of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package maphash
import "unsafe"
func Bytes(seed Seed, b []byte) uint64
type Hash struct{ _ [0]func(); seed Seed; state Seed; buf [128]byte; n int }
//gcsim:inline 1.19:2
func (h *Hash) BlockSize() int
//gcsim:inline 1.19:69
func (h *Hash) Reset()
//gcsim:inline 1.19:63
func (h *Hash) Seed() Seed
//gcsim:inline 1.19:20
func (h *Hash) SetSeed(seed Seed)
//gcsim:inline 1.19:2
func (h *Hash) Size() int
//gcsim:leaks b=result0@0
func (h *Hash) Sum(b []byte) []byte
func (h *Hash) Sum64() uint64
func (h *Hash) Write(b []byte) (int, error)
//gcsim:inline 1.19:78
func (h *Hash) WriteByte(b byte) error
func (h *Hash) WriteString(s string) (int, error)
func (h *Hash) flush()
func (h *Hash) initSeed()
//gcsim:inline 1.19:75
func MakeSeed() Seed
type Seed struct{ s uint64 }
func String(seed Seed, s string) uint64
func runtime_memhash(p unsafe.Pointer, seed uintptr, s uintptr) uintptr
