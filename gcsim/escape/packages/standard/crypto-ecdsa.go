// Package crypto/ecdsa of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ecdsa
import "crypto"
import "crypto/elliptic"
import "io"
import "math/big"
//gcsim:leaks c=0 rand=0
func GenerateKey(c elliptic.Curve, rand io.Reader) (*PrivateKey, error)
type PrivateKey struct{ PublicKey; D *big.Int }
func (priv *PrivateKey) Equal(x crypto.PrivateKey) bool
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:5
func (priv *PrivateKey) Public() crypto.PublicKey
//gcsim:leaks receiver=1 rand=0
func (priv *PrivateKey) Sign(rand io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error)
type PublicKey struct{ elliptic.Curve; X *big.Int; Y *big.Int }
func (pub *PublicKey) Equal(x crypto.PublicKey) bool
//gcsim:leaks rand=0 priv=1
func Sign(rand io.Reader, priv *PrivateKey, hash []byte) (r *big.Int, s *big.Int, err error)
//gcsim:leaks rand=0 priv=1
//gcsim:inline 1.19:73
func SignASN1(rand io.Reader, priv *PrivateKey, hash []byte) ([]byte, error)
//gcsim:leaks pub=1 r=1 s=0
func Verify(pub *PublicKey, hash []byte, r *big.Int, s *big.Int) bool
//gcsim:leaks pub=1 sig=0
func VerifyASN1(pub *PublicKey, hash []byte, sig []byte) bool
//gcsim:leaks pub=1 c=0 r=1 s=0
func verifyGeneric(pub *struct{}, c interface{}, hash []struct{}, r *struct{}, s *struct{}) bool
