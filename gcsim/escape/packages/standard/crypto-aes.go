// Package crypto/aes of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package aes
import "crypto/cipher"
const BlockSize = 16
type KeySizeError int
//gcsim:inline 1.19:68
func (k KeySizeError) Error() string
func NewCipher(key []byte) (cipher.Block, error)
