// Package encoding/json of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package json
import "bytes"
import "io"
import "reflect"
//gcsim:inline 1.19:63
func Compact(dst *bytes.Buffer, src []byte) error
type Decoder struct{ r interface{}; buf []struct{}; d decodeState; scanp int; scanned int64; scan scanner; err interface{}; tokenState int; tokenStack []struct{} }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:18
func (dec *Decoder) Buffered() io.Reader
//gcsim:leaks receiver=0 v=0
func (dec *Decoder) Decode(v any) error
//gcsim:inline 1.19:5
func (dec *Decoder) DisallowUnknownFields()
//gcsim:inline 1.19:6
func (dec *Decoder) InputOffset() int64
//gcsim:leaks receiver=1
//gcsim:inline 1.19:79
func (dec *Decoder) More() bool
//gcsim:leaks receiver=0
func (dec *Decoder) Token() (Token, error)
//gcsim:inline 1.19:5
func (dec *Decoder) UseNumber()
//gcsim:leaks receiver=1
func (dec *Decoder) peek() (byte, interface{})
type Delim rune
//gcsim:inline 1.19:3
func (d Delim) String() string
type Encoder struct{ w interface{}; err interface{}; escapeHTML bool; indentBuf *struct{}; indentPrefix string; indentValue string }
//gcsim:leaks receiver=1 v=0
func (enc *Encoder) Encode(v any) error
//gcsim:inline 1.19:4
func (enc *Encoder) SetEscapeHTML(on bool)
//gcsim:leaks prefix=0 indent=0
//gcsim:inline 1.19:8
func (enc *Encoder) SetIndent(prefix string, indent string)
func HTMLEscape(dst *bytes.Buffer, src []byte)
func Indent(dst *bytes.Buffer, src []byte, prefix string, indent string) error
type InvalidUTF8Error struct{ S string }
func (e *InvalidUTF8Error) Error() string
type InvalidUnmarshalError struct{ Type reflect.Type }
//gcsim:leaks receiver=1
func (e *InvalidUnmarshalError) Error() string
//gcsim:leaks v=0
func Marshal(v any) ([]byte, error)
//gcsim:leaks v=0
func MarshalIndent(v any, prefix string, indent string) ([]byte, error)
type Marshaler interface{ MarshalJSON() ([]byte, error) }
type MarshalerError struct{ Type reflect.Type; Err error; sourceFunc string }
//gcsim:leaks receiver=1
func (e *MarshalerError) Error() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *MarshalerError) Unwrap() error
//gcsim:leaks r=0
//gcsim:inline 1.19:5
func NewDecoder(r io.Reader) *Decoder
//gcsim:leaks w=0
//gcsim:inline 1.19:7
func NewEncoder(w io.Writer) *Encoder
type Number string
//gcsim:leaks receiver=0
//gcsim:inline 1.19:71
func (n Number) Float64() (float64, error)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:72
func (n Number) Int64() (int64, error)
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (n Number) String() string
type RawMessage []byte
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:11
func (m RawMessage) MarshalJSON() ([]byte, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:26
func (m *RawMessage) UnmarshalJSON(data []byte) error
type SyntaxError struct{ msg string; Offset int64 }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *SyntaxError) Error() string
type Token any
//gcsim:leaks data=0 v=0
func Unmarshal(data []byte, v any) error
type UnmarshalFieldError struct{ Key string; Type reflect.Type; Field reflect.StructField }
//gcsim:leaks receiver=1
func (e *UnmarshalFieldError) Error() string
type UnmarshalTypeError struct{ Value string; Type reflect.Type; Offset int64; Struct string; Field string }
//gcsim:leaks receiver=1
func (e *UnmarshalTypeError) Error() string
type Unmarshaler interface{ UnmarshalJSON([]byte) error }
type UnsupportedTypeError struct{ Type reflect.Type }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:64
func (e *UnsupportedTypeError) Error() string
type UnsupportedValueError struct{ Value reflect.Value; Str string }
//gcsim:inline 1.19:5
func (e *UnsupportedValueError) Error() string
func Valid(data []byte) bool
func compact(dst *struct{}, src []struct{}, escape bool) interface{}
type decodeState struct{ data []struct{}; off int; opcode int; scan scanner; errorContext *struct{}; savedError interface{}; useNumber bool; disallowUnknownFields bool }
type scanner struct{ step func(); endTop bool; parseState []struct{}; err interface{}; bytes int64 }
func state0(s *struct{}, c byte) int
func stateESign(s *struct{}, c byte) int
func stateEndValue(s *struct{}, c byte) int
//gcsim:leaks s=result0@0
func unquoteBytes(s []struct{}) (t []struct{}, ok bool)
