// Package strings of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package strings
import "io"
import "sync"
import "unicode"
import "unsafe"
type Builder struct{ addr *struct{}; buf []struct{} }
//gcsim:inline 1.19:4
func (b *Builder) Cap() int
//gcsim:inline 1.19:75
func (b *Builder) Grow(n int)
//gcsim:inline 1.19:4
func (b *Builder) Len() int
//gcsim:inline 1.19:8
func (b *Builder) Reset()
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:4
func (b *Builder) String() string
//gcsim:leaks receiver=1
//gcsim:inline 1.19:42
func (b *Builder) Write(p []byte) (int, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:40
func (b *Builder) WriteByte(c byte) error
//gcsim:leaks receiver=1
func (b *Builder) WriteRune(r rune) (int, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:42
func (b *Builder) WriteString(s string) (int, error)
//gcsim:inline 1.19:28
func (b *Builder) copyCheck()
//gcsim:inline 1.19:23
func (b *Builder) grow(n int)
//gcsim:inline 1.19:20
func Clone(s string) string
//gcsim:inline 1.19:14
func Compare(a string, b string) int
//gcsim:inline 1.19:64
func Contains(s string, substr string) bool
//gcsim:inline 1.19:64
func ContainsAny(s string, chars string) bool
//gcsim:inline 1.19:64
func ContainsRune(s string, r rune) bool
func Count(s string, substr string) int
//gcsim:leaks s=result0@0,result1@0
func Cut(s string, sep string) (before string, after string, found bool)
func EqualFold(s string, t string) bool
//gcsim:leaks s=0
func Fields(s string) []string
//gcsim:leaks s=0
func FieldsFunc(s string, f func(rune) bool) []string
//gcsim:inline 1.19:14
func HasPrefix(s string, prefix string) bool
//gcsim:inline 1.19:16
func HasSuffix(s string, suffix string) bool
func Index(s string, substr string) int
func IndexAny(s string, chars string) int
//gcsim:inline 1.19:62
func IndexByte(s string, c byte) int
func IndexFunc(s string, f func(rune) bool) int
func IndexRune(s string, r rune) int
//gcsim:leaks elems=result0@1
func Join(elems []string, sep string) string
func LastIndex(s string, substr string) int
func LastIndexAny(s string, chars string) int
//gcsim:inline 1.19:25
func LastIndexByte(s string, c byte) int
//gcsim:inline 1.19:63
func LastIndexFunc(s string, f func(rune) bool) int
//gcsim:leaks s=result0@0
func Map(mapping func(rune) rune, s string) string
//gcsim:leaks s=0
//gcsim:inline 1.19:9
func NewReader(s string) *Reader
//gcsim:leaks oldnew=1
//gcsim:inline 1.19:17
func NewReplacer(oldnew ...string) *Replacer
type Reader struct{ s string; i int64; prevRune int }
//gcsim:inline 1.19:16
func (r *Reader) Len() int
//gcsim:inline 1.19:28
func (r *Reader) Read(b []byte) (n int, err error)
//gcsim:inline 1.19:41
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error)
//gcsim:inline 1.19:30
func (r *Reader) ReadByte() (byte, error)
func (r *Reader) ReadRune() (ch rune, size int, err error)
//gcsim:leaks s=0
//gcsim:inline 1.19:10
func (r *Reader) Reset(s string)
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
func Repeat(s string, count int) string
//gcsim:leaks s=result0@0
func Replace(s string, old string, new string, n int) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:64
func ReplaceAll(s string, old string, new string) string
type Replacer struct{ once sync.Once; r interface{}; oldnew []struct{} }
//gcsim:leaks receiver=0 s=0
func (r *Replacer) Replace(s string) string
//gcsim:leaks receiver=0 w=0 s=0
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error)
//gcsim:leaks receiver=2
func (b *Replacer) build() interface{}
//gcsim:leaks s=0
//gcsim:inline 1.19:64
func Split(s string, sep string) []string
//gcsim:leaks s=0
//gcsim:inline 1.19:65
func SplitAfter(s string, sep string) []string
//gcsim:leaks s=0
//gcsim:inline 1.19:65
func SplitAfterN(s string, sep string, n int) []string
//gcsim:leaks s=0
//gcsim:inline 1.19:64
func SplitN(s string, sep string, n int) []string
//gcsim:leaks s=result0@0
func Title(s string) string
//gcsim:leaks s=result0@0
func ToLower(s string) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:64
func ToLowerSpecial(c unicode.SpecialCase, s string) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:62
func ToTitle(s string) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:64
func ToTitleSpecial(c unicode.SpecialCase, s string) string
//gcsim:leaks s=result0@0
func ToUpper(s string) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:64
func ToUpperSpecial(c unicode.SpecialCase, s string) string
//gcsim:leaks s=result0@0
func ToValidUTF8(s string, replacement string) string
//gcsim:leaks s=result0@0
func Trim(s string, cutset string) string
//gcsim:leaks s=result0@0
func TrimFunc(s string, f func(rune) bool) string
//gcsim:leaks s=result0@0
func TrimLeft(s string, cutset string) string
//gcsim:leaks s=result0@0
func TrimLeftFunc(s string, f func(rune) bool) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:26
func TrimPrefix(s string, prefix string) string
//gcsim:leaks s=result0@0
func TrimRight(s string, cutset string) string
//gcsim:leaks s=result0@0
func TrimRightFunc(s string, f func(rune) bool) string
//gcsim:leaks s=result0@0
func TrimSpace(s string) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:31
func TrimSuffix(s string, suffix string) string
//gcsim:leaks s=0
func genSplit(s string, sep string, sepSave int, n int) []struct{}
func lastIndexFunc(s string, f func(), truth bool) int
//gcsim:inline 1.19:9
func noescape(p unsafe.Pointer) unsafe.Pointer
