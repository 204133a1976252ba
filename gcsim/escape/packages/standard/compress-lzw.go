// Package compress/lzw of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package lzw
import "io"
const LSB Order = 0
const MSB Order = 1
//gcsim:leaks r=0
//gcsim:inline 1.19:78
func NewReader(r io.Reader, order Order, litWidth int) io.ReadCloser
//gcsim:leaks w=0
//gcsim:inline 1.19:78
func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser
type Order int
type Reader struct{ r interface{}; bits uint32; nBits uint; width uint; read func(); litWidth int; err interface{}; clear uint16; eof uint16; hi uint16; overflow uint16; last uint16; suffix [4096]uint8; prefix [4096]uint16; output [8192]byte; o int; toRead []struct{} }
//gcsim:inline 1.19:6
func (r *Reader) Close() error
//gcsim:leaks receiver=0
func (r *Reader) Read(b []byte) (int, error)
//gcsim:leaks src=0
//gcsim:inline 1.19:67
func (r *Reader) Reset(src io.Reader, order Order, litWidth int)
//gcsim:leaks src=0
func (r *Reader) init(src interface{}, order Order, litWidth int)
type Writer struct{ w interface{}; order Order; write func(); bits uint32; nBits uint; width uint; litWidth uint; hi uint32; overflow uint32; savedCode uint32; err interface{}; table [16384]uint32 }
//gcsim:leaks receiver=0
func (w *Writer) Close() error
//gcsim:leaks dst=0
//gcsim:inline 1.19:67
func (w *Writer) Reset(dst io.Writer, order Order, litWidth int)
//gcsim:leaks receiver=0
func (w *Writer) Write(p []byte) (n int, err error)
//gcsim:leaks dst=0
func (w *Writer) init(dst interface{}, order Order, litWidth int)
//gcsim:leaks src=0
//gcsim:inline 1.19:71
func newReader(src interface{}, order Order, litWidth int) *struct{}
//gcsim:leaks dst=0
//gcsim:inline 1.19:71
func newWriter(dst interface{}, order Order, litWidth int) *struct{}
