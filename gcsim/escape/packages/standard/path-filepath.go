// Package path/filepath of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package filepath
import "io/fs"
//gcsim:leaks path=result0@0
func Abs(path string) (string, error)
//gcsim:leaks path=result0@0
func Base(path string) string
//gcsim:leaks path=result0@0
func Clean(path string) string
//gcsim:leaks path=result0@0
func Dir(path string) string
var ErrBadPattern error
//gcsim:leaks path=0
func EvalSymlinks(path string) (string, error)
//gcsim:leaks path=result0@0
//gcsim:inline 1.19:38
func Ext(path string) string
//gcsim:leaks path=result0@0
//gcsim:inline 1.19:2
func FromSlash(path string) string
//gcsim:leaks pattern=0
//gcsim:inline 1.19:71
func Glob(pattern string) (matches []string, err error)
//gcsim:inline 1.19:19
func HasPrefix(p string, prefix string) bool
//gcsim:inline 1.19:19
func IsAbs(path string) bool
//gcsim:leaks elem=result0@1
//gcsim:inline 1.19:61
func Join(elem ...string) string
const ListSeparator = ':'
func Match(pattern string, name string) (matched bool, err error)
//gcsim:leaks targpath=result0@0
func Rel(basepath string, targpath string) (string, error)
const Separator = '/'
var SkipDir error
//gcsim:leaks path=result0@0,result1@0
//gcsim:inline 1.19:53
func Split(path string) (dir string, file string)
//gcsim:leaks path=0
//gcsim:inline 1.19:80
func SplitList(path string) []string
//gcsim:leaks path=result0@0
//gcsim:inline 1.19:2
func ToSlash(path string) string
//gcsim:leaks path=result0@0
//gcsim:inline 1.19:8
func VolumeName(path string) string
//gcsim:leaks root=0
func Walk(root string, fn WalkFunc) error
//gcsim:leaks root=0
func WalkDir(root string, fn fs.WalkDirFunc) error
type WalkFunc func(path string, info fs.FileInfo, err error) error
//gcsim:leaks elem=result0@1
func join(elem []struct{}) string
//gcsim:leaks path=0
//gcsim:inline 1.19:76
func splitList(path string) []struct{}
//gcsim:inline 1.19:2
func volumeNameLen(path string) int
