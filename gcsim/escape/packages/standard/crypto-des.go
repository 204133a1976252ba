// Package crypto/des of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package des
import "crypto/cipher"
const BlockSize = 8
type KeySizeError int
//gcsim:inline 1.19:68
func (k KeySizeError) Error() string
func NewCipher(key []byte) (cipher.Block, error)
func NewTripleDESCipher(key []byte) (cipher.Block, error)
func cryptBlock(subkeys []struct{}, dst []struct{}, src []struct{}, decrypt bool)
