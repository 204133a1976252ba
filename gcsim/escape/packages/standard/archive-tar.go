// Package archive/tar of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package tar
import "io"
import "io/fs"
import "time"
var ErrFieldTooLong error
var ErrHeader error
var ErrWriteAfterClose error
var ErrWriteTooLong error
//gcsim:leaks fi=0 link=0
func FileInfoHeader(fi fs.FileInfo, link string) (*Header, error)
type Format int
func (f Format) String() string
const FormatGNU Format = 8
const FormatPAX Format = 4
const FormatUSTAR Format = 2
const FormatUnknown Format = 0
type Header struct{ Typeflag byte; Name string; Linkname string; Size int64; Mode int64; Uid int; Gid int; Uname string; Gname string; ModTime time.Time; AccessTime time.Time; ChangeTime time.Time; Devmajor int64; Devminor int64; Xattrs map[string]string; PAXRecords map[string]string; Format Format }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:5
func (h *Header) FileInfo() fs.FileInfo
//gcsim:leaks r=0
//gcsim:inline 1.19:13
func NewReader(r io.Reader) *Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:13
func NewWriter(w io.Writer) *Writer
type Reader struct{ r interface{}; pad int64; curr interface{}; blk block; err interface{} }
//gcsim:leaks receiver=0
func (tr *Reader) Next() (*Header, error)
//gcsim:leaks receiver=1 b=0
func (tr *Reader) Read(b []byte) (int, error)
const TypeBlock = '4'
const TypeChar = '3'
const TypeCont = '7'
const TypeDir = '5'
const TypeFifo = '6'
const TypeGNULongLink = 'K'
const TypeGNULongName = 'L'
const TypeGNUSparse = 'S'
const TypeLink = '1'
const TypeReg = '0'
const TypeRegA = '\x00'
const TypeSymlink = '2'
const TypeXGlobalHeader = 'g'
const TypeXHeader = 'x'
type Writer struct{ w interface{}; pad int64; curr interface{}; hdr Header; blk block; err interface{} }
//gcsim:leaks receiver=1
func (tw *Writer) Close() error
//gcsim:leaks receiver=1
func (tw *Writer) Flush() error
//gcsim:leaks receiver=1 b=0
func (tw *Writer) Write(b []byte) (int, error)
//gcsim:leaks receiver=0 hdr=1
func (tw *Writer) WriteHeader(hdr *Header) error
type block [512]byte
//gcsim:inline 1.19:5
func blockPadding(offset int64) (n int64)
//gcsim:inline 1.19:18
func isASCII(s string) bool
//gcsim:inline 1.19:14
func isHeaderOnlyType(flag byte) bool
//gcsim:leaks r=0 b=0
func tryReadFull(r interface{}, b []struct{}) (n int, err interface{})
