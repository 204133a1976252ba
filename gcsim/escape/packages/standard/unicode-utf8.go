// Package unicode/utf8 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package utf8
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:72
func AppendRune(p []byte, r rune) []byte
func DecodeLastRune(p []byte) (r rune, size int)
func DecodeLastRuneInString(s string) (r rune, size int)
func DecodeRune(p []byte) (r rune, size int)
func DecodeRuneInString(s string) (r rune, size int)
func EncodeRune(p []byte, r rune) int
//gcsim:inline 1.19:79
func FullRune(p []byte) bool
//gcsim:inline 1.19:79
func FullRuneInString(s string) bool
const MaxRune = '\U0010ffff'
func RuneCount(p []byte) int
func RuneCountInString(s string) (n int)
const RuneError = '\ufffd'
//gcsim:inline 1.19:43
func RuneLen(r rune) int
const RuneSelf = 128
//gcsim:inline 1.19:6
func RuneStart(b byte) bool
const UTFMax = 4
func Valid(p []byte) bool
//gcsim:inline 1.19:23
func ValidRune(r rune) bool
func ValidString(s string) bool
//gcsim:leaks p=result0@0
func appendRuneNonASCII(p []struct{}, r rune) []struct{}
