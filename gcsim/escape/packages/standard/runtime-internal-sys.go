// Package runtime/internal/sys of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package sys
//gcsim:inline 1.19:54
func Bswap32(x uint32) uint32
//gcsim:inline 1.19:78
func Bswap64(x uint64) uint64
//gcsim:inline 1.19:37
func Ctz32(x uint32) int
//gcsim:inline 1.19:37
func Ctz64(x uint64) int
//gcsim:inline 1.19:5
func Ctz8(x uint8) int
const DefaultPhysPageSize = 4096
const Int64Align = 8
//gcsim:inline 1.19:6
func LeadingZeros64(x uint64) int
//gcsim:inline 1.19:6
func LeadingZeros8(x uint8) int
//gcsim:inline 1.19:37
func Len64(x uint64) (n int)
//gcsim:inline 1.19:5
func Len8(x uint8) int
const MinFrameSize = 0
//gcsim:inline 1.19:51
func OnesCount64(x uint64) int
const PCQuantum = 1
//gcsim:inline 1.19:0
func Prefetch(addr uintptr)
//gcsim:inline 1.19:0
func PrefetchStreamed(addr uintptr)
const StackAlign = 8
const StackGuardMultiplier = 1
const StackGuardMultiplierDefault = 1
//gcsim:inline 1.19:18
func TrailingZeros64(x uint64) int
//gcsim:inline 1.19:5
func TrailingZeros8(x uint8) int
