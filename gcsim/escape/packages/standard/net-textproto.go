// Package net/textproto of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package textproto
import "bufio"
import "io"
import "sync"
//gcsim:leaks s=result0@0
func CanonicalMIMEHeaderKey(s string) string
type Conn struct{ Reader; Writer; Pipeline; conn interface{} }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (c *Conn) Close() error
//gcsim:leaks receiver=0 args=1
func (c *Conn) Cmd(format string, args ...any) (id uint, err error)
//gcsim:leaks network=0 addr=0
func Dial(network string, addr string) (*Conn, error)
type Error struct{ Code int; Msg string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:67
func (e *Error) Error() string
type MIMEHeader map[string][]string
//gcsim:leaks key=0 value=0
//gcsim:inline 1.19:71
func (h MIMEHeader) Add(key string, value string)
//gcsim:inline 1.19:62
func (h MIMEHeader) Del(key string)
func (h MIMEHeader) Get(key string) string
//gcsim:leaks key=0 value=0
//gcsim:inline 1.19:66
func (h MIMEHeader) Set(key string, value string)
//gcsim:inline 1.19:69
func (h MIMEHeader) Values(key string) []string
//gcsim:leaks conn=0
func NewConn(conn io.ReadWriteCloser) *Conn
//gcsim:leaks r=0
//gcsim:inline 1.19:5
func NewReader(r *bufio.Reader) *Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:5
func NewWriter(w *bufio.Writer) *Writer
type Pipeline struct{ mu sync.Mutex; id uint; request sequencer; response sequencer }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (p *Pipeline) EndRequest(id uint)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (p *Pipeline) EndResponse(id uint)
//gcsim:leaks receiver=0
func (p *Pipeline) Next() uint
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (p *Pipeline) StartRequest(id uint)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (p *Pipeline) StartResponse(id uint)
type ProtocolError string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (p ProtocolError) Error() string
type Reader struct{ R *bufio.Reader; dot *struct{}; buf []struct{} }
//gcsim:leaks receiver=0
func (r *Reader) DotReader() io.Reader
//gcsim:leaks receiver=2
func (r *Reader) ReadCodeLine(expectCode int) (code int, message string, err error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:72
func (r *Reader) ReadContinuedLine() (string, error)
//gcsim:leaks receiver=1
func (r *Reader) ReadContinuedLineBytes() ([]byte, error)
//gcsim:leaks receiver=0
func (r *Reader) ReadDotBytes() ([]byte, error)
//gcsim:leaks receiver=2
func (r *Reader) ReadDotLines() ([]string, error)
//gcsim:leaks receiver=2
//gcsim:inline 1.19:71
func (r *Reader) ReadLine() (string, error)
//gcsim:leaks receiver=2
func (r *Reader) ReadLineBytes() ([]byte, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:72
func (r *Reader) ReadMIMEHeader() (MIMEHeader, error)
//gcsim:leaks receiver=2
func (r *Reader) ReadResponse(expectCode int) (code int, message string, err error)
//gcsim:leaks receiver=4
//gcsim:inline 1.19:79
func (r *Reader) closeDot()
//gcsim:leaks receiver=1
func (r *Reader) readContinuedLineSlice(validateFirstLine func()) ([]struct{}, interface{})
//gcsim:leaks receiver=2
func (r *Reader) readLineSlice() ([]struct{}, interface{})
//gcsim:leaks b=result0@0
//gcsim:inline 1.19:72
func TrimBytes(b []byte) []byte
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:72
func TrimString(s string) string
type Writer struct{ W *bufio.Writer; dot *struct{} }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:80
func (w *Writer) DotWriter() io.WriteCloser
//gcsim:leaks receiver=1 args=1
func (w *Writer) PrintfLine(format string, args ...any) error
//gcsim:leaks receiver=4
//gcsim:inline 1.19:66
func (w *Writer) closeDot()
type sequencer struct{ mu sync.Mutex; id uint; wait map[int]struct{} }
