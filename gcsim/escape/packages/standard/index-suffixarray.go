// Package index/suffixarray of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package suffixarray
import "io"
import "regexp"
type Index struct{ data []struct{}; sa ints }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (x *Index) Bytes() []byte
//gcsim:leaks receiver=1 r=0
func (x *Index) FindAllIndex(r *regexp.Regexp, n int) (result [][]int)
func (x *Index) Lookup(s []byte, n int) (result []int)
//gcsim:leaks receiver=1 r=0
func (x *Index) Read(r io.Reader) error
//gcsim:leaks receiver=1 w=0
func (x *Index) Write(w io.Writer) error
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:26
func (x *Index) at(i int) []struct{}
//gcsim:leaks data=0
func New(data []byte) *Index
//gcsim:leaks freq=result0@0 bucket=result0@0
//gcsim:inline 1.19:42
func freq_32(text []struct{}, freq []struct{}, bucket []struct{}) []struct{}
//gcsim:leaks freq=result0@0 bucket=result0@0
//gcsim:inline 1.19:42
func freq_64(text []struct{}, freq []struct{}, bucket []struct{}) []struct{}
type ints struct{ int32 []struct{}; int64 []struct{} }
func sais_8_64(text []struct{}, textMax int, sa []struct{}, tmp []struct{})
