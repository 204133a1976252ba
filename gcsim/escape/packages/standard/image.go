// Package image of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package image
import "image/color"
import "io"
type Alpha struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:76
func (p *Alpha) AlphaAt(x int, y int) color.Alpha
func (p *Alpha) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *Alpha) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *Alpha) ColorModel() color.Model
func (p *Alpha) Opaque() bool
//gcsim:inline 1.19:19
func (p *Alpha) PixOffset(x int, y int) int
func (p *Alpha) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *Alpha) Set(x int, y int, c color.Color)
//gcsim:inline 1.19:75
func (p *Alpha) SetAlpha(x int, y int, c color.Alpha)
//gcsim:inline 1.19:78
func (p *Alpha) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *Alpha) SubImage(r Rectangle) Image
type Alpha16 struct{ Pix []uint8; Stride int; Rect Rectangle }
func (p *Alpha16) Alpha16At(x int, y int) color.Alpha16
//gcsim:inline 1.19:64
func (p *Alpha16) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *Alpha16) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *Alpha16) ColorModel() color.Model
func (p *Alpha16) Opaque() bool
//gcsim:inline 1.19:19
func (p *Alpha16) PixOffset(x int, y int) int
//gcsim:inline 1.19:77
func (p *Alpha16) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *Alpha16) Set(x int, y int, c color.Color)
func (p *Alpha16) SetAlpha16(x int, y int, c color.Alpha16)
func (p *Alpha16) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *Alpha16) SubImage(r Rectangle) Image
var Black *Uniform
type CMYK struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *CMYK) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *CMYK) Bounds() Rectangle
func (p *CMYK) CMYKAt(x int, y int) color.CMYK
//gcsim:inline 1.19:2
func (p *CMYK) ColorModel() color.Model
//gcsim:inline 1.19:2
func (p *CMYK) Opaque() bool
//gcsim:inline 1.19:19
func (p *CMYK) PixOffset(x int, y int) int
func (p *CMYK) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *CMYK) Set(x int, y int, c color.Color)
func (p *CMYK) SetCMYK(x int, y int, c color.CMYK)
func (p *CMYK) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *CMYK) SubImage(r Rectangle) Image
type Config struct{ ColorModel color.Model; Width int; Height int }
//gcsim:leaks r=0
func Decode(r io.Reader) (Image, string, error)
//gcsim:leaks r=0
func DecodeConfig(r io.Reader) (Config, string, error)
var ErrFormat error
type Gray struct{ Pix []uint8; Stride int; Rect Rectangle }
func (p *Gray) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *Gray) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *Gray) ColorModel() color.Model
//gcsim:inline 1.19:76
func (p *Gray) GrayAt(x int, y int) color.Gray
//gcsim:inline 1.19:2
func (p *Gray) Opaque() bool
//gcsim:inline 1.19:19
func (p *Gray) PixOffset(x int, y int) int
func (p *Gray) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *Gray) Set(x int, y int, c color.Color)
//gcsim:inline 1.19:75
func (p *Gray) SetGray(x int, y int, c color.Gray)
func (p *Gray) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *Gray) SubImage(r Rectangle) Image
type Gray16 struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *Gray16) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *Gray16) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *Gray16) ColorModel() color.Model
func (p *Gray16) Gray16At(x int, y int) color.Gray16
//gcsim:inline 1.19:2
func (p *Gray16) Opaque() bool
//gcsim:inline 1.19:19
func (p *Gray16) PixOffset(x int, y int) int
//gcsim:inline 1.19:77
func (p *Gray16) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *Gray16) Set(x int, y int, c color.Color)
func (p *Gray16) SetGray16(x int, y int, c color.Gray16)
func (p *Gray16) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *Gray16) SubImage(r Rectangle) Image
type Image interface{ At(x int, y int) color.Color; Bounds() Rectangle; ColorModel() color.Model }
type NRGBA struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *NRGBA) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *NRGBA) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *NRGBA) ColorModel() color.Model
func (p *NRGBA) NRGBAAt(x int, y int) color.NRGBA
func (p *NRGBA) Opaque() bool
//gcsim:inline 1.19:19
func (p *NRGBA) PixOffset(x int, y int) int
func (p *NRGBA) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *NRGBA) Set(x int, y int, c color.Color)
func (p *NRGBA) SetNRGBA(x int, y int, c color.NRGBA)
func (p *NRGBA) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *NRGBA) SubImage(r Rectangle) Image
type NRGBA64 struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *NRGBA64) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *NRGBA64) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *NRGBA64) ColorModel() color.Model
func (p *NRGBA64) NRGBA64At(x int, y int) color.NRGBA64
func (p *NRGBA64) Opaque() bool
//gcsim:inline 1.19:19
func (p *NRGBA64) PixOffset(x int, y int) int
func (p *NRGBA64) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *NRGBA64) Set(x int, y int, c color.Color)
func (p *NRGBA64) SetNRGBA64(x int, y int, c color.NRGBA64)
func (p *NRGBA64) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *NRGBA64) SubImage(r Rectangle) Image
type NYCbCrA struct{ YCbCr; A []uint8; AStride int }
//gcsim:inline 1.19:19
func (p *NYCbCrA) AOffset(x int, y int) int
//gcsim:inline 1.19:64
func (p *NYCbCrA) At(x int, y int) color.Color
//gcsim:inline 1.19:2
func (p *NYCbCrA) ColorModel() color.Model
func (p *NYCbCrA) NYCbCrAAt(x int, y int) color.NYCbCrA
func (p *NYCbCrA) Opaque() bool
func (p *NYCbCrA) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks receiver=1
func (p *NYCbCrA) SubImage(r Rectangle) Image
func NewAlpha(r Rectangle) *Alpha
func NewAlpha16(r Rectangle) *Alpha16
func NewCMYK(r Rectangle) *CMYK
func NewGray(r Rectangle) *Gray
func NewGray16(r Rectangle) *Gray16
func NewNRGBA(r Rectangle) *NRGBA
func NewNRGBA64(r Rectangle) *NRGBA64
func NewNYCbCrA(r Rectangle, subsampleRatio YCbCrSubsampleRatio) *NYCbCrA
//gcsim:leaks p=0
func NewPaletted(r Rectangle, p color.Palette) *Paletted
func NewRGBA(r Rectangle) *RGBA
func NewRGBA64(r Rectangle) *RGBA64
//gcsim:leaks c=0
//gcsim:inline 1.19:5
func NewUniform(c color.Color) *Uniform
func NewYCbCr(r Rectangle, subsampleRatio YCbCrSubsampleRatio) *YCbCr
var Opaque *Uniform
type Paletted struct{ Pix []uint8; Stride int; Rect Rectangle; Palette color.Palette }
//gcsim:leaks receiver=result0@2
func (p *Paletted) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *Paletted) Bounds() Rectangle
//gcsim:inline 1.19:74
func (p *Paletted) ColorIndexAt(x int, y int) uint8
//gcsim:leaks receiver=1
//gcsim:inline 1.19:4
func (p *Paletted) ColorModel() color.Model
//gcsim:leaks receiver=2
func (p *Paletted) Opaque() bool
//gcsim:inline 1.19:19
func (p *Paletted) PixOffset(x int, y int) int
//gcsim:leaks receiver=2
func (p *Paletted) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks receiver=2 c=0
func (p *Paletted) Set(x int, y int, c color.Color)
//gcsim:inline 1.19:74
func (p *Paletted) SetColorIndex(x int, y int, index uint8)
//gcsim:leaks receiver=2
func (p *Paletted) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *Paletted) SubImage(r Rectangle) Image
type PalettedImage interface{ ColorIndexAt(x int, y int) uint8; Image }
type Point struct{ X int; Y int }
//gcsim:inline 1.19:14
func (p Point) Add(q Point) Point
//gcsim:inline 1.19:12
func (p Point) Div(k int) Point
//gcsim:inline 1.19:4
func (p Point) Eq(q Point) bool
//gcsim:inline 1.19:28
func (p Point) In(r Rectangle) bool
func (p Point) Mod(r Rectangle) Point
//gcsim:inline 1.19:12
func (p Point) Mul(k int) Point
func (p Point) String() string
//gcsim:inline 1.19:14
func (p Point) Sub(q Point) Point
//gcsim:inline 1.19:6
func Pt(X int, Y int) Point
type RGBA struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *RGBA) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *RGBA) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *RGBA) ColorModel() color.Model
func (p *RGBA) Opaque() bool
//gcsim:inline 1.19:19
func (p *RGBA) PixOffset(x int, y int) int
func (p *RGBA) RGBA64At(x int, y int) color.RGBA64
func (p *RGBA) RGBAAt(x int, y int) color.RGBA
//gcsim:leaks c=0
func (p *RGBA) Set(x int, y int, c color.Color)
func (p *RGBA) SetRGBA(x int, y int, c color.RGBA)
func (p *RGBA) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *RGBA) SubImage(r Rectangle) Image
type RGBA64 struct{ Pix []uint8; Stride int; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *RGBA64) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *RGBA64) Bounds() Rectangle
//gcsim:inline 1.19:2
func (p *RGBA64) ColorModel() color.Model
func (p *RGBA64) Opaque() bool
//gcsim:inline 1.19:19
func (p *RGBA64) PixOffset(x int, y int) int
func (p *RGBA64) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks c=0
func (p *RGBA64) Set(x int, y int, c color.Color)
func (p *RGBA64) SetRGBA64(x int, y int, c color.RGBA64)
//gcsim:leaks receiver=1
func (p *RGBA64) SubImage(r Rectangle) Image
type RGBA64Image interface{ RGBA64At(x int, y int) color.RGBA64; Image }
//gcsim:inline 1.19:32
func Rect(x0 int, y0 int, x1 int, y1 int) Rectangle
type Rectangle struct{ Min Point; Max Point }
//gcsim:inline 1.19:34
func (r Rectangle) Add(p Point) Rectangle
//gcsim:inline 1.19:43
func (r Rectangle) At(x int, y int) color.Color
//gcsim:inline 1.19:2
func (r Rectangle) Bounds() Rectangle
//gcsim:inline 1.19:44
func (r Rectangle) Canon() Rectangle
//gcsim:inline 1.19:2
func (r Rectangle) ColorModel() color.Model
//gcsim:inline 1.19:8
func (r Rectangle) Dx() int
//gcsim:inline 1.19:8
func (r Rectangle) Dy() int
//gcsim:inline 1.19:16
func (r Rectangle) Empty() bool
//gcsim:inline 1.19:44
func (r Rectangle) Eq(s Rectangle) bool
//gcsim:inline 1.19:54
func (r Rectangle) In(s Rectangle) bool
func (r Rectangle) Inset(n int) Rectangle
func (r Rectangle) Intersect(s Rectangle) Rectangle
//gcsim:inline 1.19:74
func (r Rectangle) Overlaps(s Rectangle) bool
//gcsim:inline 1.19:49
func (r Rectangle) RGBA64At(x int, y int) color.RGBA64
//gcsim:inline 1.19:18
func (r Rectangle) Size() Point
func (r Rectangle) String() string
//gcsim:inline 1.19:34
func (r Rectangle) Sub(p Point) Rectangle
func (r Rectangle) Union(s Rectangle) Rectangle
//gcsim:leaks name=0 magic=0 decode=0 decodeConfig=0
func RegisterFormat(name string, magic string, decode func(io.Reader) (Image, error), decodeConfig func(io.Reader) (Config, error))
var Transparent *Uniform
type Uniform struct{ C color.Color }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *Uniform) At(x int, y int) color.Color
//gcsim:inline 1.19:14
func (c *Uniform) Bounds() Rectangle
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (c *Uniform) ColorModel() color.Model
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *Uniform) Convert(color.Color) color.Color
//gcsim:leaks receiver=1
//gcsim:inline 1.19:72
func (c *Uniform) Opaque() bool
//gcsim:leaks receiver=1
//gcsim:inline 1.19:79
func (c *Uniform) RGBA() (r uint32, g uint32, b uint32, a uint32)
//gcsim:leaks receiver=1
func (c *Uniform) RGBA64At(x int, y int) color.RGBA64
var White *Uniform
type YCbCr struct{ Y []uint8; Cb []uint8; Cr []uint8; YStride int; CStride int; SubsampleRatio YCbCrSubsampleRatio; Rect Rectangle }
//gcsim:inline 1.19:64
func (p *YCbCr) At(x int, y int) color.Color
//gcsim:inline 1.19:3
func (p *YCbCr) Bounds() Rectangle
func (p *YCbCr) COffset(x int, y int) int
//gcsim:inline 1.19:2
func (p *YCbCr) ColorModel() color.Model
//gcsim:inline 1.19:2
func (p *YCbCr) Opaque() bool
func (p *YCbCr) RGBA64At(x int, y int) color.RGBA64
//gcsim:leaks receiver=1
func (p *YCbCr) SubImage(r Rectangle) Image
func (p *YCbCr) YCbCrAt(x int, y int) color.YCbCr
//gcsim:inline 1.19:17
func (p *YCbCr) YOffset(x int, y int) int
type YCbCrSubsampleRatio int
//gcsim:inline 1.19:28
func (s YCbCrSubsampleRatio) String() string
const YCbCrSubsampleRatio410 YCbCrSubsampleRatio = 5
const YCbCrSubsampleRatio411 YCbCrSubsampleRatio = 4
const YCbCrSubsampleRatio420 YCbCrSubsampleRatio = 2
const YCbCrSubsampleRatio422 YCbCrSubsampleRatio = 1
const YCbCrSubsampleRatio440 YCbCrSubsampleRatio = 3
const YCbCrSubsampleRatio444 YCbCrSubsampleRatio = 0
var ZP Point
var ZR Rectangle
