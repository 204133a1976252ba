// Package image/gif of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package gif
import "image"
import "image/draw"
import "io"
//gcsim:leaks r=0
func Decode(r io.Reader) (image.Image, error)
//gcsim:leaks r=0
func DecodeAll(r io.Reader) (*GIF, error)
//gcsim:leaks r=0
func DecodeConfig(r io.Reader) (image.Config, error)
const DisposalBackground = 2
const DisposalNone = 1
const DisposalPrevious = 3
//gcsim:leaks w=0 m=0 o=1
func Encode(w io.Writer, m image.Image, o *Options) error
//gcsim:leaks w=0 g=4
func EncodeAll(w io.Writer, g *GIF) error
type GIF struct{ Image []*image.Paletted; Delay []int; LoopCount int; Disposal []byte; Config image.Config; BackgroundIndex byte }
type Options struct{ NumColors int; Quantizer draw.Quantizer; Drawer draw.Drawer }
