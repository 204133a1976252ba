// Package encoding/binary of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package binary
import "io"
import "reflect"
type AppendByteOrder interface{ AppendUint16([]byte, uint16) []byte; AppendUint32([]byte, uint32) []byte; AppendUint64([]byte, uint64) []byte; String() string }
//gcsim:leaks buf=result0@0
//gcsim:inline 1.19:20
func AppendUvarint(buf []byte, x uint64) []byte
//gcsim:leaks buf=result0@0
//gcsim:inline 1.19:41
func AppendVarint(buf []byte, x int64) []byte
var BigEndian bigEndian
type ByteOrder interface{ PutUint16([]byte, uint16); PutUint32([]byte, uint32); PutUint64([]byte, uint64); String() string; Uint16([]byte) uint16; Uint32([]byte) uint32; Uint64([]byte) uint64 }
var LittleEndian littleEndian
const MaxVarintLen16 = 3
const MaxVarintLen32 = 5
const MaxVarintLen64 = 10
//gcsim:inline 1.19:33
func PutUvarint(buf []byte, x uint64) int
//gcsim:inline 1.19:54
func PutVarint(buf []byte, x int64) int
//gcsim:leaks r=0 order=0 data=0
func Read(r io.Reader, order ByteOrder, data any) error
//gcsim:leaks r=0
func ReadUvarint(r io.ByteReader) (uint64, error)
//gcsim:leaks r=0
func ReadVarint(r io.ByteReader) (int64, error)
//gcsim:leaks v=0
func Size(v any) int
//gcsim:inline 1.19:68
func Uvarint(buf []byte) (uint64, int)
func Varint(buf []byte) (int64, int)
//gcsim:leaks w=0 order=0 data=0
func Write(w io.Writer, order ByteOrder, data any) error
type bigEndian struct{}
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:9
func (bigEndian) AppendUint16(b []byte, v uint16) []byte
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:17
func (bigEndian) AppendUint32(b []byte, v uint32) []byte
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:33
func (bigEndian) AppendUint64(b []byte, v uint64) []byte
//gcsim:inline 1.19:2
func (bigEndian) GoString() string
//gcsim:inline 1.19:19
func (bigEndian) PutUint16(b []byte, v uint16)
//gcsim:inline 1.19:35
func (bigEndian) PutUint32(b []byte, v uint32)
//gcsim:inline 1.19:67
func (bigEndian) PutUint64(b []byte, v uint64)
//gcsim:inline 1.19:2
func (bigEndian) String() string
//gcsim:inline 1.19:17
func (bigEndian) Uint16(b []byte) uint16
//gcsim:inline 1.19:31
func (bigEndian) Uint32(b []byte) uint32
//gcsim:inline 1.19:59
func (bigEndian) Uint64(b []byte) uint64
//gcsim:leaks v=0
func dataSize(v reflect.Value) int
type littleEndian struct{}
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:9
func (littleEndian) AppendUint16(b []byte, v uint16) []byte
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:17
func (littleEndian) AppendUint32(b []byte, v uint32) []byte
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:33
func (littleEndian) AppendUint64(b []byte, v uint64) []byte
//gcsim:inline 1.19:2
func (littleEndian) GoString() string
//gcsim:inline 1.19:19
func (littleEndian) PutUint16(b []byte, v uint16)
//gcsim:inline 1.19:35
func (littleEndian) PutUint32(b []byte, v uint32)
//gcsim:inline 1.19:67
func (littleEndian) PutUint64(b []byte, v uint64)
//gcsim:inline 1.19:2
func (littleEndian) String() string
//gcsim:inline 1.19:17
func (littleEndian) Uint16(b []byte) uint16
//gcsim:inline 1.19:31
func (littleEndian) Uint32(b []byte) uint32
//gcsim:inline 1.19:59
func (littleEndian) Uint64(b []byte) uint64
