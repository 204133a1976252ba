// Package strconv of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package strconv
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:10
func AppendBool(dst []byte, b bool) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendFloat(dst []byte, f float64, fmt byte, prec int, bitSize int) []byte
//gcsim:leaks dst=result0@0
func AppendInt(dst []byte, i int64, base int) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendQuote(dst []byte, s string) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendQuoteRune(dst []byte, r rune) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendQuoteToASCII(dst []byte, s string) []byte
//gcsim:leaks dst=result0@0
//gcsim:inline 1.19:65
func AppendQuoteToGraphic(dst []byte, s string) []byte
//gcsim:leaks dst=result0@0
func AppendUint(dst []byte, i uint64, base int) []byte
//gcsim:leaks s=0
func Atoi(s string) (int, error)
func CanBackquote(s string) bool
var ErrRange error
var ErrSyntax error
//gcsim:inline 1.19:6
func FormatBool(b bool) string
func FormatComplex(c complex128, fmt byte, prec int, bitSize int) string
func FormatFloat(f float64, fmt byte, prec int, bitSize int) string
func FormatInt(i int64, base int) string
func FormatUint(i uint64, base int) string
const IntSize = 64
func IsGraphic(r rune) bool
func IsPrint(r rune) bool
//gcsim:inline 1.19:62
func Itoa(i int) string
type NumError struct{ Func string; Num string; Err error }
//gcsim:leaks receiver=1
func (e *NumError) Error() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *NumError) Unwrap() error
//gcsim:leaks str=0
//gcsim:inline 1.19:38
func ParseBool(str string) (bool, error)
//gcsim:leaks s=0
func ParseComplex(s string, bitSize int) (complex128, error)
//gcsim:leaks s=0
func ParseFloat(s string, bitSize int) (float64, error)
//gcsim:leaks s=0
func ParseInt(s string, base int, bitSize int) (i int64, err error)
//gcsim:leaks s=0
func ParseUint(s string, base int, bitSize int) (uint64, error)
//gcsim:inline 1.19:80
func Quote(s string) string
//gcsim:inline 1.19:73
func QuoteRune(r rune) string
//gcsim:inline 1.19:73
func QuoteRuneToASCII(r rune) string
//gcsim:inline 1.19:73
func QuoteRuneToGraphic(r rune) string
//gcsim:inline 1.19:80
func QuoteToASCII(s string) string
//gcsim:inline 1.19:80
func QuoteToGraphic(s string) string
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:72
func QuotedPrefix(s string) (string, error)
//gcsim:leaks s=result0@0
func Unquote(s string) (string, error)
//gcsim:leaks s=result2@0
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error)
//gcsim:leaks buf=result0@0
func appendQuotedRuneWith(buf []struct{}, r rune, quote byte, ASCIIonly bool, graphicOnly bool) []struct{}
//gcsim:leaks buf=result0@0
func appendQuotedWith(buf []struct{}, s string, quote byte, ASCIIonly bool, graphicOnly bool) []struct{}
//gcsim:inline 1.19:41
func bsearch16(a []struct{}, x uint16) int
//gcsim:leaks dst=result0@0
func genericFtoa(dst []struct{}, val float64, fmt byte, prec int, bitSize int) []struct{}
//gcsim:inline 1.19:62
func index(s string, c byte) int
//gcsim:inline 1.19:66
func quoteRuneWith(r rune, quote byte, ASCIIonly bool, graphicOnly bool) string
//gcsim:inline 1.19:73
func quoteWith(s string, quote byte, ASCIIonly bool, graphicOnly bool) string
//gcsim:leaks fn=0 str=0
//gcsim:inline 1.19:9
func syntaxError(fn string, str string) *struct{}
//gcsim:inline 1.19:28
func trim(a *struct{})
//gcsim:leaks in=result0@0,result1@0
func unquote(in string, unescape bool) (out string, rem string, err interface{})
