// Package crypto/dsa of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package dsa
import "io"
import "math/big"
var ErrInvalidPublicKey error
//gcsim:leaks priv=2 rand=0
func GenerateKey(priv *PrivateKey, rand io.Reader) error
//gcsim:leaks rand=0
func GenerateParameters(params *Parameters, rand io.Reader, sizes ParameterSizes) error
const L1024N160 ParameterSizes = 0
const L2048N224 ParameterSizes = 1
const L2048N256 ParameterSizes = 2
const L3072N256 ParameterSizes = 3
type ParameterSizes int
type Parameters struct{ P *big.Int; Q *big.Int; G *big.Int }
type PrivateKey struct{ PublicKey; X *big.Int }
type PublicKey struct{ Parameters; Y *big.Int }
//gcsim:leaks rand=0 priv=2
func Sign(rand io.Reader, priv *PrivateKey, hash []byte) (r *big.Int, s *big.Int, err error)
//gcsim:leaks pub=2 r=1 s=1
func Verify(pub *PublicKey, hash []byte, r *big.Int, s *big.Int) bool
