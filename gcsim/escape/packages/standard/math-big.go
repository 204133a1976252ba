// Package math/big of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package big
import "fmt"
import "math/rand"
const Above Accuracy = 1
type Accuracy int8
func (i Accuracy) String() string
const AwayFromZero RoundingMode = 3
const Below Accuracy = -1
type ErrNaN struct{ msg string }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (err ErrNaN) Error() string
const Exact Accuracy = 0
type Float struct{ prec uint32; mode RoundingMode; acc Accuracy; form form; neg bool; mant []struct{}; exp int32 }
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:67
func (z *Float) Abs(x *Float) *Float
//gcsim:inline 1.19:3
func (x *Float) Acc() Accuracy
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Float) Add(x *Float, y *Float) *Float
//gcsim:leaks receiver=1 buf=result0@0
func (x *Float) Append(buf []byte, fmt byte, prec int) []byte
func (x *Float) Cmp(y *Float) int
//gcsim:leaks receiver=1,result0@0
func (z *Float) Copy(x *Float) *Float
func (x *Float) Float32() (float32, Accuracy)
func (x *Float) Float64() (float64, Accuracy)
//gcsim:leaks receiver=1 s=0
func (x *Float) Format(s fmt.State, format rune)
//gcsim:leaks receiver=1
func (z *Float) GobDecode(buf []byte) error
func (x *Float) GobEncode() ([]byte, error)
//gcsim:leaks receiver=1 z=1,result0@0
func (x *Float) Int(z *Int) (*Int, Accuracy)
func (x *Float) Int64() (int64, Accuracy)
//gcsim:inline 1.19:5
func (x *Float) IsInf() bool
func (x *Float) IsInt() bool
//gcsim:leaks mant=1
func (x *Float) MantExp(mant *Float) (exp int)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:77
func (x *Float) MarshalText() (text []byte, err error)
//gcsim:inline 1.19:54
func (x *Float) MinPrec() uint
//gcsim:inline 1.19:3
func (x *Float) Mode() RoundingMode
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Float) Mul(x *Float, y *Float) *Float
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:69
func (z *Float) Neg(x *Float) *Float
//gcsim:leaks receiver=1,result0@0 s=0
func (z *Float) Parse(s string, base int) (f *Float, b int, err error)
//gcsim:inline 1.19:4
func (x *Float) Prec() uint
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Float) Quo(x *Float, y *Float) *Float
//gcsim:leaks receiver=1 z=1,result0@0
func (x *Float) Rat(z *Rat) (*Rat, Accuracy)
//gcsim:leaks receiver=1 s=0
func (z *Float) Scan(s fmt.ScanState, ch rune) error
//gcsim:leaks receiver=1,result0@0
func (z *Float) Set(x *Float) *Float
//gcsim:leaks receiver=1,result0@0
func (z *Float) SetFloat64(x float64) *Float
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:14
func (z *Float) SetInf(signbit bool) *Float
//gcsim:leaks receiver=1,result0@0
func (z *Float) SetInt(x *Int) *Float
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:79
func (z *Float) SetInt64(x int64) *Float
//gcsim:leaks receiver=1,result0@0
func (z *Float) SetMantExp(mant *Float, exp int) *Float
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:10
func (z *Float) SetMode(mode RoundingMode) *Float
//gcsim:leaks receiver=1,result0@0
func (z *Float) SetPrec(prec uint) *Float
//gcsim:leaks receiver=1,result0@0
func (z *Float) SetRat(x *Rat) *Float
//gcsim:leaks receiver=1,result0@0 s=0
//gcsim:inline 1.19:80
func (z *Float) SetString(s string) (*Float, bool)
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:63
func (z *Float) SetUint64(x uint64) *Float
//gcsim:inline 1.19:14
func (x *Float) Sign() int
//gcsim:inline 1.19:3
func (x *Float) Signbit() bool
//gcsim:leaks receiver=1,result0@0
func (z *Float) Sqrt(x *Float) *Float
//gcsim:leaks receiver=1
func (x *Float) String() string
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Float) Sub(x *Float, y *Float) *Float
//gcsim:leaks receiver=1
//gcsim:inline 1.19:79
func (x *Float) Text(format byte, prec int) string
func (x *Float) Uint64() (uint64, Accuracy)
//gcsim:leaks receiver=1 text=0
func (z *Float) UnmarshalText(text []byte) error
//gcsim:leaks receiver=1,result0@0
func (z *Float) setBits64(neg bool, x uint64) *struct{}
type Int struct{ neg bool; abs []struct{} }
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:64
func (z *Int) Abs(x *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Add(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) And(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) AndNot(x *Int, y *Int) *Int
//gcsim:leaks buf=result0@0
//gcsim:inline 1.19:75
func (x *Int) Append(buf []byte, base int) []byte
//gcsim:leaks receiver=1,result0@0
func (z *Int) Binomial(n int64, k int64) *Int
//gcsim:leaks receiver=1
func (x *Int) Bit(i int) uint
//gcsim:inline 1.19:29
func (x *Int) BitLen() int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (x *Int) Bits() []Word
func (x *Int) Bytes() []byte
func (x *Int) Cmp(y *Int) (r int)
//gcsim:inline 1.19:64
func (x *Int) CmpAbs(y *Int) int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Div(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1 m=1,result1@0
func (z *Int) DivMod(x *Int, y *Int, m *Int) (*Int, *Int)
//gcsim:leaks receiver=1,result0@0 x=1 m=1
func (z *Int) Exp(x *Int, y *Int, m *Int) *Int
//gcsim:leaks buf=result0@0
func (x *Int) FillBytes(buf []byte) []byte
//gcsim:leaks s=0
func (x *Int) Format(s fmt.State, ch rune)
//gcsim:leaks receiver=1,result0@0 x=1 y=1 a=1 b=1
func (z *Int) GCD(x *Int, y *Int, a *Int, b *Int) *Int
//gcsim:leaks receiver=1
func (z *Int) GobDecode(buf []byte) error
func (x *Int) GobEncode() ([]byte, error)
//gcsim:inline 1.19:34
func (x *Int) Int64() int64
//gcsim:inline 1.19:45
func (x *Int) IsInt64() bool
//gcsim:inline 1.19:10
func (x *Int) IsUint64() bool
//gcsim:leaks receiver=1,result0@0 x=1
//gcsim:inline 1.19:74
func (z *Int) Lsh(x *Int, n uint) *Int
//gcsim:inline 1.19:74
func (x *Int) MarshalJSON() ([]byte, error)
//gcsim:inline 1.19:74
func (x *Int) MarshalText() (text []byte, err error)
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Mod(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0 g=1 n=1
func (z *Int) ModInverse(g *Int, n *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 p=1
func (z *Int) ModSqrt(x *Int, p *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Mul(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0
func (z *Int) MulRange(a int64, b int64) *Int
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:72
func (z *Int) Neg(x *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1
func (z *Int) Not(x *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Or(x *Int, y *Int) *Int
//gcsim:leaks receiver=1
func (x *Int) ProbablyPrime(n int) bool
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Quo(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1 r=1,result1@0
func (z *Int) QuoRem(x *Int, y *Int, r *Int) (*Int, *Int)
//gcsim:leaks receiver=1,result0@0 rnd=1
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Rem(x *Int, y *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1
func (z *Int) Rsh(x *Int, n uint) *Int
//gcsim:leaks receiver=1 s=0
func (z *Int) Scan(s fmt.ScanState, ch rune) error
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:54
func (z *Int) Set(x *Int) *Int
//gcsim:leaks receiver=1,result0@0 x=1
func (z *Int) SetBit(x *Int, i int, b uint) *Int
//gcsim:leaks receiver=result0@0 abs=0
//gcsim:inline 1.19:38
func (z *Int) SetBits(abs []Word) *Int
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:71
func (z *Int) SetBytes(buf []byte) *Int
//gcsim:leaks receiver=1,result0@0
func (z *Int) SetInt64(x int64) *Int
//gcsim:leaks receiver=1,result0@0 s=0
func (z *Int) SetString(s string, base int) (*Int, bool)
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:71
func (z *Int) SetUint64(x uint64) *Int
//gcsim:inline 1.19:15
func (x *Int) Sign() int
//gcsim:leaks receiver=1,result0@0 x=1
//gcsim:inline 1.19:78
func (z *Int) Sqrt(x *Int) *Int
//gcsim:inline 1.19:77
func (x *Int) String() string
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Sub(x *Int, y *Int) *Int
//gcsim:inline 1.19:72
func (x *Int) Text(base int) string
//gcsim:inline 1.19:40
func (x *Int) TrailingZeroBits() uint
//gcsim:inline 1.19:21
func (x *Int) Uint64() uint64
//gcsim:leaks receiver=1 text=0
//gcsim:inline 1.19:69
func (z *Int) UnmarshalJSON(text []byte) error
//gcsim:leaks receiver=1 text=0
func (z *Int) UnmarshalText(text []byte) error
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Int) Xor(x *Int, y *Int) *Int
func Jacobi(x *Int, y *Int) int
const MaxBase = '>'
const MaxExp = 2147483647
const MaxPrec = 4294967295
const MinExp = -2147483648
//gcsim:inline 1.19:76
func NewFloat(x float64) *Float
//gcsim:inline 1.19:63
func NewInt(x int64) *Int
//gcsim:inline 1.19:64
func NewRat(a int64, b int64) *Rat
//gcsim:leaks s=0
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error)
type Rat struct{ a Int; b Int }
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:68
func (z *Rat) Abs(x *Rat) *Rat
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Rat) Add(x *Rat, y *Rat) *Rat
//gcsim:leaks receiver=1 y=1
func (x *Rat) Cmp(y *Rat) int
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:18
func (x *Rat) Denom() *Int
func (x *Rat) Float32() (f float32, exact bool)
func (x *Rat) Float64() (f float64, exact bool)
//gcsim:leaks receiver=1
func (x *Rat) FloatString(prec int) string
//gcsim:leaks receiver=1
func (z *Rat) GobDecode(buf []byte) error
func (x *Rat) GobEncode() ([]byte, error)
//gcsim:leaks receiver=1,result0@0
func (z *Rat) Inv(x *Rat) *Rat
//gcsim:inline 1.19:73
func (x *Rat) IsInt() bool
func (x *Rat) MarshalText() (text []byte, err error)
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Rat) Mul(x *Rat, y *Rat) *Rat
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:78
func (z *Rat) Neg(x *Rat) *Rat
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:4
func (x *Rat) Num() *Int
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Rat) Quo(x *Rat, y *Rat) *Rat
func (x *Rat) RatString() string
//gcsim:leaks receiver=1 s=0
func (z *Rat) Scan(s fmt.ScanState, ch rune) error
//gcsim:leaks receiver=1,result0@0
func (z *Rat) Set(x *Rat) *Rat
//gcsim:leaks receiver=1,result0@0
func (z *Rat) SetFloat64(f float64) *Rat
//gcsim:leaks receiver=1,result0@0
func (z *Rat) SetFrac(a *Int, b *Int) *Rat
//gcsim:leaks receiver=1,result0@0
func (z *Rat) SetFrac64(a int64, b int64) *Rat
//gcsim:leaks receiver=1,result0@0
func (z *Rat) SetInt(x *Int) *Rat
//gcsim:leaks receiver=1,result0@0
func (z *Rat) SetInt64(x int64) *Rat
//gcsim:leaks receiver=1,result0@0 s=0
func (z *Rat) SetString(s string) (*Rat, bool)
//gcsim:leaks receiver=1,result0@0
func (z *Rat) SetUint64(x uint64) *Rat
//gcsim:inline 1.19:21
func (x *Rat) Sign() int
//gcsim:inline 1.19:62
func (x *Rat) String() string
//gcsim:leaks receiver=1,result0@0 x=1 y=1
func (z *Rat) Sub(x *Rat, y *Rat) *Rat
//gcsim:leaks receiver=1 text=0
func (z *Rat) UnmarshalText(text []byte) error
func (x *Rat) marshal() []struct{}
//gcsim:leaks receiver=1,result0@0
func (z *Rat) norm() *struct{}
type RoundingMode byte
func (i RoundingMode) String() string
const ToNearestAway RoundingMode = 1
const ToNearestEven RoundingMode = 0
const ToNegativeInf RoundingMode = 4
const ToPositiveInf RoundingMode = 5
const ToZero RoundingMode = 2
type Word uint
type form byte
//gcsim:inline 1.19:16
func low64(x []struct{}) uint64
//gcsim:inline 1.19:11
func nlz(x Word) uint
//gcsim:inline 1.19:38
func trim(x *struct{})
