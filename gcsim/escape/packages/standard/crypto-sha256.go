// Package crypto/sha256 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package sha256
import "hash"
const BlockSize = 64
//gcsim:inline 1.19:69
func New() hash.Hash
//gcsim:inline 1.19:73
func New224() hash.Hash
const Size = 32
const Size224 = 28
func Sum224(data []byte) [28]byte
func Sum256(data []byte) [32]byte
