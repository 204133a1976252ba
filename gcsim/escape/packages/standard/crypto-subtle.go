// Package crypto/subtle of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package subtle
//gcsim:inline 1.19:10
func ConstantTimeByteEq(x uint8, y uint8) int
//gcsim:inline 1.19:49
func ConstantTimeCompare(x []byte, y []byte) int
//gcsim:inline 1.19:54
func ConstantTimeCopy(v int, x []byte, y []byte)
//gcsim:inline 1.19:11
func ConstantTimeEq(x int32, y int32) int
//gcsim:inline 1.19:23
func ConstantTimeLessOrEq(x int, y int) int
//gcsim:inline 1.19:13
func ConstantTimeSelect(v int, x int, y int) int
