package p

import "fmt"

type celsius float64
type id uint16

func (c celsius) f() celsius { return c*9/5 + 32 }

func swapBytes(v id) id                     { return v<<8 | v>>8 }
func parts(c complex128) (float64, float64) { return real(c), imag(c) }
func polar(x, y float64) complex128         { return complex(x, y) }
func show(c celsius, v id, z complex128)    { fmt.Println(c, v, z, c.f(), swapBytes(v)) }
func ptr(v id) *id                          { return &v }
func accumulate(vs []float64) *float64 {
	sum := 0.0
	for _, v := range vs {
		sum += v
	}
	return &sum
}
func bits(v int64) (n int) {
	for u := uint64(v); u != 0; u &= u - 1 {
		n++
	}
	return
}
func mixed(a int8, b uint32, f float32) interface{} {
	return [3]interface{}{a, b, f}
}
func converted(s string, n int) []interface{} {
	return []interface{}{celsius(n), id(n), s + "x", []byte(s), float64(n), int64(n)}
}
