// Package testing/iotest of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package iotest
import "io"
//gcsim:leaks r=0
//gcsim:inline 1.19:11
func DataErrReader(r io.Reader) io.Reader
//gcsim:leaks err=0
//gcsim:inline 1.19:6
func ErrReader(err error) io.Reader
var ErrTimeout error
//gcsim:leaks r=0
//gcsim:inline 1.19:6
func HalfReader(r io.Reader) io.Reader
//gcsim:leaks prefix=0 r=0
//gcsim:inline 1.19:8
func NewReadLogger(prefix string, r io.Reader) io.Reader
//gcsim:leaks prefix=0 w=0
//gcsim:inline 1.19:8
func NewWriteLogger(prefix string, w io.Writer) io.Writer
//gcsim:leaks r=0
//gcsim:inline 1.19:6
func OneByteReader(r io.Reader) io.Reader
//gcsim:leaks r=0 content=0
func TestReader(r io.Reader, content []byte) error
//gcsim:leaks r=0
//gcsim:inline 1.19:8
func TimeoutReader(r io.Reader) io.Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:8
func TruncateWriter(w io.Writer, n int64) io.Writer
