// Package encoding/base32 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package base32
import "io"
type CorruptInputError int64
//gcsim:inline 1.19:64
func (e CorruptInputError) Error() string
type Encoding struct{ encode [32]byte; decodeMap [256]byte; padChar rune }
func (enc *Encoding) Decode(dst []byte, src []byte) (n int, err error)
func (enc *Encoding) DecodeString(s string) ([]byte, error)
//gcsim:inline 1.19:17
func (enc *Encoding) DecodedLen(n int) int
func (enc *Encoding) Encode(dst []byte, src []byte)
func (enc *Encoding) EncodeToString(src []byte) string
//gcsim:inline 1.19:21
func (enc *Encoding) EncodedLen(n int) int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:45
func (enc Encoding) WithPadding(padding rune) *Encoding
var HexEncoding *Encoding
//gcsim:leaks enc=0 r=0
//gcsim:inline 1.19:12
func NewDecoder(enc *Encoding, r io.Reader) io.Reader
//gcsim:leaks enc=0 w=0
//gcsim:inline 1.19:8
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser
//gcsim:inline 1.19:66
func NewEncoding(encoder string) *Encoding
const NoPadding rune = -1
var StdEncoding *Encoding
const StdPadding rune = 61
