// Package sync/atomic of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package atomic
import "unsafe"
//gcsim:leaks addr=0
func AddInt32(addr *int32, delta int32) (new int32)
//gcsim:leaks addr=0
func AddInt64(addr *int64, delta int64) (new int64)
//gcsim:leaks addr=0
func AddUint32(addr *uint32, delta uint32) (new uint32)
//gcsim:leaks addr=0
func AddUint64(addr *uint64, delta uint64) (new uint64)
//gcsim:leaks addr=0
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)
type Bool struct{ _ noCopy; v uint32 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:24
func (x *Bool) CompareAndSwap(old bool, new bool) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (x *Bool) Load() bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:14
func (x *Bool) Store(val bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:17
func (x *Bool) Swap(new bool) (old bool)
//gcsim:leaks addr=0
func CompareAndSwapInt32(addr *int32, old int32, new int32) (swapped bool)
//gcsim:leaks addr=0
func CompareAndSwapInt64(addr *int64, old int64, new int64) (swapped bool)
//gcsim:leaks addr=0 old=0 new=0
func CompareAndSwapPointer(addr *unsafe.Pointer, old unsafe.Pointer, new unsafe.Pointer) (swapped bool)
//gcsim:leaks addr=0
func CompareAndSwapUint32(addr *uint32, old uint32, new uint32) (swapped bool)
//gcsim:leaks addr=0
func CompareAndSwapUint64(addr *uint64, old uint64, new uint64) (swapped bool)
//gcsim:leaks addr=0
func CompareAndSwapUintptr(addr *uintptr, old uintptr, new uintptr) (swapped bool)
type Int32 struct{ _ noCopy; v int32 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Int32) Add(delta int32) (new int32)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (x *Int32) CompareAndSwap(old int32, new int32) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Int32) Load() int32
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Int32) Store(val int32)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Int32) Swap(new int32) (old int32)
type Int64 struct{ _ noCopy; _ align64; v int64 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Int64) Add(delta int64) (new int64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (x *Int64) CompareAndSwap(old int64, new int64) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Int64) Load() int64
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Int64) Store(val int64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Int64) Swap(new int64) (old int64)
//gcsim:leaks addr=0
func LoadInt32(addr *int32) (val int32)
//gcsim:leaks addr=0
func LoadInt64(addr *int64) (val int64)
//gcsim:leaks addr=0
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)
//gcsim:leaks addr=0
func LoadUint32(addr *uint32) (val uint32)
//gcsim:leaks addr=0
func LoadUint64(addr *uint64) (val uint64)
//gcsim:leaks addr=0
func LoadUintptr(addr *uintptr) (val uintptr)
//gcsim:leaks addr=0
func StoreInt32(addr *int32, val int32)
//gcsim:leaks addr=0
func StoreInt64(addr *int64, val int64)
//gcsim:leaks addr=0 val=0
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)
//gcsim:leaks addr=0
func StoreUint32(addr *uint32, val uint32)
//gcsim:leaks addr=0
func StoreUint64(addr *uint64, val uint64)
//gcsim:leaks addr=0
func StoreUintptr(addr *uintptr, val uintptr)
//gcsim:leaks addr=0
func SwapInt32(addr *int32, new int32) (old int32)
//gcsim:leaks addr=0
func SwapInt64(addr *int64, new int64) (old int64)
//gcsim:leaks addr=0 new=0
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)
//gcsim:leaks addr=0
func SwapUint32(addr *uint32, new uint32) (old uint32)
//gcsim:leaks addr=0
func SwapUint64(addr *uint64, new uint64) (old uint64)
//gcsim:leaks addr=0
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)
type Uint32 struct{ _ noCopy; v uint32 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Uint32) Add(delta uint32) (new uint32)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (x *Uint32) CompareAndSwap(old uint32, new uint32) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Uint32) Load() uint32
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Uint32) Store(val uint32)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Uint32) Swap(new uint32) (old uint32)
type Uint64 struct{ _ noCopy; _ align64; v uint64 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Uint64) Add(delta uint64) (new uint64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (x *Uint64) CompareAndSwap(old uint64, new uint64) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Uint64) Load() uint64
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Uint64) Store(val uint64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Uint64) Swap(new uint64) (old uint64)
type Uintptr struct{ _ noCopy; v uintptr }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Uintptr) Add(delta uintptr) (new uintptr)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (x *Uintptr) CompareAndSwap(old uintptr, new uintptr) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Uintptr) Load() uintptr
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (x *Uintptr) Store(val uintptr)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (x *Uintptr) Swap(new uintptr) (old uintptr)
type Value struct{ v interface{} }
//gcsim:leaks receiver=0 new=0
func (v *Value) CompareAndSwap(old any, new any) (swapped bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:49
func (v *Value) Load() (val any)
//gcsim:leaks receiver=0 val=0
func (v *Value) Store(val any)
//gcsim:leaks receiver=0 new=0
func (v *Value) Swap(new any) (old any)
type align64 struct{}
//gcsim:inline 1.19:6
func b32(b bool) uint32
type noCopy struct{}
