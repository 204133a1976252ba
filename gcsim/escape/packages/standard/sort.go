// Package sort of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package sort
func Find(n int, cmp func(int) int) (i int, found bool)
type Float64Slice []float64
//gcsim:inline 1.19:3
func (x Float64Slice) Len() int
//gcsim:inline 1.19:29
func (x Float64Slice) Less(i int, j int) bool
//gcsim:inline 1.19:62
func (p Float64Slice) Search(x float64) int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:61
func (x Float64Slice) Sort()
//gcsim:inline 1.19:13
func (x Float64Slice) Swap(i int, j int)
//gcsim:leaks x=0
//gcsim:inline 1.19:61
func Float64s(x []float64)
//gcsim:leaks x=0
//gcsim:inline 1.19:62
func Float64sAreSorted(x []float64) bool
type IntSlice []int
//gcsim:inline 1.19:3
func (x IntSlice) Len() int
//gcsim:inline 1.19:8
func (x IntSlice) Less(i int, j int) bool
//gcsim:inline 1.19:62
func (p IntSlice) Search(x int) int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:61
func (x IntSlice) Sort()
//gcsim:inline 1.19:13
func (x IntSlice) Swap(i int, j int)
type Interface interface{ Len() int; Less(i int, j int) bool; Swap(i int, j int) }
//gcsim:leaks x=0
//gcsim:inline 1.19:61
func Ints(x []int)
//gcsim:leaks x=0
//gcsim:inline 1.19:62
func IntsAreSorted(x []int) bool
//gcsim:leaks data=0
func IsSorted(data Interface) bool
//gcsim:leaks data=0
//gcsim:inline 1.19:6
func Reverse(data Interface) Interface
func Search(n int, f func(int) bool) int
func SearchFloat64s(a []float64, x float64) int
func SearchInts(a []int, x int) int
func SearchStrings(a []string, x string) int
//gcsim:leaks x=0
func Slice(x any, less func(i int, j int) bool)
//gcsim:leaks x=0
func SliceIsSorted(x any, less func(i int, j int) bool) bool
//gcsim:leaks x=0
func SliceStable(x any, less func(i int, j int) bool)
//gcsim:leaks data=0
func Sort(data Interface)
//gcsim:leaks data=0
func Stable(data Interface)
type StringSlice []string
//gcsim:inline 1.19:3
func (x StringSlice) Len() int
//gcsim:inline 1.19:8
func (x StringSlice) Less(i int, j int) bool
//gcsim:inline 1.19:62
func (p StringSlice) Search(x string) int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:61
func (x StringSlice) Sort()
//gcsim:inline 1.19:13
func (x StringSlice) Swap(i int, j int)
//gcsim:leaks x=0
//gcsim:inline 1.19:61
func Strings(x []string)
//gcsim:leaks x=0
//gcsim:inline 1.19:62
func StringsAreSorted(x []string) bool
//gcsim:inline 1.19:4
func isNaN(f float64) bool
type lessSwap struct{ Less func(); Swap func() }
//gcsim:leaks data=0
func median(data interface{}, a int, b int, c int, swaps *struct{}) int
func median_func(data lessSwap, a int, b int, c int, swaps *struct{}) int
