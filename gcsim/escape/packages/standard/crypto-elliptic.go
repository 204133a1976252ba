// Package crypto/elliptic of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package elliptic
import "io"
import "math/big"
type Curve interface{ Add(x1 *big.Int, y1 *big.Int, x2 *big.Int, y2 *big.Int) (x *big.Int, y *big.Int); Double(x1 *big.Int, y1 *big.Int) (x *big.Int, y *big.Int); IsOnCurve(x *big.Int, y *big.Int) bool; Params() *CurveParams; ScalarBaseMult(k []byte) (x *big.Int, y *big.Int); ScalarMult(x1 *big.Int, y1 *big.Int, k []byte) (x *big.Int, y *big.Int) }
type CurveParams struct{ P *big.Int; N *big.Int; B *big.Int; Gx *big.Int; Gy *big.Int; BitSize int; Name string }
//gcsim:leaks receiver=0 x1=0 y1=0 x2=0 y2=0
func (curve *CurveParams) Add(x1 *big.Int, y1 *big.Int, x2 *big.Int, y2 *big.Int) (*big.Int, *big.Int)
//gcsim:leaks receiver=0 x1=0 y1=0
func (curve *CurveParams) Double(x1 *big.Int, y1 *big.Int) (*big.Int, *big.Int)
//gcsim:leaks receiver=2 x=0 y=0
func (curve *CurveParams) IsOnCurve(x *big.Int, y *big.Int) bool
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (curve *CurveParams) Params() *CurveParams
//gcsim:leaks receiver=0 k=0
func (curve *CurveParams) ScalarBaseMult(k []byte) (*big.Int, *big.Int)
//gcsim:leaks receiver=0 Bx=0 By=0 k=0
func (curve *CurveParams) ScalarMult(Bx *big.Int, By *big.Int, k []byte) (*big.Int, *big.Int)
//gcsim:leaks curve=0 rand=0
func GenerateKey(curve Curve, rand io.Reader) (priv []byte, x *big.Int, y *big.Int, err error)
//gcsim:leaks curve=0 x=0 y=0
func Marshal(curve Curve, x *big.Int, y *big.Int) []byte
//gcsim:leaks curve=0 x=0 y=0
func MarshalCompressed(curve Curve, x *big.Int, y *big.Int) []byte
//gcsim:inline 1.19:77
func P224() Curve
//gcsim:inline 1.19:77
func P256() Curve
//gcsim:inline 1.19:77
func P384() Curve
//gcsim:inline 1.19:77
func P521() Curve
//gcsim:leaks curve=0 data=0
func Unmarshal(curve Curve, data []byte) (x *big.Int, y *big.Int)
//gcsim:leaks curve=0 data=0
func UnmarshalCompressed(curve Curve, data []byte) (x *big.Int, y *big.Int)
