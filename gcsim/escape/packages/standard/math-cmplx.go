// Package math/cmplx of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package cmplx
//gcsim:inline 1.19:69
func Abs(x complex128) float64
//gcsim:inline 1.19:73
func Acos(x complex128) complex128
func Acosh(x complex128) complex128
func Asin(x complex128) complex128
func Asinh(x complex128) complex128
func Atan(x complex128) complex128
//gcsim:inline 1.19:79
func Atanh(x complex128) complex128
//gcsim:inline 1.19:7
func Conj(x complex128) complex128
func Cos(x complex128) complex128
func Cosh(x complex128) complex128
func Cot(x complex128) complex128
func Exp(x complex128) complex128
//gcsim:inline 1.19:32
func Inf() complex128
//gcsim:inline 1.19:48
func IsInf(x complex128) bool
//gcsim:inline 1.19:69
func IsNaN(x complex128) bool
func Log(x complex128) complex128
//gcsim:inline 1.19:74
func Log10(x complex128) complex128
//gcsim:inline 1.19:17
func NaN() complex128
//gcsim:inline 1.19:69
func Phase(x complex128) float64
func Polar(x complex128) (r float64, θ float64)
func Pow(x complex128, y complex128) complex128
//gcsim:inline 1.19:75
func Rect(r float64, θ float64) complex128
func Sin(x complex128) complex128
func Sinh(x complex128) complex128
func Sqrt(x complex128) complex128
func Tan(x complex128) complex128
func Tanh(x complex128) complex128
