// Package mime/multipart of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package multipart
import "io"
import "net/textproto"
var ErrMessageTooLarge error
type File interface{ io.Reader; io.ReaderAt; io.Seeker; io.Closer }
type FileHeader struct{ Filename string; Header textproto.MIMEHeader; Size int64; content []struct{}; tmpfile string; tmpoff int64; tmpshared bool }
//gcsim:leaks receiver=1
func (fh *FileHeader) Open() (File, error)
type Form struct{ Value map[string][]string; File map[string][]*FileHeader }
//gcsim:leaks receiver=4
func (f *Form) RemoveAll() error
//gcsim:leaks r=0
func NewReader(r io.Reader, boundary string) *Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:65
func NewWriter(w io.Writer) *Writer
type Part struct{ Header textproto.MIMEHeader; mr *struct{}; disposition string; dispositionParams map[int]struct{}; r interface{}; n int; total int64; err interface{}; readErr interface{} }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:79
func (p *Part) Close() error
func (p *Part) FileName() string
//gcsim:inline 1.19:77
func (p *Part) FormName() string
//gcsim:leaks receiver=1 d=0
//gcsim:inline 1.19:72
func (p *Part) Read(d []byte) (n int, err error)
func (p *Part) parseContentDisposition()
type Reader struct{ bufReader *struct{}; tempDir string; currentPart *struct{}; partsRead int; nl []struct{}; nlDashBoundary []struct{}; dashBoundaryDash []struct{}; dashBoundary []struct{} }
//gcsim:leaks receiver=0
func (r *Reader) NextPart() (*Part, error)
//gcsim:leaks receiver=0
func (r *Reader) NextRawPart() (*Part, error)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:71
func (r *Reader) ReadForm(maxMemory int64) (*Form, error)
type Writer struct{ w interface{}; boundary string; lastpart *struct{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (w *Writer) Boundary() string
//gcsim:leaks receiver=1
func (w *Writer) Close() error
//gcsim:leaks receiver=0 fieldname=0
func (w *Writer) CreateFormField(fieldname string) (io.Writer, error)
//gcsim:leaks receiver=0 fieldname=0 filename=0
func (w *Writer) CreateFormFile(fieldname string, filename string) (io.Writer, error)
//gcsim:leaks receiver=0
func (w *Writer) CreatePart(header textproto.MIMEHeader) (io.Writer, error)
func (w *Writer) FormDataContentType() string
//gcsim:leaks boundary=0
func (w *Writer) SetBoundary(boundary string) error
//gcsim:leaks receiver=0 fieldname=0
func (w *Writer) WriteField(fieldname string, value string) error
