// Package testing/fstest of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package fstest
import "io/fs"
import "time"
type MapFS map[string]*MapFile
//gcsim:leaks receiver=0 pattern=0
func (fsys MapFS) Glob(pattern string) ([]string, error)
//gcsim:leaks receiver=1 name=0
func (fsys MapFS) Open(name string) (fs.File, error)
//gcsim:leaks receiver=0 name=0
//gcsim:inline 1.19:75
func (fsys MapFS) ReadDir(name string) ([]fs.DirEntry, error)
//gcsim:leaks receiver=0 name=0
//gcsim:inline 1.19:75
func (fsys MapFS) ReadFile(name string) ([]byte, error)
//gcsim:leaks receiver=0 name=0
//gcsim:inline 1.19:75
func (fsys MapFS) Stat(name string) (fs.FileInfo, error)
//gcsim:leaks receiver=0 dir=0
//gcsim:inline 1.19:74
func (fsys MapFS) Sub(dir string) (fs.FS, error)
type MapFile struct{ Data []byte; Mode fs.FileMode; ModTime time.Time; Sys any }
//gcsim:leaks fsys=0 expected=1
func TestFS(fsys fs.FS, expected ...string) error
