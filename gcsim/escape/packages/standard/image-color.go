// Package image/color of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package color
type Alpha struct{ A uint8 }
//gcsim:inline 1.19:15
func (c Alpha) RGBA() (r uint32, g uint32, b uint32, a uint32)
type Alpha16 struct{ A uint16 }
//gcsim:inline 1.19:10
func (c Alpha16) RGBA() (r uint32, g uint32, b uint32, a uint32)
var Alpha16Model Model
var AlphaModel Model
var Black Gray16
type CMYK struct{ C uint8; M uint8; Y uint8; K uint8 }
//gcsim:inline 1.19:61
func (c CMYK) RGBA() (uint32, uint32, uint32, uint32)
var CMYKModel Model
//gcsim:inline 1.19:65
func CMYKToRGB(c uint8, m uint8, y uint8, k uint8) (uint8, uint8, uint8)
type Color interface{ RGBA() (r uint32, g uint32, b uint32, a uint32) }
type Gray struct{ Y uint8 }
//gcsim:inline 1.19:17
func (c Gray) RGBA() (r uint32, g uint32, b uint32, a uint32)
type Gray16 struct{ Y uint16 }
//gcsim:inline 1.19:12
func (c Gray16) RGBA() (r uint32, g uint32, b uint32, a uint32)
var Gray16Model Model
var GrayModel Model
type Model interface{ Convert(c Color) Color }
//gcsim:leaks f=0
//gcsim:inline 1.19:6
func ModelFunc(f func(Color) Color) Model
type NRGBA struct{ R uint8; G uint8; B uint8; A uint8 }
//gcsim:inline 1.19:65
func (c NRGBA) RGBA() (r uint32, g uint32, b uint32, a uint32)
type NRGBA64 struct{ R uint16; G uint16; B uint16; A uint16 }
//gcsim:inline 1.19:45
func (c NRGBA64) RGBA() (r uint32, g uint32, b uint32, a uint32)
var NRGBA64Model Model
var NRGBAModel Model
type NYCbCrA struct{ YCbCr; A uint8 }
func (c NYCbCrA) RGBA() (uint32, uint32, uint32, uint32)
var NYCbCrAModel Model
var Opaque Alpha16
type Palette []Color
//gcsim:leaks receiver=1 c=0
//gcsim:inline 1.19:71
func (p Palette) Convert(c Color) Color
//gcsim:leaks receiver=1 c=0
func (p Palette) Index(c Color) int
type RGBA struct{ R uint8; G uint8; B uint8; A uint8 }
//gcsim:inline 1.19:41
func (c RGBA) RGBA() (r uint32, g uint32, b uint32, a uint32)
type RGBA64 struct{ R uint16; G uint16; B uint16; A uint16 }
//gcsim:inline 1.19:13
func (c RGBA64) RGBA() (r uint32, g uint32, b uint32, a uint32)
var RGBA64Model Model
var RGBAModel Model
func RGBToCMYK(r uint8, g uint8, b uint8) (uint8, uint8, uint8, uint8)
func RGBToYCbCr(r uint8, g uint8, b uint8) (uint8, uint8, uint8)
var Transparent Alpha16
var White Gray16
type YCbCr struct{ Y uint8; Cb uint8; Cr uint8 }
func (c YCbCr) RGBA() (uint32, uint32, uint32, uint32)
var YCbCrModel Model
func YCbCrToRGB(y uint8, cb uint8, cr uint8) (uint8, uint8, uint8)
