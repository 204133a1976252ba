// Package math of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package math
//gcsim:inline 1.19:14
func Abs(x float64) float64
//gcsim:inline 1.19:71
func Acos(x float64) float64
//gcsim:inline 1.19:61
func Acosh(x float64) float64
//gcsim:inline 1.19:61
func Asin(x float64) float64
//gcsim:inline 1.19:61
func Asinh(x float64) float64
//gcsim:inline 1.19:61
func Atan(x float64) float64
//gcsim:inline 1.19:62
func Atan2(y float64, x float64) float64
//gcsim:inline 1.19:61
func Atanh(x float64) float64
//gcsim:inline 1.19:61
func Cbrt(x float64) float64
//gcsim:inline 1.19:61
func Ceil(x float64) float64
//gcsim:inline 1.19:23
func Copysign(f float64, sign float64) float64
//gcsim:inline 1.19:61
func Cos(x float64) float64
//gcsim:inline 1.19:61
func Cosh(x float64) float64
//gcsim:inline 1.19:15
func Dim(x float64, y float64) float64
const E = 271828182845904523536028747135266249775724709369995957496696763.0 / 100000000000000000000000000000000000000000000000000000000000000.0
//gcsim:inline 1.19:61
func Erf(x float64) float64
//gcsim:inline 1.19:61
func Erfc(x float64) float64
//gcsim:inline 1.19:63
func Erfcinv(x float64) float64
func Erfinv(x float64) float64
//gcsim:inline 1.19:61
func Exp(x float64) float64
//gcsim:inline 1.19:61
func Exp2(x float64) float64
//gcsim:inline 1.19:61
func Expm1(x float64) float64
func FMA(x float64, y float64, z float64) float64
//gcsim:inline 1.19:3
func Float32bits(f float32) uint32
//gcsim:inline 1.19:3
func Float32frombits(b uint32) float32
//gcsim:inline 1.19:3
func Float64bits(f float64) uint64
//gcsim:inline 1.19:3
func Float64frombits(b uint64) float64
//gcsim:inline 1.19:61
func Floor(x float64) float64
//gcsim:inline 1.19:70
func Frexp(f float64) (frac float64, exp int)
func Gamma(x float64) float64
//gcsim:inline 1.19:62
func Hypot(p float64, q float64) float64
func Ilogb(x float64) int
//gcsim:inline 1.19:21
func Inf(sign int) float64
//gcsim:inline 1.19:16
func IsInf(f float64, sign int) bool
//gcsim:inline 1.19:4
func IsNaN(f float64) (is bool)
func J0(x float64) float64
func J1(x float64) float64
func Jn(n int, x float64) float64
//gcsim:inline 1.19:62
func Ldexp(frac float64, exp int) float64
func Lgamma(x float64) (lgamma float64, sign int)
const Ln10 = 23025850929940456840179914546843642076011014886287729760333279.0 / 10000000000000000000000000000000000000000000000000000000000000.0
const Ln2 = 693147180559945309417232121458176568075500134360255254120680009.0 / 1000000000000000000000000000000000000000000000000000000000000000.0
//gcsim:inline 1.19:61
func Log(x float64) float64
//gcsim:inline 1.19:71
func Log10(x float64) float64
const Log10E = 10000000000000000000000000000000000000000000000000000000000000.0 / 23025850929940456840179914546843642076011014886287729760333279.0
//gcsim:inline 1.19:61
func Log1p(x float64) float64
//gcsim:inline 1.19:61
func Log2(x float64) float64
const Log2E = 1000000000000000000000000000000000000000000000000000000000000000.0 / 693147180559945309417232121458176568075500134360255254120680009.0
func Logb(x float64) float64
//gcsim:inline 1.19:62
func Max(x float64, y float64) float64
const MaxFloat32 = 0xffffffp104
const MaxFloat64 = 0x1fffffffffffffp971
const MaxInt = 9223372036854775807
const MaxInt16 = 32767
const MaxInt32 = 2147483647
const MaxInt64 = 9223372036854775807
const MaxInt8 = 127
const MaxUint = 18446744073709551615
const MaxUint16 = 65535
const MaxUint32 = 4294967295
const MaxUint64 = 18446744073709551615
const MaxUint8 = 255
//gcsim:inline 1.19:62
func Min(x float64, y float64) float64
const MinInt = -9223372036854775808
const MinInt16 = -32768
const MinInt32 = -2147483648
const MinInt64 = -9223372036854775808
const MinInt8 = -128
//gcsim:inline 1.19:62
func Mod(x float64, y float64) float64
//gcsim:inline 1.19:70
func Modf(f float64) (int float64, frac float64)
//gcsim:inline 1.19:7
func NaN() float64
func Nextafter(x float64, y float64) (r float64)
func Nextafter32(x float32, y float32) (r float32)
const Phi = 80901699437494742410229341718281905886015458990288143106772431.0 / 50000000000000000000000000000000000000000000000000000000000000.0
const Pi = 314159265358979323846264338327950288419716939937510582097494459.0 / 100000000000000000000000000000000000000000000000000000000000000.0
//gcsim:inline 1.19:62
func Pow(x float64, y float64) float64
//gcsim:inline 1.19:77
func Pow10(n int) float64
//gcsim:inline 1.19:62
func Remainder(x float64, y float64) float64
//gcsim:inline 1.19:57
func Round(x float64) float64
//gcsim:inline 1.19:71
func RoundToEven(x float64) float64
//gcsim:inline 1.19:11
func Signbit(x float64) bool
//gcsim:inline 1.19:61
func Sin(x float64) float64
func Sincos(x float64) (sin float64, cos float64)
//gcsim:inline 1.19:61
func Sinh(x float64) float64
const SmallestNonzeroFloat32 = 0x1p-149
const SmallestNonzeroFloat64 = 0x1p-1074
//gcsim:inline 1.19:61
func Sqrt(x float64) float64
const Sqrt2 = 70710678118654752440084436210484903928483593768847403658833987.0 / 50000000000000000000000000000000000000000000000000000000000000.0
const SqrtE = 164872127070012814684865078781416357165377610071014801157507931.0 / 100000000000000000000000000000000000000000000000000000000000000.0
const SqrtPhi = 63600982475703448212621123086874574585780402092004812430832019.0 / 50000000000000000000000000000000000000000000000000000000000000.0
const SqrtPi = 177245385090551602729816748334114518279754945612238712821380779.0 / 100000000000000000000000000000000000000000000000000000000000000.0
//gcsim:inline 1.19:61
func Tan(x float64) float64
//gcsim:inline 1.19:61
func Tanh(x float64) float64
//gcsim:inline 1.19:61
func Trunc(x float64) float64
func Y0(x float64) float64
func Y1(x float64) float64
func Yn(n int, x float64) float64
//gcsim:inline 1.19:67
func acos(x float64) float64
func acosh(x float64) float64
func archCeil(x float64) float64
func archExp(x float64) float64
func archFloor(x float64) float64
func archHypot(p float64, q float64) float64
func archLog(x float64) float64
func archMax(x float64, y float64) float64
func archMin(x float64, y float64) float64
func archSqrt(x float64) float64
func archTrunc(x float64) float64
func asin(x float64) float64
func asinh(x float64) float64
func atan(x float64) float64
func atan2(y float64, x float64) float64
func atanh(x float64) float64
func cbrt(x float64) float64
func cos(x float64) float64
func cosh(x float64) float64
func erf(x float64) float64
func erfc(x float64) float64
func exp2(x float64) float64
func expm1(x float64) float64
func ldexp(frac float64, exp int) float64
//gcsim:inline 1.19:67
func log10(x float64) float64
func log1p(x float64) float64
func log2(x float64) float64
func mod(x float64, y float64) float64
//gcsim:inline 1.19:28
func normalize(x float64) (y float64, exp int)
func pow(x float64, y float64) float64
func remainder(x float64, y float64) float64
func sin(x float64) float64
func sinh(x float64) float64
func tan(x float64) float64
func tanh(x float64) float64
