// Package image/draw of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package draw
import "image"
import "image/color"
//gcsim:leaks dst=0 src=0
//gcsim:inline 1.19:66
func Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point, op Op)
//gcsim:leaks dst=0 src=0 mask=0
func DrawMask(dst Image, r image.Rectangle, src image.Image, sp image.Point, mask image.Image, mp image.Point, op Op)
type Drawer interface{ Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point) }
var FloydSteinberg Drawer
type Image interface{ Set(x int, y int, c color.Color); image.Image }
type Op int
//gcsim:leaks dst=0 src=0
//gcsim:inline 1.19:66
func (op Op) Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point)
const Over Op = 0
type Quantizer interface{ Quantize(p color.Palette, m image.Image) color.Palette }
type RGBA64Image interface{ Set(x int, y int, c color.Color); SetRGBA64(x int, y int, c color.RGBA64); image.RGBA64Image }
const Src Op = 1
