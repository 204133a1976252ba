// Package reflect of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package reflect
import "unsafe"
//gcsim:leaks s=0 x=1
func Append(s Value, x ...Value) Value
//gcsim:leaks s=0 t=0
func AppendSlice(s Value, t Value) Value
const Array Kind = 17
//gcsim:leaks elem=0
func ArrayOf(length int, elem Type) Type
const Bool Kind = 1
const BothDir ChanDir = 3
const Chan Kind = 18
type ChanDir int
func (d ChanDir) String() string
//gcsim:leaks t=0
func ChanOf(dir ChanDir, t Type) Type
const Complex128 Kind = 16
const Complex64 Kind = 15
//gcsim:leaks dst=0 src=0
func Copy(dst Value, src Value) int
//gcsim:leaks x=0 y=0
func DeepEqual(x any, y any) bool
const Float32 Kind = 13
const Float64 Kind = 14
const Func Kind = 19
//gcsim:leaks in=1 out=1
func FuncOf(in []Type, out []Type, variadic bool) Type
//gcsim:leaks v=result0@0
//gcsim:inline 1.19:78
func Indirect(v Value) Value
const Int Kind = 2
const Int16 Kind = 4
const Int32 Kind = 5
const Int64 Kind = 6
const Int8 Kind = 3
const Interface Kind = 20
const Invalid Kind = 0
type Kind uint
//gcsim:inline 1.19:79
func (k Kind) String() string
//gcsim:leaks typ=0
func MakeChan(typ Type, buffer int) Value
//gcsim:leaks typ=0 fn=0
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value
//gcsim:leaks typ=0
//gcsim:inline 1.19:62
func MakeMap(typ Type) Value
//gcsim:leaks typ=0
func MakeMapWithSize(typ Type, n int) Value
//gcsim:leaks typ=0
func MakeSlice(typ Type, len int, cap int) Value
const Map Kind = 21
type MapIter struct{ m Value; hiter hiter }
//gcsim:leaks receiver=2
func (iter *MapIter) Key() Value
func (iter *MapIter) Next() bool
//gcsim:leaks v=0
func (iter *MapIter) Reset(v Value)
//gcsim:leaks receiver=2
func (iter *MapIter) Value() Value
//gcsim:leaks key=0 elem=0
func MapOf(key Type, elem Type) Type
type Method struct{ Name string; PkgPath string; Type Type; Func Value; Index int }
//gcsim:inline 1.19:5
func (m Method) IsExported() bool
//gcsim:leaks typ=0
func New(typ Type) Value
//gcsim:leaks typ=0 p=result0@0
//gcsim:inline 1.19:78
func NewAt(typ Type, p unsafe.Pointer) Value
const Pointer Kind = 22
//gcsim:leaks t=0
//gcsim:inline 1.19:63
func PointerTo(t Type) Type
const Ptr Kind = 22
//gcsim:leaks t=0
//gcsim:inline 1.19:67
func PtrTo(t Type) Type
const RecvDir ChanDir = 1
//gcsim:leaks cases=1
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool)
type SelectCase struct{ Dir SelectDir; Chan Value; Send Value }
const SelectDefault SelectDir = 3
type SelectDir int
const SelectRecv SelectDir = 2
const SelectSend SelectDir = 1
const SendDir ChanDir = 2
const Slice Kind = 23
type SliceHeader struct{ Data uintptr; Len int; Cap int }
//gcsim:leaks t=0
func SliceOf(t Type) Type
const String Kind = 24
type StringHeader struct{ Data uintptr; Len int }
const Struct Kind = 25
type StructField struct{ Name string; PkgPath string; Type Type; Tag StructTag; Offset uintptr; Index []int; Anonymous bool }
//gcsim:inline 1.19:5
func (f StructField) IsExported() bool
//gcsim:leaks fields=1
func StructOf(fields []StructField) Type
type StructTag string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:68
func (tag StructTag) Get(key string) string
//gcsim:leaks receiver=result0@0
func (tag StructTag) Lookup(key string) (value string, ok bool)
//gcsim:leaks slice=0
func Swapper(slice any) func(i int, j int)
type Type interface{ Align() int; AssignableTo(u Type) bool; Bits() int; ChanDir() ChanDir; Comparable() bool; ConvertibleTo(u Type) bool; Elem() Type; Field(i int) StructField; FieldAlign() int; FieldByIndex(index []int) StructField; FieldByName(name string) (StructField, bool); FieldByNameFunc(match func(string) bool) (StructField, bool); Implements(u Type) bool; In(i int) Type; IsVariadic() bool; Key() Type; Kind() Kind; Len() int; Method(int) Method; MethodByName(string) (Method, bool); Name() string; NumField() int; NumIn() int; NumMethod() int; NumOut() int; Out(i int) Type; PkgPath() string; Size() uintptr; String() string; common() *rtype; uncommon() *uncommonType }
//gcsim:leaks i=result0@0
//gcsim:inline 1.19:20
func TypeOf(i any) Type
const Uint Kind = 7
const Uint16 Kind = 9
const Uint32 Kind = 10
const Uint64 Kind = 11
const Uint8 Kind = 8
const Uintptr Kind = 12
const UnsafePointer Kind = 26
type Value struct{ typ *struct{}; ptr unsafe.Pointer; flag }
//gcsim:leaks receiver=0
func (v Value) Addr() Value
//gcsim:inline 1.19:75
func (v Value) Bool() bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:70
func (v Value) Bytes() []byte
//gcsim:leaks receiver=0 in=1
func (v Value) Call(in []Value) []Value
//gcsim:leaks receiver=0 in=1
func (v Value) CallSlice(in []Value) []Value
//gcsim:inline 1.19:7
func (v Value) CanAddr() bool
//gcsim:inline 1.19:17
func (v Value) CanComplex() bool
//gcsim:leaks receiver=0 t=0
func (v Value) CanConvert(t Type) bool
//gcsim:inline 1.19:17
func (v Value) CanFloat() bool
//gcsim:inline 1.19:20
func (v Value) CanInt() bool
//gcsim:inline 1.19:20
func (v Value) CanInterface() bool
//gcsim:inline 1.19:7
func (v Value) CanSet() bool
//gcsim:inline 1.19:21
func (v Value) CanUint() bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:76
func (v Value) Cap() int
//gcsim:leaks receiver=0
func (v Value) Close()
//gcsim:inline 1.19:42
func (v Value) Complex() complex128
//gcsim:leaks receiver=0 t=0
func (v Value) Convert(t Type) Value
//gcsim:leaks receiver=result0@0
func (v Value) Elem() Value
//gcsim:leaks receiver=result0@0
func (v Value) Field(i int) Value
//gcsim:leaks receiver=0
func (v Value) FieldByIndex(index []int) Value
//gcsim:leaks receiver=0
func (v Value) FieldByIndexErr(index []int) (Value, error)
//gcsim:leaks receiver=0
func (v Value) FieldByName(name string) Value
//gcsim:leaks receiver=0
func (v Value) FieldByNameFunc(match func(string) bool) Value
//gcsim:inline 1.19:42
func (v Value) Float() float64
//gcsim:leaks receiver=result0@0
func (v Value) Index(i int) Value
//gcsim:inline 1.19:63
func (v Value) Int() int64
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (v Value) Interface() (i any)
func (v Value) InterfaceData() [2]uintptr
//gcsim:inline 1.19:74
func (v Value) IsNil() bool
//gcsim:inline 1.19:5
func (v Value) IsValid() bool
//gcsim:leaks receiver=0
func (v Value) IsZero() bool
//gcsim:inline 1.19:9
func (v Value) Kind() Kind
//gcsim:leaks receiver=0
//gcsim:inline 1.19:76
func (v Value) Len() int
//gcsim:leaks receiver=1 key=0
func (v Value) MapIndex(key Value) Value
//gcsim:leaks receiver=1
func (v Value) MapKeys() []Value
//gcsim:leaks receiver=0
//gcsim:inline 1.19:77
func (v Value) MapRange() *MapIter
//gcsim:leaks receiver=result0@0
func (v Value) Method(i int) Value
//gcsim:leaks receiver=0
func (v Value) MethodByName(name string) Value
func (v Value) NumField() int
func (v Value) NumMethod() int
//gcsim:inline 1.19:77
func (v Value) OverflowComplex(x complex128) bool
//gcsim:inline 1.19:55
func (v Value) OverflowFloat(x float64) bool
//gcsim:inline 1.19:61
func (v Value) OverflowInt(x int64) bool
//gcsim:inline 1.19:62
func (v Value) OverflowUint(x uint64) bool
func (v Value) Pointer() uintptr
//gcsim:leaks receiver=1
func (v Value) Recv() (x Value, ok bool)
//gcsim:leaks receiver=1 x=0
func (v Value) Send(x Value)
//gcsim:leaks receiver=0 x=0
func (v Value) Set(x Value)
func (v Value) SetBool(x bool)
//gcsim:leaks receiver=0 x=0
func (v Value) SetBytes(x []byte)
func (v Value) SetCap(n int)
func (v Value) SetComplex(x complex128)
func (v Value) SetFloat(x float64)
func (v Value) SetInt(x int64)
//gcsim:leaks receiver=0 iter=2
func (v Value) SetIterKey(iter *MapIter)
//gcsim:leaks receiver=0 iter=2
func (v Value) SetIterValue(iter *MapIter)
func (v Value) SetLen(n int)
//gcsim:leaks receiver=1 key=0 elem=0
func (v Value) SetMapIndex(key Value, elem Value)
//gcsim:leaks x=0
func (v Value) SetPointer(x unsafe.Pointer)
//gcsim:leaks x=0
func (v Value) SetString(x string)
func (v Value) SetUint(x uint64)
//gcsim:leaks receiver=0
func (v Value) Slice(i int, j int) Value
//gcsim:leaks receiver=0
func (v Value) Slice3(i int, j int, k int) Value
//gcsim:leaks receiver=0
//gcsim:inline 1.19:76
func (v Value) String() string
//gcsim:leaks receiver=1
func (v Value) TryRecv() (x Value, ok bool)
//gcsim:leaks receiver=1 x=0
func (v Value) TrySend(x Value) bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:77
func (v Value) Type() Type
//gcsim:inline 1.19:68
func (v Value) Uint() uint64
//gcsim:inline 1.19:26
func (v Value) UnsafeAddr() uintptr
//gcsim:leaks receiver=result0@0
func (v Value) UnsafePointer() unsafe.Pointer
//gcsim:leaks receiver=0
func (v Value) bytesSlow() []struct{}
//gcsim:leaks receiver=0
func (v Value) capNonSlice() int
//gcsim:leaks receiver=0
func (v Value) lenNonSlice() int
func (v Value) panicNotBool()
//gcsim:leaks receiver=0
func (v Value) stringNonString() string
//gcsim:leaks receiver=0
func (v Value) typeSlow() interface{}
type ValueError struct{ Method string; Kind Kind }
func (e *ValueError) Error() string
//gcsim:leaks i=0
//gcsim:inline 1.19:74
func ValueOf(i any) Value
//gcsim:leaks t=0
func VisibleFields(t Type) []StructField
//gcsim:leaks typ=0
func Zero(typ Type) Value
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:4
func add(p unsafe.Pointer, x uintptr, whySafe string) unsafe.Pointer
//gcsim:leaks ptr=0
func addReflectOff(ptr unsafe.Pointer) int32
//gcsim:inline 1.19:10
func align(x uintptr, n uintptr) uintptr
//gcsim:leaks dst=0 src=0
func convertOp(dst *struct{}, src *struct{}) func()
//gcsim:leaks x=0
//gcsim:inline 1.19:7
func escapes(x interface{})
type flag uintptr
//gcsim:inline 1.19:4
func (f flag) kind() Kind
func (f flag) mustBeAssignableSlow()
func (f flag) mustBeExportedSlow()
func (f flag) panicNotMap()
type hiter struct{ key unsafe.Pointer; elem unsafe.Pointer; t unsafe.Pointer; h unsafe.Pointer; buckets unsafe.Pointer; bptr unsafe.Pointer; overflow *struct{}; oldoverflow *struct{}; startBucket uintptr; offset uint8; wrapped bool; B uint8; i uint8; bucket uintptr; checkBucket uintptr }
//gcsim:inline 1.19:7
func ifaceIndir(t *struct{}) bool
type name struct{ bytes *struct{} }
type nameOff int32
//gcsim:leaks rtype=0
func resolveTextOff(rtype unsafe.Pointer, off int32) unsafe.Pointer
//gcsim:leaks rtype=0
func resolveTypeOff(rtype unsafe.Pointer, off int32) unsafe.Pointer
type rtype struct{ size uintptr; ptrdata uintptr; hash uint32; tflag tflag; align uint8; fieldAlign uint8; kind uint8; equal func(); gcdata *struct{}; str nameOff; ptrToThis typeOff }
//gcsim:inline 1.19:4
func (t *rtype) Align() int
//gcsim:leaks receiver=0 u=0
func (t *rtype) AssignableTo(u Type) bool
//gcsim:leaks receiver=0
func (t *rtype) Bits() int
//gcsim:leaks receiver=0
func (t *rtype) ChanDir() ChanDir
//gcsim:inline 1.19:5
func (t *rtype) Comparable() bool
//gcsim:leaks receiver=0 u=0
//gcsim:inline 1.19:77
func (t *rtype) ConvertibleTo(u Type) bool
//gcsim:leaks receiver=0
func (t *rtype) Elem() Type
//gcsim:leaks receiver=0
func (t *rtype) Field(i int) StructField
//gcsim:inline 1.19:4
func (t *rtype) FieldAlign() int
//gcsim:leaks receiver=0
func (t *rtype) FieldByIndex(index []int) StructField
//gcsim:leaks receiver=0
func (t *rtype) FieldByName(name string) (StructField, bool)
//gcsim:leaks receiver=0
func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool)
//gcsim:leaks receiver=0 u=0
func (t *rtype) Implements(u Type) bool
//gcsim:leaks receiver=0
func (t *rtype) In(i int) Type
//gcsim:leaks receiver=0
func (t *rtype) IsVariadic() bool
//gcsim:leaks receiver=0
func (t *rtype) Key() Type
//gcsim:inline 1.19:6
func (t *rtype) Kind() Kind
//gcsim:leaks receiver=0
func (t *rtype) Len() int
//gcsim:leaks receiver=0
func (t *rtype) Method(i int) (m Method)
//gcsim:leaks receiver=0
func (t *rtype) MethodByName(name string) (m Method, ok bool)
//gcsim:leaks receiver=0
func (t *rtype) Name() string
//gcsim:leaks receiver=0
func (t *rtype) NumField() int
//gcsim:leaks receiver=0
func (t *rtype) NumIn() int
func (t *rtype) NumMethod() int
//gcsim:leaks receiver=0
func (t *rtype) NumOut() int
//gcsim:leaks receiver=0
func (t *rtype) Out(i int) Type
//gcsim:leaks receiver=0
func (t *rtype) PkgPath() string
//gcsim:inline 1.19:3
func (t *rtype) Size() uintptr
//gcsim:leaks receiver=0
func (t *rtype) String() string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (t *rtype) common() *rtype
//gcsim:leaks receiver=0
//gcsim:inline 1.19:64
func (t *rtype) nameOff(off nameOff) name
//gcsim:inline 1.19:5
func (t *rtype) pointers() bool
//gcsim:leaks receiver=0
func (t *rtype) ptrTo() *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (t *rtype) textOff(off textOff) unsafe.Pointer
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (t *rtype) typeOff(off typeOff) *struct{}
//gcsim:leaks receiver=result0@0
func (t *rtype) uncommon() *uncommonType
type textOff int32
type tflag uint8
//gcsim:leaks t=result0@0
//gcsim:inline 1.19:9
func toType(t *struct{}) interface{}
type typeOff int32
func typehash(t *struct{}, p unsafe.Pointer, h uintptr) uintptr
type uncommonType struct{ pkgPath nameOff; mcount uint16; xcount uint16; moff uint32; _ uint32 }
//gcsim:leaks i=result0@0
//gcsim:inline 1.19:54
func unpackEface(i interface{}) Value
//gcsim:leaks #0=0
func unsafe_New(*struct{}) unsafe.Pointer
//gcsim:leaks v=0
func valueInterface(v Value, safe bool) interface{}
