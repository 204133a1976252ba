// Package math/bits of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package bits
//gcsim:inline 1.19:15
func Add(x uint, y uint, carry uint) (sum uint, carryOut uint)
//gcsim:inline 1.19:23
func Add32(x uint32, y uint32, carry uint32) (sum uint32, carryOut uint32)
//gcsim:inline 1.19:21
func Add64(x uint64, y uint64, carry uint64) (sum uint64, carryOut uint64)
//gcsim:inline 1.19:15
func Div(hi uint, lo uint, y uint) (quo uint, rem uint)
//gcsim:inline 1.19:36
func Div32(hi uint32, lo uint32, y uint32) (quo uint32, rem uint32)
func Div64(hi uint64, lo uint64, y uint64) (quo uint64, rem uint64)
//gcsim:inline 1.19:6
func LeadingZeros(x uint) int
//gcsim:inline 1.19:6
func LeadingZeros16(x uint16) int
//gcsim:inline 1.19:6
func LeadingZeros32(x uint32) int
//gcsim:inline 1.19:6
func LeadingZeros64(x uint64) int
//gcsim:inline 1.19:6
func LeadingZeros8(x uint8) int
//gcsim:inline 1.19:4
func Len(x uint) int
//gcsim:inline 1.19:17
func Len16(x uint16) (n int)
//gcsim:inline 1.19:27
func Len32(x uint32) (n int)
//gcsim:inline 1.19:37
func Len64(x uint64) (n int)
//gcsim:inline 1.19:5
func Len8(x uint8) int
//gcsim:inline 1.19:14
func Mul(x uint, y uint) (hi uint, lo uint)
//gcsim:inline 1.19:19
func Mul32(x uint32, y uint32) (hi uint32, lo uint32)
func Mul64(x uint64, y uint64) (hi uint64, lo uint64)
//gcsim:inline 1.19:4
func OnesCount(x uint) int
//gcsim:inline 1.19:13
func OnesCount16(x uint16) int
//gcsim:inline 1.19:29
func OnesCount32(x uint32) int
//gcsim:inline 1.19:51
func OnesCount64(x uint64) int
//gcsim:inline 1.19:5
func OnesCount8(x uint8) int
//gcsim:inline 1.19:20
func Rem(hi uint, lo uint, y uint) uint
//gcsim:inline 1.19:12
func Rem32(hi uint32, lo uint32, y uint32) uint32
//gcsim:inline 1.19:14
func Rem64(hi uint64, lo uint64, y uint64) uint64
//gcsim:inline 1.19:47
func Reverse(x uint) uint
//gcsim:inline 1.19:16
func Reverse16(x uint16) uint16
//gcsim:inline 1.19:43
func Reverse32(x uint32) uint32
//gcsim:inline 1.19:43
func Reverse64(x uint64) uint64
//gcsim:inline 1.19:4
func Reverse8(x uint8) uint8
//gcsim:inline 1.19:4
func ReverseBytes(x uint) uint
//gcsim:inline 1.19:8
func ReverseBytes16(x uint16) uint16
//gcsim:inline 1.19:21
func ReverseBytes32(x uint32) uint32
//gcsim:inline 1.19:34
func ReverseBytes64(x uint64) uint64
//gcsim:inline 1.19:5
func RotateLeft(x uint, k int) uint
//gcsim:inline 1.19:18
func RotateLeft16(x uint16, k int) uint16
//gcsim:inline 1.19:18
func RotateLeft32(x uint32, k int) uint32
//gcsim:inline 1.19:18
func RotateLeft64(x uint64, k int) uint64
//gcsim:inline 1.19:18
func RotateLeft8(x uint8, k int) uint8
//gcsim:inline 1.19:15
func Sub(x uint, y uint, borrow uint) (diff uint, borrowOut uint)
//gcsim:inline 1.19:23
func Sub32(x uint32, y uint32, borrow uint32) (diff uint32, borrowOut uint32)
//gcsim:inline 1.19:23
func Sub64(x uint64, y uint64, borrow uint64) (diff uint64, borrowOut uint64)
//gcsim:inline 1.19:4
func TrailingZeros(x uint) int
//gcsim:inline 1.19:19
func TrailingZeros16(x uint16) int
//gcsim:inline 1.19:18
func TrailingZeros32(x uint32) int
//gcsim:inline 1.19:18
func TrailingZeros64(x uint64) int
//gcsim:inline 1.19:5
func TrailingZeros8(x uint8) int
const UintSize = 64
