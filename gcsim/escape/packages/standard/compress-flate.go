// Package compress/flate of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package flate
import "io"
const BestCompression = 9
const BestSpeed = 1
type CorruptInputError int64
//gcsim:inline 1.19:64
func (e CorruptInputError) Error() string
const DefaultCompression = -1
const HuffmanOnly = -2
type InternalError string
//gcsim:inline 1.19:4
func (e InternalError) Error() string
//gcsim:leaks r=0
func NewReader(r io.Reader) io.ReadCloser
//gcsim:leaks r=0
func NewReaderDict(r io.Reader, dict []byte) io.ReadCloser
//gcsim:leaks w=0
func NewWriter(w io.Writer, level int) (*Writer, error)
//gcsim:leaks w=0
func NewWriterDict(w io.Writer, level int, dict []byte) (*Writer, error)
const NoCompression = 0
type ReadError struct{ Offset int64; Err error }
//gcsim:leaks receiver=1
func (e *ReadError) Error() string
type Reader interface{ io.Reader; io.ByteReader }
type Resetter interface{ Reset(r io.Reader, dict []byte) error }
type WriteError struct{ Offset int64; Err error }
//gcsim:leaks receiver=1
func (e *WriteError) Error() string
type Writer struct{ d compressor; dict []struct{} }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (w *Writer) Close() error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (w *Writer) Flush() error
//gcsim:leaks receiver=0 dst=0
func (w *Writer) Reset(dst io.Writer)
//gcsim:leaks receiver=0 data=0
//gcsim:inline 1.19:73
func (w *Writer) Write(data []byte) (n int, err error)
type compressionLevel struct{ level int; good int; lazy int; nice int; chain int; fastSkipHashing int }
type compressor struct{ compressionLevel compressionLevel; w *struct{}; bulkHasher func(); fill func(); step func(); sync bool; bestSpeed *struct{}; chainHead int; hashHead [131072]uint32; hashPrev [32768]uint32; hashOffset int; index int; window []struct{}; windowEnd int; blockStart int; byteAvailable bool; tokens []struct{}; length int; offset int; maxInsertIndex int; err interface{}; hashMatch [257]uint32 }
//gcsim:inline 1.19:6
func newHuffmanEncoder(size int) *struct{}
