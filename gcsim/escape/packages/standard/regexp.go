// Package regexp of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package regexp
import "io"
import "regexp/syntax"
//gcsim:leaks expr=0
//gcsim:inline 1.19:72
func Compile(expr string) (*Regexp, error)
//gcsim:leaks expr=0
//gcsim:inline 1.19:72
func CompilePOSIX(expr string) (*Regexp, error)
//gcsim:leaks pattern=0 b=0
func Match(pattern string, b []byte) (matched bool, err error)
//gcsim:leaks pattern=0 r=0
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error)
//gcsim:leaks pattern=0 s=0
func MatchString(pattern string, s string) (matched bool, err error)
//gcsim:leaks str=0
func MustCompile(str string) *Regexp
//gcsim:leaks str=0
func MustCompilePOSIX(str string) *Regexp
//gcsim:leaks s=result0@0
func QuoteMeta(s string) string
type Regexp struct{ expr string; prog *struct{}; onepass *struct{}; numSubexp int; maxBitStateLen int; subexpNames []struct{}; prefix string; prefixBytes []struct{}; prefixRune rune; prefixEnd uint32; mpool int; matchcap int; prefixComplete bool; cond syntax.EmptyOp; minInputLen int; longest bool }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:9
func (re *Regexp) Copy() *Regexp
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:67
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:66
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte
//gcsim:leaks receiver=0 b=0
func (re *Regexp) Find(b []byte) []byte
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindAll(b []byte, n int) [][]byte
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindAllString(s string, n int) []string
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindIndex(b []byte) (loc []int)
//gcsim:leaks receiver=0 r=0
func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int)
//gcsim:leaks receiver=0 r=0
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindString(s string) string
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindStringIndex(s string) (loc []int)
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindStringSubmatch(s string) []string
//gcsim:leaks receiver=0 s=0
func (re *Regexp) FindStringSubmatchIndex(s string) []int
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindSubmatch(b []byte) [][]byte
//gcsim:leaks receiver=0 b=0
func (re *Regexp) FindSubmatchIndex(b []byte) []int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:5
func (re *Regexp) LiteralPrefix() (prefix string, complete bool)
//gcsim:inline 1.19:4
func (re *Regexp) Longest()
//gcsim:leaks receiver=0 b=0
//gcsim:inline 1.19:76
func (re *Regexp) Match(b []byte) bool
//gcsim:leaks receiver=0 r=0
//gcsim:inline 1.19:76
func (re *Regexp) MatchReader(r io.RuneReader) bool
//gcsim:leaks receiver=0 s=0
//gcsim:inline 1.19:76
func (re *Regexp) MatchString(s string) bool
//gcsim:inline 1.19:3
func (re *Regexp) NumSubexp() int
//gcsim:leaks receiver=0 src=0
func (re *Regexp) ReplaceAll(src []byte, repl []byte) []byte
//gcsim:leaks receiver=0 src=0
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte
//gcsim:leaks receiver=0 src=0
func (re *Regexp) ReplaceAllLiteral(src []byte, repl []byte) []byte
//gcsim:leaks receiver=0 src=0
func (re *Regexp) ReplaceAllLiteralString(src string, repl string) string
//gcsim:leaks receiver=0 src=0
func (re *Regexp) ReplaceAllString(src string, repl string) string
//gcsim:leaks receiver=0 src=0
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string
//gcsim:leaks receiver=0 s=0
func (re *Regexp) Split(s string, n int) []string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (re *Regexp) String() string
//gcsim:inline 1.19:21
func (re *Regexp) SubexpIndex(name string) int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (re *Regexp) SubexpNames() []string
//gcsim:leaks receiver=0 r=0 b=0 s=0 dstCap=result0@0
func (re *Regexp) doExecute(r interface{}, b []struct{}, s string, pos int, ncap int, dstCap []struct{}) []struct{}
//gcsim:leaks receiver=0 r=0 b=0 s=0
//gcsim:inline 1.19:69
func (re *Regexp) doMatch(r interface{}, b []struct{}, s string) bool
//gcsim:leaks dst=result0@0
func (re *Regexp) expand(dst []struct{}, template string, bsrc []struct{}, src string, match []struct{}) []struct{}
//gcsim:inline 1.19:6
func shouldBacktrack(prog *struct{}) bool
