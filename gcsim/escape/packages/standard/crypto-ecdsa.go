// Package crypto/ecdsa of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ecdsa
import "crypto"
import "crypto/elliptic"
import "io"
import "math/big"
type PrivateKey struct{ PublicKey; D *big.Int }
func (priv *PrivateKey) Equal(x crypto.PrivateKey) bool
func (priv *PrivateKey) Public() crypto.PublicKey
func (priv *PrivateKey) Sign(rand io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error)
type PublicKey struct{ elliptic.Curve; X *big.Int; Y *big.Int }
func (pub *PublicKey) Equal(x crypto.PublicKey) bool
