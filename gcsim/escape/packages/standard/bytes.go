// Package bytes of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package bytes
import "io"
import "unicode"
type Buffer struct{ buf []struct{}; off int; lastRead readOp }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:6
func (b *Buffer) Bytes() []byte
//gcsim:inline 1.19:4
func (b *Buffer) Cap() int
//gcsim:inline 1.19:79
func (b *Buffer) Grow(n int)
//gcsim:inline 1.19:7
func (b *Buffer) Len() int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:52
func (b *Buffer) Next(n int) []byte
//gcsim:inline 1.19:68
func (b *Buffer) Read(p []byte) (n int, err error)
//gcsim:inline 1.19:52
func (b *Buffer) ReadByte() (byte, error)
//gcsim:inline 1.19:74
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error)
//gcsim:leaks receiver=1 r=0
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error)
func (b *Buffer) ReadRune() (r rune, size int, err error)
//gcsim:inline 1.19:70
func (b *Buffer) ReadString(delim byte) (line string, err error)
//gcsim:inline 1.19:15
func (b *Buffer) Reset()
//gcsim:inline 1.19:13
func (b *Buffer) String() string
//gcsim:inline 1.19:57
func (b *Buffer) Truncate(n int)
//gcsim:inline 1.19:22
func (b *Buffer) UnreadByte() error
//gcsim:inline 1.19:34
func (b *Buffer) UnreadRune() error
func (b *Buffer) Write(p []byte) (n int, err error)
func (b *Buffer) WriteByte(c byte) error
func (b *Buffer) WriteRune(r rune) (n int, err error)
func (b *Buffer) WriteString(s string) (n int, err error)
//gcsim:leaks receiver=1 w=0
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error)
//gcsim:inline 1.19:7
func (b *Buffer) empty() bool
func (b *Buffer) grow(n int) int
//gcsim:leaks receiver=result0@1
func (b *Buffer) readSlice(delim byte) (line []struct{}, err interface{})
//gcsim:inline 1.19:62
func Compare(a []byte, b []byte) int
//gcsim:inline 1.19:64
func Contains(b []byte, subslice []byte) bool
//gcsim:inline 1.19:64
func ContainsAny(b []byte, chars string) bool
//gcsim:inline 1.19:64
func ContainsRune(b []byte, r rune) bool
func Count(s []byte, sep []byte) int
//gcsim:leaks s=result0@0,result1@0
func Cut(s []byte, sep []byte) (before []byte, after []byte, found bool)
//gcsim:inline 1.19:6
func Equal(a []byte, b []byte) bool
func EqualFold(s []byte, t []byte) bool
var ErrTooLarge error
//gcsim:leaks s=0
func Fields(s []byte) [][]byte
//gcsim:leaks s=0
func FieldsFunc(s []byte, f func(rune) bool) [][]byte
//gcsim:inline 1.19:21
func HasPrefix(s []byte, prefix []byte) bool
//gcsim:inline 1.19:23
func HasSuffix(s []byte, suffix []byte) bool
func Index(s []byte, sep []byte) int
func IndexAny(s []byte, chars string) int
//gcsim:inline 1.19:62
func IndexByte(b []byte, c byte) int
//gcsim:inline 1.19:63
func IndexFunc(s []byte, f func(r rune) bool) int
func IndexRune(s []byte, r rune) int
//gcsim:inline 1.19:79
func Join(s [][]byte, sep []byte) []byte
func LastIndex(s []byte, sep []byte) int
func LastIndexAny(s []byte, chars string) int
//gcsim:inline 1.19:25
func LastIndexByte(s []byte, c byte) int
//gcsim:inline 1.19:63
func LastIndexFunc(s []byte, f func(r rune) bool) int
func Map(mapping func(r rune) rune, s []byte) []byte
const MinRead = 512
//gcsim:leaks buf=0
//gcsim:inline 1.19:5
func NewBuffer(buf []byte) *Buffer
//gcsim:inline 1.19:6
func NewBufferString(s string) *Buffer
//gcsim:leaks b=0
//gcsim:inline 1.19:9
func NewReader(b []byte) *Reader
type Reader struct{ s []struct{}; i int64; prevRune int }
//gcsim:inline 1.19:16
func (r *Reader) Len() int
//gcsim:inline 1.19:28
func (r *Reader) Read(b []byte) (n int, err error)
//gcsim:inline 1.19:41
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error)
//gcsim:inline 1.19:30
func (r *Reader) ReadByte() (byte, error)
func (r *Reader) ReadRune() (ch rune, size int, err error)
//gcsim:leaks b=0
//gcsim:inline 1.19:10
func (r *Reader) Reset(b []byte)
//gcsim:inline 1.19:66
func (r *Reader) Seek(offset int64, whence int) (int64, error)
//gcsim:inline 1.19:4
func (r *Reader) Size() int64
//gcsim:inline 1.19:25
func (r *Reader) UnreadByte() error
//gcsim:inline 1.19:41
func (r *Reader) UnreadRune() error
//gcsim:leaks receiver=1 w=0
func (r *Reader) WriteTo(w io.Writer) (n int64, err error)
//gcsim:inline 1.19:60
func Repeat(b []byte, count int) []byte
func Replace(s []byte, old []byte, new []byte, n int) []byte
//gcsim:inline 1.19:64
func ReplaceAll(s []byte, old []byte, new []byte) []byte
func Runes(s []byte) []rune
//gcsim:leaks s=0
//gcsim:inline 1.19:64
func Split(s []byte, sep []byte) [][]byte
//gcsim:leaks s=0
//gcsim:inline 1.19:65
func SplitAfter(s []byte, sep []byte) [][]byte
//gcsim:leaks s=0
//gcsim:inline 1.19:65
func SplitAfterN(s []byte, sep []byte, n int) [][]byte
//gcsim:leaks s=0
//gcsim:inline 1.19:64
func SplitN(s []byte, sep []byte, n int) [][]byte
func Title(s []byte) []byte
func ToLower(s []byte) []byte
//gcsim:inline 1.19:64
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte
//gcsim:inline 1.19:62
func ToTitle(s []byte) []byte
//gcsim:inline 1.19:64
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte
func ToUpper(s []byte) []byte
//gcsim:inline 1.19:64
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte
func ToValidUTF8(s []byte, replacement []byte) []byte
//gcsim:leaks s=result0@0
func Trim(s []byte, cutset string) []byte
//gcsim:leaks s=result0@0
func TrimFunc(s []byte, f func(r rune) bool) []byte
//gcsim:leaks s=result0@0
func TrimLeft(s []byte, cutset string) []byte
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:76
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:33
func TrimPrefix(s []byte, prefix []byte) []byte
//gcsim:leaks s=result0@0
func TrimRight(s []byte, cutset string) []byte
//gcsim:leaks s=result0@0
func TrimRightFunc(s []byte, f func(r rune) bool) []byte
//gcsim:leaks s=result0@0
func TrimSpace(s []byte) []byte
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:38
func TrimSuffix(s []byte, suffix []byte) []byte
//gcsim:leaks s=0
func genSplit(s []struct{}, sep []struct{}, sepSave int, n int) []struct{}
func indexFunc(s []struct{}, f func(), truth bool) int
func lastIndexFunc(s []struct{}, f func(), truth bool) int
type readOp int8
