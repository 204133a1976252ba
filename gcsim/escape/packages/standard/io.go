// Package io of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package io
type ByteReader interface{ ReadByte() (byte, error) }
type ByteScanner interface{ UnreadByte() error; ByteReader }
type ByteWriter interface{ WriteByte(c byte) error }
type Closer interface{ Close() error }
//gcsim:leaks dst=0 src=0
//gcsim:inline 1.19:72
func Copy(dst Writer, src Reader) (written int64, err error)
//gcsim:leaks dst=0 src=0 buf=0
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error)
//gcsim:leaks dst=0 src=0
func CopyN(dst Writer, src Reader, n int64) (written int64, err error)
var Discard Writer
var EOF error
var ErrClosedPipe error
var ErrNoProgress error
var ErrShortBuffer error
var ErrShortWrite error
var ErrUnexpectedEOF error
//gcsim:leaks r=0
//gcsim:inline 1.19:8
func LimitReader(r Reader, n int64) Reader
type LimitedReader struct{ R Reader; N int64 }
//gcsim:leaks receiver=1 p=0
func (l *LimitedReader) Read(p []byte) (n int, err error)
//gcsim:leaks readers=1
//gcsim:inline 1.19:16
func MultiReader(readers ...Reader) Reader
//gcsim:leaks writers=1
//gcsim:inline 1.19:42
func MultiWriter(writers ...Writer) Writer
//gcsim:leaks r=0
//gcsim:inline 1.19:29
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader
//gcsim:leaks r=0
//gcsim:inline 1.19:19
func NopCloser(r Reader) ReadCloser
//gcsim:inline 1.19:24
func Pipe() (*PipeReader, *PipeWriter)
type PipeReader struct{ p *struct{} }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:68
func (r *PipeReader) Close() error
//gcsim:leaks receiver=1 err=0
//gcsim:inline 1.19:63
func (r *PipeReader) CloseWithError(err error) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:72
func (r *PipeReader) Read(data []byte) (n int, err error)
type PipeWriter struct{ p *struct{} }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:68
func (w *PipeWriter) Close() error
//gcsim:leaks receiver=1 err=0
//gcsim:inline 1.19:63
func (w *PipeWriter) CloseWithError(err error) error
//gcsim:leaks receiver=1 data=0
//gcsim:inline 1.19:72
func (w *PipeWriter) Write(data []byte) (n int, err error)
//gcsim:leaks r=0
func ReadAll(r Reader) ([]byte, error)
//gcsim:leaks r=0 buf=0
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error)
type ReadCloser interface{ Reader; Closer }
//gcsim:leaks r=0 buf=0
//gcsim:inline 1.19:73
func ReadFull(r Reader, buf []byte) (n int, err error)
type ReadSeekCloser interface{ Reader; Seeker; Closer }
type ReadSeeker interface{ Reader; Seeker }
type ReadWriteCloser interface{ Reader; Writer; Closer }
type ReadWriteSeeker interface{ Reader; Writer; Seeker }
type ReadWriter interface{ Reader; Writer }
type Reader interface{ Read(p []byte) (n int, err error) }
type ReaderAt interface{ ReadAt(p []byte, off int64) (n int, err error) }
type ReaderFrom interface{ ReadFrom(r Reader) (n int64, err error) }
type RuneReader interface{ ReadRune() (r rune, size int, err error) }
type RuneScanner interface{ UnreadRune() error; RuneReader }
type SectionReader struct{ r interface{}; base int64; off int64; limit int64 }
//gcsim:leaks receiver=1 p=0
func (s *SectionReader) Read(p []byte) (n int, err error)
//gcsim:leaks receiver=1 p=0
func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error)
//gcsim:inline 1.19:42
func (s *SectionReader) Seek(offset int64, whence int) (int64, error)
//gcsim:inline 1.19:6
func (s *SectionReader) Size() int64
const SeekCurrent = 1
const SeekEnd = 2
const SeekStart = 0
type Seeker interface{ Seek(offset int64, whence int) (int64, error) }
type StringWriter interface{ WriteString(s string) (n int, err error) }
//gcsim:leaks r=0 w=0
//gcsim:inline 1.19:8
func TeeReader(r Reader, w Writer) Reader
type WriteCloser interface{ Writer; Closer }
type WriteSeeker interface{ Writer; Seeker }
//gcsim:leaks w=0 s=0
func WriteString(w Writer, s string) (n int, err error)
type Writer interface{ Write(p []byte) (n int, err error) }
type WriterAt interface{ WriteAt(p []byte, off int64) (n int, err error) }
type WriterTo interface{ WriteTo(w Writer) (n int64, err error) }
