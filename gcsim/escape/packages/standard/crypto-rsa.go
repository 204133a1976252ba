// Package crypto/rsa of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package rsa
import "crypto"
import "hash"
import "io"
import "math/big"
type CRTValue struct{ Exp *big.Int; Coeff *big.Int; R *big.Int }
//gcsim:leaks hash=0 random=0 priv=2 label=0
func DecryptOAEP(hash hash.Hash, random io.Reader, priv *PrivateKey, ciphertext []byte, label []byte) ([]byte, error)
//gcsim:leaks random=0 priv=2
func DecryptPKCS1v15(random io.Reader, priv *PrivateKey, ciphertext []byte) ([]byte, error)
//gcsim:leaks random=0 priv=2
func DecryptPKCS1v15SessionKey(random io.Reader, priv *PrivateKey, ciphertext []byte, key []byte) error
//gcsim:leaks hash=0 random=0 pub=2 label=0
func EncryptOAEP(hash hash.Hash, random io.Reader, pub *PublicKey, msg []byte, label []byte) ([]byte, error)
//gcsim:leaks random=0 pub=2
func EncryptPKCS1v15(random io.Reader, pub *PublicKey, msg []byte) ([]byte, error)
var ErrDecryption error
var ErrMessageTooLong error
var ErrVerification error
//gcsim:leaks random=0
//gcsim:inline 1.19:72
func GenerateKey(random io.Reader, bits int) (*PrivateKey, error)
//gcsim:leaks random=0
func GenerateMultiPrimeKey(random io.Reader, nprimes int, bits int) (*PrivateKey, error)
type OAEPOptions struct{ Hash crypto.Hash; Label []byte }
type PKCS1v15DecryptOptions struct{ SessionKeyLen int }
type PSSOptions struct{ SaltLength int; Hash crypto.Hash }
//gcsim:inline 1.19:3
func (opts *PSSOptions) HashFunc() crypto.Hash
const PSSSaltLengthAuto = 0
const PSSSaltLengthEqualsHash = -1
type PrecomputedValues struct{ Dp *big.Int; Dq *big.Int; Qinv *big.Int; CRTValues []CRTValue }
type PrivateKey struct{ PublicKey; D *big.Int; Primes []*big.Int; Precomputed PrecomputedValues }
//gcsim:leaks receiver=2 rand=0 opts=1
func (priv *PrivateKey) Decrypt(rand io.Reader, ciphertext []byte, opts crypto.DecrypterOpts) (plaintext []byte, err error)
func (priv *PrivateKey) Equal(x crypto.PrivateKey) bool
//gcsim:leaks receiver=2
func (priv *PrivateKey) Precompute()
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:5
func (priv *PrivateKey) Public() crypto.PublicKey
//gcsim:leaks receiver=2 rand=0 digest=0 opts=0
func (priv *PrivateKey) Sign(rand io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error)
//gcsim:leaks receiver=2
func (priv *PrivateKey) Validate() error
type PublicKey struct{ N *big.Int; E int }
func (pub *PublicKey) Equal(x crypto.PublicKey) bool
//gcsim:inline 1.19:38
func (pub *PublicKey) Size() int
//gcsim:leaks random=0 priv=2
func SignPKCS1v15(random io.Reader, priv *PrivateKey, hash crypto.Hash, hashed []byte) ([]byte, error)
//gcsim:leaks rand=0 priv=2 digest=0
func SignPSS(rand io.Reader, priv *PrivateKey, hash crypto.Hash, digest []byte, opts *PSSOptions) ([]byte, error)
//gcsim:leaks pub=2
func VerifyPKCS1v15(pub *PublicKey, hash crypto.Hash, hashed []byte, sig []byte) error
//gcsim:leaks pub=2 digest=0
func VerifyPSS(pub *PublicKey, hash crypto.Hash, digest []byte, sig []byte, opts *PSSOptions) error
