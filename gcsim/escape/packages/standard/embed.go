// Package embed of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package embed
import "io/fs"
type FS struct{ files *struct{} }
//gcsim:leaks receiver=1 name=0
func (f FS) Open(name string) (fs.File, error)
//gcsim:leaks receiver=1 name=0
func (f FS) ReadDir(name string) ([]fs.DirEntry, error)
//gcsim:leaks receiver=1 name=0
func (f FS) ReadFile(name string) ([]byte, error)
//gcsim:leaks name=result0@0,result1@0
//gcsim:inline 1.19:59
func split(name string) (dir string, elem string, isDir bool)
