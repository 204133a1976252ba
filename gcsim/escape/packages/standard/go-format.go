// Package go/format of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package format
import "go/token"
import "io"
//gcsim:leaks dst=0 fset=0 node=0
func Node(dst io.Writer, fset *token.FileSet, node any) error
//gcsim:leaks src=0
func Source(src []byte) ([]byte, error)
