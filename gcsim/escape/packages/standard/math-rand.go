// Package math/rand of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package rand
//gcsim:inline 1.19:61
func ExpFloat64() float64
//gcsim:inline 1.19:61
func Float32() float32
func Float64() float64
func Int() int
//gcsim:inline 1.19:73
func Int31() int32
//gcsim:inline 1.19:62
func Int31n(n int32) int32
//gcsim:inline 1.19:66
func Int63() int64
//gcsim:inline 1.19:62
func Int63n(n int64) int64
//gcsim:inline 1.19:62
func Intn(n int) int
//gcsim:leaks src=0
//gcsim:inline 1.19:14
func New(src Source) *Rand
//gcsim:inline 1.19:70
func NewSource(seed int64) Source
//gcsim:leaks r=0
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf
//gcsim:inline 1.19:61
func NormFloat64() float64
//gcsim:inline 1.19:62
func Perm(n int) []int
type Rand struct{ src interface{}; s64 interface{}; readVal int64; readPos int8 }
//gcsim:leaks receiver=1
func (r *Rand) ExpFloat64() float64
//gcsim:leaks receiver=1
func (r *Rand) Float32() float32
//gcsim:leaks receiver=1
//gcsim:inline 1.19:80
func (r *Rand) Float64() float64
//gcsim:leaks receiver=1
//gcsim:inline 1.19:77
func (r *Rand) Int() int
//gcsim:leaks receiver=1
//gcsim:inline 1.19:69
func (r *Rand) Int31() int32
//gcsim:leaks receiver=1
func (r *Rand) Int31n(n int32) int32
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (r *Rand) Int63() int64
//gcsim:leaks receiver=1
func (r *Rand) Int63n(n int64) int64
//gcsim:leaks receiver=1
func (r *Rand) Intn(n int) int
//gcsim:leaks receiver=1
func (r *Rand) NormFloat64() float64
//gcsim:leaks receiver=1
func (r *Rand) Perm(n int) []int
//gcsim:leaks receiver=1
func (r *Rand) Read(p []byte) (n int, err error)
//gcsim:leaks receiver=1
func (r *Rand) Seed(seed int64)
//gcsim:leaks receiver=1
func (r *Rand) Shuffle(n int, swap func(i int, j int))
//gcsim:leaks receiver=1
//gcsim:inline 1.19:69
func (r *Rand) Uint32() uint32
//gcsim:leaks receiver=1
func (r *Rand) Uint64() uint64
//gcsim:inline 1.19:71
func Read(p []byte) (n int, err error)
//gcsim:inline 1.19:61
func Seed(seed int64)
//gcsim:inline 1.19:62
func Shuffle(n int, swap func(i int, j int))
type Source interface{ Int63() int64; Seed(seed int64) }
type Source64 interface{ Uint64() uint64; Source }
//gcsim:inline 1.19:73
func Uint32() uint32
//gcsim:inline 1.19:61
func Uint64() uint64
type Zipf struct{ r *struct{}; imax float64; v float64; q float64; s float64; oneminusQ float64; oneminusQinv float64; hxm float64; hx0minusHxm float64 }
//gcsim:leaks receiver=2
func (z *Zipf) Uint64() uint64
