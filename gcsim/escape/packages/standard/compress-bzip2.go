// Package compress/bzip2 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package bzip2
import "io"
//gcsim:leaks r=0
func NewReader(r io.Reader) io.Reader
type StructuralError string
//gcsim:inline 1.19:4
func (s StructuralError) Error() string
