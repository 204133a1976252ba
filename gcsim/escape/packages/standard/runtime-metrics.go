// Package runtime/metrics of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package metrics
import "unsafe"
//gcsim:inline 1.19:2
func All() []Description
type Description struct{ Name string; Description string; Kind ValueKind; Cumulative bool }
type Float64Histogram struct{ Counts []uint64; Buckets []float64 }
const KindBad ValueKind = 0
const KindFloat64 ValueKind = 2
const KindFloat64Histogram ValueKind = 3
const KindUint64 ValueKind = 1
//gcsim:leaks m=0
//gcsim:inline 1.19:67
func Read(m []Sample)
type Sample struct{ Name string; Value Value }
type Value struct{ kind ValueKind; scalar uint64; pointer unsafe.Pointer }
//gcsim:inline 1.19:16
func (v Value) Float64() float64
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:11
func (v Value) Float64Histogram() *Float64Histogram
//gcsim:inline 1.19:3
func (v Value) Kind() ValueKind
//gcsim:inline 1.19:11
func (v Value) Uint64() uint64
type ValueKind int
//gcsim:leaks #0=0 #1=0 #2=0
func runtime_readMetrics(unsafe.Pointer, int, int)
