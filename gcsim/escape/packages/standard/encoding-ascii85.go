// Package encoding/ascii85 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ascii85
import "io"
type CorruptInputError int64
//gcsim:inline 1.19:64
func (e CorruptInputError) Error() string
func Decode(dst []byte, src []byte, flush bool) (ndst int, nsrc int, err error)
func Encode(dst []byte, src []byte) int
//gcsim:inline 1.19:8
func MaxEncodedLen(n int) int
//gcsim:leaks r=0
//gcsim:inline 1.19:6
func NewDecoder(r io.Reader) io.Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:6
func NewEncoder(w io.Writer) io.WriteCloser
