// Package encoding/gob of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package gob
import "io"
import "reflect"
import "sync"
type CommonType struct{ Name string; Id typeId }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (t *CommonType) safeString(seen map[int]struct{}) string
type Decoder struct{ mutex sync.Mutex; r interface{}; buf decBuffer; wireType map[int]struct{}; decoderCache map[int]struct{}; ignorerCache map[int]struct{}; freeList *struct{}; countBuf []struct{}; err interface{} }
//gcsim:leaks receiver=0 e=0
func (dec *Decoder) Decode(e any) error
//gcsim:leaks receiver=0 v=0
func (dec *Decoder) DecodeValue(v reflect.Value) error
//gcsim:leaks receiver=0 ityp=0 state=1 value=0
func (dec *Decoder) decodeInterface(ityp interface{}, state *struct{}, value reflect.Value)
//gcsim:leaks mtyp=0 state=0 value=0 keyOp=0 elemOp=0 ovfl=0
func (dec *Decoder) decodeMap(mtyp interface{}, state *struct{}, value reflect.Value, keyOp func(), elemOp func(), ovfl interface{})
//gcsim:leaks state=0 value=0 elemOp=0 ovfl=0
func (dec *Decoder) decodeSlice(state *struct{}, value reflect.Value, elemOp func(), ovfl interface{}, helper func())
//gcsim:leaks receiver=0 engine=1 value=0
func (dec *Decoder) decodeStruct(engine *struct{}, value reflect.Value)
//gcsim:leaks state=0 elemOp=0
func (dec *Decoder) ignoreArray(state *struct{}, elemOp func(), length int)
func (dec *Decoder) ignoreGobDecoder(state *struct{})
//gcsim:leaks receiver=0
func (dec *Decoder) ignoreInterface(state *struct{})
//gcsim:leaks state=0 keyOp=0 elemOp=0
func (dec *Decoder) ignoreMap(state *struct{}, keyOp func(), elemOp func())
//gcsim:leaks state=0 elemOp=0
func (dec *Decoder) ignoreSlice(state *struct{}, elemOp func())
//gcsim:leaks receiver=0 engine=1
func (dec *Decoder) ignoreStruct(engine *struct{})
type Encoder struct{ mutex sync.Mutex; w []struct{}; sent map[int]struct{}; countState *struct{}; freeList *struct{}; byteBuf encBuffer; err interface{} }
//gcsim:leaks receiver=0 e=0
func (enc *Encoder) Encode(e any) error
//gcsim:leaks receiver=0 value=0
func (enc *Encoder) EncodeValue(value reflect.Value) error
//gcsim:leaks receiver=0 b=0
//gcsim:inline 1.19:52
func (enc *Encoder) newEncoderState(b *struct{}) *struct{}
type GobDecoder interface{ GobDecode([]byte) error }
type GobEncoder interface{ GobEncode() ([]byte, error) }
//gcsim:leaks r=0
func NewDecoder(r io.Reader) *Decoder
//gcsim:leaks w=0
//gcsim:inline 1.19:79
func NewEncoder(w io.Writer) *Encoder
//gcsim:leaks value=0
func Register(value any)
//gcsim:leaks name=0 value=0
func RegisterName(name string, value any)
type decBuffer struct{ data []struct{}; offset int }
type encBuffer struct{ data []struct{}; scratch [64]byte }
//gcsim:leaks err=0
//gcsim:inline 1.19:5
func error_(err interface{})
//gcsim:inline 1.19:14
func float64FromBits(u uint64) float64
//gcsim:leaks typ=0
func setTypeId(typ interface{})
type typeId int32
