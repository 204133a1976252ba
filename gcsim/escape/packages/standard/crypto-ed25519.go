// Package crypto/ed25519 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ed25519
import "crypto"
import "io"
//gcsim:leaks rand=0
func GenerateKey(rand io.Reader) (PublicKey, PrivateKey, error)
//gcsim:inline 1.19:69
func NewKeyFromSeed(seed []byte) PrivateKey
type PrivateKey []byte
//gcsim:inline 1.19:25
func (priv PrivateKey) Equal(x crypto.PrivateKey) bool
//gcsim:inline 1.19:14
func (priv PrivateKey) Public() crypto.PublicKey
//gcsim:inline 1.19:13
func (priv PrivateKey) Seed() []byte
//gcsim:leaks opts=0
func (priv PrivateKey) Sign(rand io.Reader, message []byte, opts crypto.SignerOpts) (signature []byte, err error)
const PrivateKeySize = 64
type PublicKey []byte
//gcsim:inline 1.19:25
func (pub PublicKey) Equal(x crypto.PublicKey) bool
const PublicKeySize = 32
const SeedSize = 32
//gcsim:inline 1.19:70
func Sign(privateKey PrivateKey, message []byte) []byte
const SignatureSize = 64
func Verify(publicKey PublicKey, message []byte, sig []byte) bool
func newKeyFromSeed(privateKey []struct{}, seed []struct{})
func sign(signature []struct{}, privateKey []struct{}, message []struct{})
