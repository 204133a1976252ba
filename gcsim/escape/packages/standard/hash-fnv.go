// Package hash/fnv of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package fnv
import "hash"
//gcsim:inline 1.19:18
func New128() hash.Hash
//gcsim:inline 1.19:18
func New128a() hash.Hash
//gcsim:inline 1.19:9
func New32() hash.Hash32
//gcsim:inline 1.19:9
func New32a() hash.Hash32
//gcsim:inline 1.19:9
func New64() hash.Hash64
//gcsim:inline 1.19:9
func New64a() hash.Hash64
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:25
func appendUint32(b []struct{}, x uint32) []struct{}
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:41
func appendUint64(b []struct{}, x uint64) []struct{}
//gcsim:inline 1.19:31
func readUint32(b []struct{}) uint32
