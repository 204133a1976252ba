// Package crypto/hmac of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package hmac
import "hash"
//gcsim:inline 1.19:56
func Equal(mac1 []byte, mac2 []byte) bool
//gcsim:leaks key=0
func New(h func() hash.Hash, key []byte) hash.Hash
