// Package image/png of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package png
import "image"
import "io"
const BestCompression CompressionLevel = -3
const BestSpeed CompressionLevel = -2
type CompressionLevel int
//gcsim:leaks r=0
func Decode(r io.Reader) (image.Image, error)
//gcsim:leaks r=0
func DecodeConfig(r io.Reader) (image.Config, error)
const DefaultCompression CompressionLevel = 0
//gcsim:leaks w=0 m=0
//gcsim:inline 1.19:68
func Encode(w io.Writer, m image.Image) error
type Encoder struct{ CompressionLevel CompressionLevel; BufferPool EncoderBufferPool }
//gcsim:leaks receiver=0 w=0 m=0
func (enc *Encoder) Encode(w io.Writer, m image.Image) error
type EncoderBuffer struct{ enc *struct{}; w interface{}; m interface{}; cb int; err interface{}; header [8]byte; footer [4]byte; tmp [1024]byte; cr [5][]struct{}; pr []struct{}; zw *struct{}; zwLevel int; bw *struct{} }
type EncoderBufferPool interface{ Get() *EncoderBuffer; Put(*EncoderBuffer) }
type FormatError string
//gcsim:inline 1.19:4
func (e FormatError) Error() string
const NoCompression CompressionLevel = -1
type UnsupportedError string
//gcsim:inline 1.19:4
func (e UnsupportedError) Error() string
