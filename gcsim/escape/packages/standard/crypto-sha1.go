// Package crypto/sha1 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package sha1
import "hash"
const BlockSize = 64
//gcsim:inline 1.19:50
func New() hash.Hash
const Size = 20
func Sum(data []byte) [20]byte
//gcsim:inline 1.19:0
func boringUnreachable()
