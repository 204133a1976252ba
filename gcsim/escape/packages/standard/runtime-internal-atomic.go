// Package runtime/internal/atomic of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package atomic
import "unsafe"
func And(ptr *uint32, val uint32)
func And8(ptr *uint8, val uint8)
type Bool struct{ u Uint8 }
//gcsim:inline 1.19:14
func (b *Bool) Load() bool
//gcsim:inline 1.19:22
func (b *Bool) Store(value bool)
func Cas(ptr *uint32, old uint32, new uint32) bool
func Cas64(ptr *uint64, old uint64, new uint64) bool
func CasRel(ptr *uint32, old uint32, new uint32) bool
func Casint32(ptr *int32, old int32, new int32) bool
func Casint64(ptr *int64, old int64, new int64) bool
//gcsim:leaks ptr=0 old=0 new=0
func Casp1(ptr *unsafe.Pointer, old unsafe.Pointer, new unsafe.Pointer) bool
func Casuintptr(ptr *uintptr, old uintptr, new uintptr) bool
type Float64 struct{ u Uint64 }
//gcsim:inline 1.19:18
func (f *Float64) Load() float64
//gcsim:inline 1.19:13
func (f *Float64) Store(value float64)
type Int32 struct{ noCopy noCopy; value int32 }
//gcsim:inline 1.19:7
func (i *Int32) Add(delta int32) int32
//gcsim:inline 1.19:8
func (i *Int32) CompareAndSwap(old int32, new int32) bool
//gcsim:inline 1.19:6
func (i *Int32) Load() int32
//gcsim:inline 1.19:6
func (i *Int32) Store(value int32)
//gcsim:inline 1.19:7
func (i *Int32) Swap(new int32) int32
type Int64 struct{ noCopy noCopy; _ align64; value int64 }
//gcsim:inline 1.19:7
func (i *Int64) Add(delta int64) int64
//gcsim:inline 1.19:8
func (i *Int64) CompareAndSwap(old int64, new int64) bool
//gcsim:inline 1.19:6
func (i *Int64) Load() int64
//gcsim:inline 1.19:6
func (i *Int64) Store(value int64)
//gcsim:inline 1.19:7
func (i *Int64) Swap(new int64) int64
func Load(ptr *uint32) uint32
func Load64(ptr *uint64) uint64
func Load8(ptr *uint8) uint8
func LoadAcq(ptr *uint32) uint32
func LoadAcq64(ptr *uint64) uint64
func LoadAcquintptr(ptr *uintptr) uintptr
func Loadint32(ptr *int32) int32
func Loadint64(ptr *int64) int64
//gcsim:leaks ptr=result0@1
func Loadp(ptr unsafe.Pointer) unsafe.Pointer
func Loaduint(ptr *uint) uint
func Loaduintptr(ptr *uintptr) uintptr
func Or(ptr *uint32, val uint32)
func Or8(ptr *uint8, val uint8)
func Store(ptr *uint32, val uint32)
func Store64(ptr *uint64, val uint64)
func Store8(ptr *uint8, val uint8)
func StoreRel(ptr *uint32, val uint32)
func StoreRel64(ptr *uint64, val uint64)
func StoreReluintptr(ptr *uintptr, val uintptr)
func Storeint32(ptr *int32, new int32)
func Storeint64(ptr *int64, new int64)
//gcsim:leaks ptr=0 val=0
func StorepNoWB(ptr unsafe.Pointer, val unsafe.Pointer)
func Storeuintptr(ptr *uintptr, new uintptr)
type Uint32 struct{ noCopy noCopy; value uint32 }
//gcsim:inline 1.19:7
func (u *Uint32) Add(delta int32) uint32
//gcsim:inline 1.19:6
func (u *Uint32) And(value uint32)
//gcsim:inline 1.19:8
func (u *Uint32) CompareAndSwap(old uint32, new uint32) bool
//gcsim:inline 1.19:8
func (u *Uint32) CompareAndSwapRelease(old uint32, new uint32) bool
//gcsim:inline 1.19:6
func (u *Uint32) Load() uint32
//gcsim:inline 1.19:6
func (u *Uint32) LoadAcquire() uint32
//gcsim:inline 1.19:6
func (u *Uint32) Or(value uint32)
//gcsim:inline 1.19:6
func (u *Uint32) Store(value uint32)
//gcsim:inline 1.19:6
func (u *Uint32) StoreRelease(value uint32)
//gcsim:inline 1.19:7
func (u *Uint32) Swap(value uint32) uint32
type Uint64 struct{ noCopy noCopy; _ align64; value uint64 }
//gcsim:inline 1.19:7
func (u *Uint64) Add(delta int64) uint64
//gcsim:inline 1.19:8
func (u *Uint64) CompareAndSwap(old uint64, new uint64) bool
//gcsim:inline 1.19:6
func (u *Uint64) Load() uint64
//gcsim:inline 1.19:6
func (u *Uint64) LoadAcquire() uint64
//gcsim:inline 1.19:6
func (u *Uint64) Store(value uint64)
//gcsim:inline 1.19:6
func (u *Uint64) StoreRelease(value uint64)
//gcsim:inline 1.19:7
func (u *Uint64) Swap(value uint64) uint64
type Uint8 struct{ noCopy noCopy; value uint8 }
//gcsim:inline 1.19:6
func (u *Uint8) And(value uint8)
//gcsim:inline 1.19:6
func (u *Uint8) Load() uint8
//gcsim:inline 1.19:6
func (u *Uint8) Or(value uint8)
//gcsim:inline 1.19:6
func (u *Uint8) Store(value uint8)
type Uintptr struct{ noCopy noCopy; value uintptr }
//gcsim:inline 1.19:7
func (u *Uintptr) Add(delta uintptr) uintptr
//gcsim:inline 1.19:8
func (u *Uintptr) CompareAndSwap(old uintptr, new uintptr) bool
//gcsim:inline 1.19:6
func (u *Uintptr) Load() uintptr
//gcsim:inline 1.19:6
func (u *Uintptr) LoadAcquire() uintptr
//gcsim:inline 1.19:6
func (u *Uintptr) Store(value uintptr)
//gcsim:inline 1.19:6
func (u *Uintptr) StoreRelease(value uintptr)
//gcsim:inline 1.19:7
func (u *Uintptr) Swap(value uintptr) uintptr
type UnsafePointer struct{ noCopy noCopy; value unsafe.Pointer }
//gcsim:leaks receiver=0 old=0 new=0
//gcsim:inline 1.19:8
func (u *UnsafePointer) CompareAndSwapNoWB(old unsafe.Pointer, new unsafe.Pointer) bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:6
func (u *UnsafePointer) Load() unsafe.Pointer
//gcsim:leaks receiver=0 value=0
//gcsim:inline 1.19:6
func (u *UnsafePointer) StoreNoWB(value unsafe.Pointer)
func Xadd(ptr *uint32, delta int32) uint32
func Xadd64(ptr *uint64, delta int64) uint64
func Xaddint32(ptr *int32, delta int32) int32
func Xaddint64(ptr *int64, delta int64) int64
func Xadduintptr(ptr *uintptr, delta uintptr) uintptr
func Xchg(ptr *uint32, new uint32) uint32
func Xchg64(ptr *uint64, new uint64) uint64
func Xchgint32(ptr *int32, new int32) int32
func Xchgint64(ptr *int64, new int64) int64
func Xchguintptr(ptr *uintptr, new uintptr) uintptr
type align64 struct{}
type noCopy struct{}
