// Package crypto/cipher of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package cipher
import "io"
type AEAD interface{ NonceSize() int; Open(dst []byte, nonce []byte, ciphertext []byte, additionalData []byte) ([]byte, error); Overhead() int; Seal(dst []byte, nonce []byte, plaintext []byte, additionalData []byte) []byte }
type Block interface{ BlockSize() int; Decrypt(dst []byte, src []byte); Encrypt(dst []byte, src []byte) }
type BlockMode interface{ BlockSize() int; CryptBlocks(dst []byte, src []byte) }
//gcsim:leaks b=0 iv=0
func NewCBCDecrypter(b Block, iv []byte) BlockMode
//gcsim:leaks b=0 iv=0
func NewCBCEncrypter(b Block, iv []byte) BlockMode
//gcsim:leaks block=0
//gcsim:inline 1.19:63
func NewCFBDecrypter(block Block, iv []byte) Stream
//gcsim:leaks block=0
//gcsim:inline 1.19:63
func NewCFBEncrypter(block Block, iv []byte) Stream
//gcsim:leaks block=0 iv=0
func NewCTR(block Block, iv []byte) Stream
//gcsim:leaks cipher=0
//gcsim:inline 1.19:72
func NewGCM(cipher Block) (AEAD, error)
//gcsim:leaks cipher=0
//gcsim:inline 1.19:72
func NewGCMWithNonceSize(cipher Block, size int) (AEAD, error)
//gcsim:leaks cipher=0
//gcsim:inline 1.19:72
func NewGCMWithTagSize(cipher Block, tagSize int) (AEAD, error)
//gcsim:leaks b=0
func NewOFB(b Block, iv []byte) Stream
type Stream interface{ XORKeyStream(dst []byte, src []byte) }
type StreamReader struct{ S Stream; R io.Reader }
//gcsim:leaks receiver=0 dst=0
func (r StreamReader) Read(dst []byte) (n int, err error)
type StreamWriter struct{ S Stream; W io.Writer; Err error }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:75
func (w StreamWriter) Close() error
//gcsim:leaks receiver=0 src=0
func (w StreamWriter) Write(src []byte) (n int, err error)
//gcsim:leaks block=0
func newCFB(block interface{}, iv []struct{}, decrypt bool) interface{}
func xorBytes(dst []struct{}, a []struct{}, b []struct{}) int
