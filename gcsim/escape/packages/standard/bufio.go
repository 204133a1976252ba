// Package bufio of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package bufio
import "io"
var ErrAdvanceTooFar error
var ErrBadReadCount error
var ErrBufferFull error
var ErrFinalToken error
var ErrInvalidUnreadByte error
var ErrInvalidUnreadRune error
var ErrNegativeAdvance error
var ErrNegativeCount error
var ErrTooLong error
const MaxScanTokenSize = 65536
//gcsim:leaks r=0 w=0
//gcsim:inline 1.19:7
func NewReadWriter(r *Reader, w *Writer) *ReadWriter
//gcsim:leaks rd=0
//gcsim:inline 1.19:57
func NewReader(rd io.Reader) *Reader
//gcsim:leaks rd=0
//gcsim:inline 1.19:52
func NewReaderSize(rd io.Reader, size int) *Reader
//gcsim:leaks r=0
//gcsim:inline 1.19:9
func NewScanner(r io.Reader) *Scanner
//gcsim:leaks w=0
//gcsim:inline 1.19:39
func NewWriter(w io.Writer) *Writer
//gcsim:leaks w=0
//gcsim:inline 1.19:34
func NewWriterSize(w io.Writer, size int) *Writer
type ReadWriter struct{ *Reader; *Writer }
type Reader struct{ buf []struct{}; rd interface{}; r int; w int; err interface{}; lastByte int; lastRuneSize int }
//gcsim:inline 1.19:6
func (b *Reader) Buffered() int
//gcsim:leaks receiver=1
func (b *Reader) Discard(n int) (discarded int, err error)
//gcsim:leaks receiver=1
func (b *Reader) Peek(n int) ([]byte, error)
//gcsim:leaks receiver=1 p=0
func (b *Reader) Read(p []byte) (n int, err error)
//gcsim:leaks receiver=1
func (b *Reader) ReadByte() (byte, error)
//gcsim:leaks receiver=1
func (b *Reader) ReadBytes(delim byte) ([]byte, error)
//gcsim:leaks receiver=1
func (b *Reader) ReadLine() (line []byte, isPrefix bool, err error)
//gcsim:leaks receiver=1
func (b *Reader) ReadRune() (r rune, size int, err error)
//gcsim:leaks receiver=1
func (b *Reader) ReadSlice(delim byte) (line []byte, err error)
//gcsim:leaks receiver=1
func (b *Reader) ReadString(delim byte) (string, error)
//gcsim:leaks receiver=1 r=0
//gcsim:inline 1.19:28
func (b *Reader) Reset(r io.Reader)
//gcsim:inline 1.19:4
func (b *Reader) Size() int
//gcsim:inline 1.19:49
func (b *Reader) UnreadByte() error
//gcsim:inline 1.19:28
func (b *Reader) UnreadRune() error
//gcsim:leaks receiver=1 w=0
func (b *Reader) WriteTo(w io.Writer) (n int64, err error)
//gcsim:leaks buf=0 r=0
//gcsim:inline 1.19:12
func (b *Reader) reset(buf []struct{}, r interface{})
//gcsim:leaks data=result1@0
//gcsim:inline 1.19:18
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error)
//gcsim:leaks data=result1@0
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error)
//gcsim:leaks data=result1@0
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error)
//gcsim:leaks data=result1@0
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error)
type Scanner struct{ r interface{}; split func(); maxTokenSize int; token []struct{}; buf []struct{}; start int; end int; err interface{}; empties int; scanCalled bool; done bool }
//gcsim:leaks buf=0
//gcsim:inline 1.19:18
func (s *Scanner) Buffer(buf []byte, max int)
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (s *Scanner) Bytes() []byte
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:10
func (s *Scanner) Err() error
//gcsim:leaks receiver=1
func (s *Scanner) Scan() bool
//gcsim:leaks split=0
//gcsim:inline 1.19:10
func (s *Scanner) Split(split SplitFunc)
//gcsim:inline 1.19:4
func (s *Scanner) Text() string
//gcsim:leaks err=0
//gcsim:inline 1.19:14
func (s *Scanner) setErr(err interface{})
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)
type Writer struct{ err interface{}; buf []struct{}; n int; wr interface{} }
//gcsim:inline 1.19:7
func (b *Writer) Available() int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:8
func (b *Writer) AvailableBuffer() []byte
//gcsim:inline 1.19:3
func (b *Writer) Buffered() int
//gcsim:leaks receiver=1
func (b *Writer) Flush() error
//gcsim:leaks receiver=1 r=0
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error)
//gcsim:leaks w=0
//gcsim:inline 1.19:22
func (b *Writer) Reset(w io.Writer)
//gcsim:inline 1.19:4
func (b *Writer) Size() int
//gcsim:leaks receiver=1 p=0
func (b *Writer) Write(p []byte) (nn int, err error)
//gcsim:leaks receiver=1
func (b *Writer) WriteByte(c byte) error
//gcsim:leaks receiver=1
func (b *Writer) WriteRune(r rune) (size int, err error)
//gcsim:leaks receiver=1 s=0
func (b *Writer) WriteString(s string) (int, error)
