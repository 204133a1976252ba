// Package mime/quotedprintable of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package quotedprintable
import "io"
//gcsim:leaks r=0
//gcsim:inline 1.19:64
func NewReader(r io.Reader) *Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:5
func NewWriter(w io.Writer) *Writer
type Reader struct{ br *struct{}; rerr interface{}; line []struct{} }
//gcsim:leaks receiver=1
func (r *Reader) Read(p []byte) (n int, err error)
type Writer struct{ Binary bool; w interface{}; i int; line [78]byte; cr bool }
//gcsim:leaks receiver=0
func (w *Writer) Close() error
//gcsim:leaks receiver=0
func (w *Writer) Write(p []byte) (n int, err error)
//gcsim:leaks receiver=0
func (w *Writer) insertCRLF() interface{}
