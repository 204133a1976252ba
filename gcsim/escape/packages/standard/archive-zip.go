// Package archive/zip of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package zip
import "io"
import "io/fs"
import "sync"
import "time"
type Compressor func(w io.Writer) (io.WriteCloser, error)
type Decompressor func(r io.Reader) io.ReadCloser
const Deflate uint16 = 8
var ErrAlgorithm error
var ErrChecksum error
var ErrFormat error
type File struct{ FileHeader; zip *struct{}; zipr interface{}; headerOffset int64; zip64 bool }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:76
func (f *File) DataOffset() (offset int64, err error)
//gcsim:leaks receiver=0
func (f *File) Open() (io.ReadCloser, error)
//gcsim:leaks receiver=1
func (f *File) OpenRaw() (io.Reader, error)
//gcsim:leaks receiver=1
func (f *File) findBodyOffset() (int64, interface{})
type FileHeader struct{ Name string; Comment string; NonUTF8 bool; CreatorVersion uint16; ReaderVersion uint16; Flags uint16; Method uint16; Modified time.Time; ModifiedTime uint16; ModifiedDate uint16; CRC32 uint32; CompressedSize uint32; UncompressedSize uint32; CompressedSize64 uint64; UncompressedSize64 uint64; Extra []byte; ExternalAttrs uint32 }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:5
func (h *FileHeader) FileInfo() fs.FileInfo
//gcsim:inline 1.19:64
func (h *FileHeader) ModTime() time.Time
func (h *FileHeader) Mode() (mode fs.FileMode)
//gcsim:leaks t=0
func (h *FileHeader) SetModTime(t time.Time)
func (h *FileHeader) SetMode(mode fs.FileMode)
//gcsim:leaks fi=0
func FileInfoHeader(fi fs.FileInfo) (*FileHeader, error)
//gcsim:leaks r=0
func NewReader(r io.ReaderAt, size int64) (*Reader, error)
//gcsim:leaks w=0
//gcsim:inline 1.19:50
func NewWriter(w io.Writer) *Writer
//gcsim:leaks name=0
func OpenReader(name string) (*ReadCloser, error)
type ReadCloser struct{ f *struct{}; Reader }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:73
func (rc *ReadCloser) Close() error
type Reader struct{ r interface{}; File []*File; Comment string; decompressors map[int]struct{}; baseOffset int64; fileListOnce sync.Once; fileList []struct{} }
//gcsim:leaks receiver=0 name=0
func (r *Reader) Open(name string) (fs.File, error)
//gcsim:leaks dcomp=0
//gcsim:inline 1.19:16
func (z *Reader) RegisterDecompressor(method uint16, dcomp Decompressor)
//gcsim:leaks comp=0
//gcsim:inline 1.19:75
func RegisterCompressor(method uint16, comp Compressor)
//gcsim:leaks dcomp=0
//gcsim:inline 1.19:75
func RegisterDecompressor(method uint16, dcomp Decompressor)
const Store uint16 = 0
type Writer struct{ cw *struct{}; dir []struct{}; last *struct{}; closed bool; compressors map[int]struct{}; comment string; testHookCloseSizeOffset func() }
//gcsim:leaks receiver=1
func (w *Writer) Close() error
//gcsim:leaks receiver=1 f=0
func (w *Writer) Copy(f *File) error
//gcsim:leaks receiver=1 name=0
func (w *Writer) Create(name string) (io.Writer, error)
//gcsim:leaks receiver=1 fh=0
func (w *Writer) CreateHeader(fh *FileHeader) (io.Writer, error)
//gcsim:leaks receiver=1 fh=0
func (w *Writer) CreateRaw(fh *FileHeader) (io.Writer, error)
//gcsim:leaks receiver=3
//gcsim:inline 1.19:64
func (w *Writer) Flush() error
//gcsim:leaks comp=0
//gcsim:inline 1.19:16
func (w *Writer) RegisterCompressor(method uint16, comp Compressor)
//gcsim:leaks comment=0
//gcsim:inline 1.19:21
func (w *Writer) SetComment(comment string) error
//gcsim:inline 1.19:14
func (w *Writer) SetOffset(n int64)
func fileEntryLess(x string, y string) bool
func msDosTimeToTime(dosDate uint16, dosTime uint16) time.Time
//gcsim:leaks w=0
func newFlateWriter(w interface{}) interface{}
//gcsim:leaks name=result0@0,result1@0
//gcsim:inline 1.19:64
func split(name string) (dir string, elem string, isDir bool)
