// Package crypto/rc4 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package rc4
type Cipher struct{ s [256]uint32; i uint8; j uint8 }
//gcsim:inline 1.19:19
func (c *Cipher) Reset()
func (c *Cipher) XORKeyStream(dst []byte, src []byte)
type KeySizeError int
//gcsim:inline 1.19:68
func (k KeySizeError) Error() string
func NewCipher(key []byte) (*Cipher, error)
