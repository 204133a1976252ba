// Package io/ioutil of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ioutil
import "io"
import "io/fs"
import "os"
var Discard io.Writer
//gcsim:leaks r=0
//gcsim:inline 1.19:23
func NopCloser(r io.Reader) io.ReadCloser
//gcsim:leaks r=0
//gcsim:inline 1.19:70
func ReadAll(r io.Reader) ([]byte, error)
//gcsim:leaks dirname=0
func ReadDir(dirname string) ([]fs.FileInfo, error)
//gcsim:leaks filename=0
//gcsim:inline 1.19:70
func ReadFile(filename string) ([]byte, error)
//gcsim:leaks dir=0 pattern=0
//gcsim:inline 1.19:71
func TempDir(dir string, pattern string) (name string, err error)
//gcsim:leaks pattern=0
//gcsim:inline 1.19:71
func TempFile(dir string, pattern string) (f *os.File, err error)
//gcsim:leaks filename=0
//gcsim:inline 1.19:63
func WriteFile(filename string, data []byte, perm fs.FileMode) error
