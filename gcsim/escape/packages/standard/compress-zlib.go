// Package compress/zlib of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package zlib
import "io"
const BestCompression = 9
const BestSpeed = 1
const DefaultCompression = -1
var ErrChecksum error
var ErrDictionary error
var ErrHeader error
const HuffmanOnly = -2
//gcsim:leaks r=0
//gcsim:inline 1.19:71
func NewReader(r io.Reader) (io.ReadCloser, error)
//gcsim:leaks r=0 dict=0
func NewReaderDict(r io.Reader, dict []byte) (io.ReadCloser, error)
//gcsim:leaks w=0
//gcsim:inline 1.19:69
func NewWriter(w io.Writer) *Writer
//gcsim:leaks w=0
//gcsim:inline 1.19:72
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
//gcsim:leaks w=0 dict=0
func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error)
const NoCompression = 0
type Resetter interface{ Reset(r io.Reader, dict []byte) error }
type Writer struct{ w interface{}; level int; dict []struct{}; compressor *struct{}; digest interface{}; err interface{}; scratch [4]byte; wroteHeader bool }
//gcsim:leaks receiver=0
func (z *Writer) Close() error
//gcsim:leaks receiver=0
func (z *Writer) Flush() error
//gcsim:leaks receiver=1 w=0
func (z *Writer) Reset(w io.Writer)
//gcsim:leaks receiver=0 p=0
func (z *Writer) Write(p []byte) (n int, err error)
