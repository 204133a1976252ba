// Package text/tabwriter of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package tabwriter
import "io"
const AlignRight uint = 4
const Debug uint = 32
const DiscardEmptyColumns uint = 8
const Escape = '\u00ff'
const FilterHTML uint = 1
//gcsim:leaks output=0
//gcsim:inline 1.19:68
func NewWriter(output io.Writer, minwidth int, tabwidth int, padding int, padchar byte, flags uint) *Writer
const StripEscape uint = 2
const TabIndent uint = 16
type Writer struct{ output interface{}; minwidth int; tabwidth int; padding int; padbytes [8]byte; flags uint; buf []struct{}; pos int; cell cell; endChar byte; lines []struct{}; widths []struct{} }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:61
func (b *Writer) Flush() error
//gcsim:leaks receiver=1,result0@0 output=0
func (b *Writer) Init(output io.Writer, minwidth int, tabwidth int, padding int, padchar byte, flags uint) *Writer
//gcsim:leaks receiver=0
func (b *Writer) Write(buf []byte) (n int, err error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:13
func (b *Writer) append(text []struct{})
//gcsim:leaks receiver=0
func (b *Writer) flush() (err interface{})
type cell struct{ size int; width int; htab bool }
