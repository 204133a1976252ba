// Package path of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package path
//gcsim:leaks path=result0@0
//gcsim:inline 1.19:78
func Base(path string) string
//gcsim:leaks path=result0@0
func Clean(path string) string
//gcsim:leaks path=result0@0
func Dir(path string) string
var ErrBadPattern error
//gcsim:leaks path=result0@0
//gcsim:inline 1.19:33
func Ext(path string) string
//gcsim:inline 1.19:11
func IsAbs(path string) bool
func Join(elem ...string) string
func Match(pattern string, name string) (matched bool, err error)
//gcsim:leaks path=result0@0,result1@0
//gcsim:inline 1.19:41
func Split(path string) (dir string, file string)
//gcsim:inline 1.19:23
func lastSlash(s string) int
