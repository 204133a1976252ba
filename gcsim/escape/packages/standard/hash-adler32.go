// Package hash/adler32 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package adler32
import "hash"
//gcsim:inline 1.19:62
func Checksum(data []byte) uint32
//gcsim:inline 1.19:16
func New() hash.Hash32
const Size = 4
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:25
func appendUint32(b []struct{}, x uint32) []struct{}
type digest uint32
//gcsim:inline 1.19:31
func readUint32(b []struct{}) uint32
func update(d digest, p []struct{}) digest
