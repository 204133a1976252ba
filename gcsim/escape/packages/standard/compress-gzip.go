// Package compress/gzip of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package gzip
import "io"
import "time"
const BestCompression = 9
const BestSpeed = 1
const DefaultCompression = -1
var ErrChecksum error
var ErrHeader error
type Header struct{ Comment string; Extra []byte; ModTime time.Time; Name string; OS byte }
const HuffmanOnly = -2
//gcsim:leaks r=0
func NewReader(r io.Reader) (*Reader, error)
//gcsim:leaks w=0
//gcsim:inline 1.19:68
func NewWriter(w io.Writer) *Writer
//gcsim:leaks w=0
func NewWriterLevel(w io.Writer, level int) (*Writer, error)
const NoCompression = 0
type Reader struct{ Header; r interface{}; decompressor interface{}; digest uint32; size uint32; buf [512]byte; err interface{}; multistream bool }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (z *Reader) Close() error
//gcsim:inline 1.19:4
func (z *Reader) Multistream(ok bool)
//gcsim:leaks receiver=0 p=0
func (z *Reader) Read(p []byte) (n int, err error)
//gcsim:leaks receiver=0 r=0
func (z *Reader) Reset(r io.Reader) error
type Writer struct{ Header; w interface{}; level int; wroteHeader bool; compressor *struct{}; digest uint32; size uint32; closed bool; buf [10]byte; err interface{} }
//gcsim:leaks receiver=0
func (z *Writer) Close() error
//gcsim:leaks receiver=0
func (z *Writer) Flush() error
//gcsim:leaks receiver=1 w=0
//gcsim:inline 1.19:63
func (z *Writer) Reset(w io.Writer)
//gcsim:leaks receiver=0 p=0
func (z *Writer) Write(p []byte) (int, error)
//gcsim:leaks receiver=1 w=0
func (z *Writer) init(w interface{}, level int)
