// Package unicode/utf16 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package utf16
func Decode(s []uint16) []rune
//gcsim:inline 1.19:30
func DecodeRune(r1 rune, r2 rune) rune
func Encode(s []rune) []uint16
//gcsim:inline 1.19:27
func EncodeRune(r rune) (r1 rune, r2 rune)
//gcsim:inline 1.19:8
func IsSurrogate(r rune) bool
