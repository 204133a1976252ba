// Package encoding/xml of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package xml
import "bytes"
import "io"
import "reflect"
type Attr struct{ Name Name; Value string }
type CharData []byte
//gcsim:inline 1.19:16
func (c CharData) Copy() CharData
type Comment []byte
//gcsim:inline 1.19:16
func (c Comment) Copy() Comment
//gcsim:leaks t=2,result0@0
func CopyToken(t Token) Token
type Decoder struct{ Strict bool; AutoClose []string; Entity map[string]string; CharsetReader func(charset string, input io.Reader) (io.Reader, error); DefaultSpace string; r interface{}; t interface{}; buf bytes.Buffer; saved *struct{}; stk *struct{}; free *struct{}; needClose bool; toClose Name; nextToken interface{}; nextByte int; ns map[int]struct{}; err interface{}; line int; linestart int64; offset int64; unmarshalDepth int }
//gcsim:leaks receiver=0 v=0
//gcsim:inline 1.19:63
func (d *Decoder) Decode(v any) error
//gcsim:leaks receiver=0 v=0 start=1
func (d *Decoder) DecodeElement(v any, start *StartElement) error
//gcsim:inline 1.19:3
func (d *Decoder) InputOffset() int64
//gcsim:inline 1.19:10
func (d *Decoder) InputPos() (line int, column int)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:78
func (d *Decoder) RawToken() (Token, error)
//gcsim:leaks receiver=1
func (d *Decoder) Skip() error
//gcsim:leaks receiver=1
func (d *Decoder) Token() (Token, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:26
func (d *Decoder) pop() *struct{}
//gcsim:leaks receiver=1
//gcsim:inline 1.19:34
func (d *Decoder) push(kind int) *struct{}
type Directive []byte
//gcsim:inline 1.19:16
func (d Directive) Copy() Directive
type Encoder struct{ p printer }
//gcsim:leaks receiver=0 v=0
func (enc *Encoder) Encode(v any) error
//gcsim:leaks receiver=0 v=0 start=0
func (enc *Encoder) EncodeElement(v any, start StartElement) error
//gcsim:leaks receiver=0 t=1
func (enc *Encoder) EncodeToken(t Token) error
//gcsim:leaks receiver=2
//gcsim:inline 1.19:63
func (enc *Encoder) Flush() error
//gcsim:leaks prefix=0 indent=0
//gcsim:inline 1.19:10
func (enc *Encoder) Indent(prefix string, indent string)
type EndElement struct{ Name Name }
//gcsim:leaks w=0 s=0
//gcsim:inline 1.19:67
func Escape(w io.Writer, s []byte)
//gcsim:leaks w=0 s=0
//gcsim:inline 1.19:63
func EscapeText(w io.Writer, s []byte) error
var HTMLAutoClose []string
var HTMLEntity map[string]string
const Header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
//gcsim:leaks v=0
func Marshal(v any) ([]byte, error)
//gcsim:leaks v=0 prefix=0 indent=0
func MarshalIndent(v any, prefix string, indent string) ([]byte, error)
type Marshaler interface{ MarshalXML(e *Encoder, start StartElement) error }
type MarshalerAttr interface{ MarshalXMLAttr(name Name) (Attr, error) }
type Name struct{ Space string; Local string }
//gcsim:leaks r=0
func NewDecoder(r io.Reader) *Decoder
//gcsim:leaks w=0
//gcsim:inline 1.19:58
func NewEncoder(w io.Writer) *Encoder
//gcsim:leaks t=0
//gcsim:inline 1.19:32
func NewTokenDecoder(t TokenReader) *Decoder
type ProcInst struct{ Target string; Inst []byte }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:21
func (p ProcInst) Copy() ProcInst
type StartElement struct{ Name Name; Attr []Attr }
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:18
func (e StartElement) Copy() StartElement
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:5
func (e StartElement) End() EndElement
type SyntaxError struct{ Msg string; Line int }
//gcsim:inline 1.19:72
func (e *SyntaxError) Error() string
type TagPathError struct{ Struct reflect.Type; Field1 string; Tag1 string; Field2 string; Tag2 string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:76
func (e *TagPathError) Error() string
type Token any
type TokenReader interface{ Token() (Token, error) }
//gcsim:leaks data=0 v=0
func Unmarshal(data []byte, v any) error
type UnmarshalError string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (e UnmarshalError) Error() string
type Unmarshaler interface{ UnmarshalXML(d *Decoder, start StartElement) error }
type UnmarshalerAttr interface{ UnmarshalXMLAttr(attr Attr) error }
type UnsupportedTypeError struct{ Type reflect.Type }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:64
func (e *UnsupportedTypeError) Error() string
//gcsim:leaks w=0 s=0
func escapeText(w interface{}, s []struct{}, escapeNewline bool) interface{}
//gcsim:inline 1.19:12
func makeCopy(b []struct{}) []struct{}
type printer struct{ Writer *struct{}; encoder *struct{}; seq int; indent string; prefix string; depth int; indentedIn bool; putNewline bool; attrNS map[int]struct{}; attrPrefix map[int]struct{}; prefixes []struct{}; tags []struct{} }
