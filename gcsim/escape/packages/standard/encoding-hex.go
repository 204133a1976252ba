// Package encoding/hex of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package hex
import "io"
func Decode(dst []byte, src []byte) (int, error)
//gcsim:inline 1.19:79
func DecodeString(s string) ([]byte, error)
//gcsim:inline 1.19:4
func DecodedLen(x int) int
func Dump(data []byte) string
//gcsim:leaks w=0
//gcsim:inline 1.19:6
func Dumper(w io.Writer) io.WriteCloser
//gcsim:inline 1.19:39
func Encode(dst []byte, src []byte) int
//gcsim:inline 1.19:59
func EncodeToString(src []byte) string
//gcsim:inline 1.19:4
func EncodedLen(n int) int
var ErrLength error
type InvalidByteError byte
//gcsim:inline 1.19:64
func (e InvalidByteError) Error() string
//gcsim:leaks r=0
//gcsim:inline 1.19:6
func NewDecoder(r io.Reader) io.Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:6
func NewEncoder(w io.Writer) io.Writer
