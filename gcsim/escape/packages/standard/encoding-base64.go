// Package encoding/base64 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package base64
import "io"
type CorruptInputError int64
//gcsim:inline 1.19:64
func (e CorruptInputError) Error() string
type Encoding struct{ encode [64]byte; decodeMap [256]byte; padChar rune; strict bool }
func (enc *Encoding) Decode(dst []byte, src []byte) (n int, err error)
func (enc *Encoding) DecodeString(s string) ([]byte, error)
//gcsim:inline 1.19:17
func (enc *Encoding) DecodedLen(n int) int
func (enc *Encoding) Encode(dst []byte, src []byte)
func (enc *Encoding) EncodeToString(src []byte) string
//gcsim:inline 1.19:21
func (enc *Encoding) EncodedLen(n int) int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:7
func (enc Encoding) Strict() *Encoding
//gcsim:leaks receiver=0
//gcsim:inline 1.19:45
func (enc Encoding) WithPadding(padding rune) *Encoding
//gcsim:leaks enc=0 r=0
//gcsim:inline 1.19:12
func NewDecoder(enc *Encoding, r io.Reader) io.Reader
//gcsim:leaks enc=0 w=0
//gcsim:inline 1.19:8
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser
func NewEncoding(encoder string) *Encoding
const NoPadding rune = -1
var RawStdEncoding *Encoding
var RawURLEncoding *Encoding
var StdEncoding *Encoding
const StdPadding rune = 61
var URLEncoding *Encoding
