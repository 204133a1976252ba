// Package image/jpeg of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package jpeg
import "image"
import "io"
//gcsim:leaks r=0
//gcsim:inline 1.19:77
func Decode(r io.Reader) (image.Image, error)
//gcsim:leaks r=0
func DecodeConfig(r io.Reader) (image.Config, error)
const DefaultQuality = 75
//gcsim:leaks w=0 m=0
func Encode(w io.Writer, m image.Image, o *Options) error
type FormatError string
//gcsim:inline 1.19:4
func (e FormatError) Error() string
type Options struct{ Quality int }
type Reader interface{ io.ByteReader; io.Reader }
type UnsupportedError string
//gcsim:inline 1.19:4
func (e UnsupportedError) Error() string
