// Package net/http/httputil of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package httputil
import "bufio"
import "io"
import "log"
import "net"
import "net/http"
import "net/textproto"
import "net/url"
import "sync"
import "time"
type BufferPool interface{ Get() []byte; Put([]byte) }
type ClientConn struct{ mu sync.Mutex; c interface{}; r *struct{}; re interface{}; we interface{}; lastbody interface{}; nread int; nwritten int; pipereq map[int]struct{}; pipe textproto.Pipeline; writeReq func() }
//gcsim:leaks receiver=0
func (cc *ClientConn) Close() error
//gcsim:leaks receiver=0 req=0
func (cc *ClientConn) Do(req *http.Request) (*http.Response, error)
//gcsim:leaks receiver=0
func (cc *ClientConn) Hijack() (c net.Conn, r *bufio.Reader)
//gcsim:leaks receiver=0
func (cc *ClientConn) Pending() int
//gcsim:leaks receiver=0 req=0
func (cc *ClientConn) Read(req *http.Request) (resp *http.Response, err error)
//gcsim:leaks receiver=0 req=0
func (cc *ClientConn) Write(req *http.Request) error
//gcsim:leaks req=1
func DumpRequest(req *http.Request, body bool) ([]byte, error)
//gcsim:leaks req=0
func DumpRequestOut(req *http.Request, body bool) ([]byte, error)
//gcsim:leaks resp=1
func DumpResponse(resp *http.Response, body bool) ([]byte, error)
var ErrClosed *http.ProtocolError
var ErrLineTooLong error
var ErrPersistEOF *http.ProtocolError
var ErrPipeline *http.ProtocolError
//gcsim:leaks r=0
func NewChunkedReader(r io.Reader) io.Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:10
func NewChunkedWriter(w io.Writer) io.WriteCloser
//gcsim:leaks c=0 r=0
//gcsim:inline 1.19:79
func NewClientConn(c net.Conn, r *bufio.Reader) *ClientConn
//gcsim:leaks c=0 r=0
func NewProxyClientConn(c net.Conn, r *bufio.Reader) *ClientConn
//gcsim:leaks c=0 r=0
//gcsim:inline 1.19:77
func NewServerConn(c net.Conn, r *bufio.Reader) *ServerConn
//gcsim:leaks target=0
func NewSingleHostReverseProxy(target *url.URL) *ReverseProxy
type ReverseProxy struct{ Director func(*http.Request); Transport http.RoundTripper; FlushInterval time.Duration; ErrorLog *log.Logger; BufferPool BufferPool; ModifyResponse func(*http.Response) error; ErrorHandler func(http.ResponseWriter, *http.Request, error) }
//gcsim:leaks receiver=1 rw=0 req=0
func (p *ReverseProxy) ServeHTTP(rw http.ResponseWriter, req *http.Request)
type ServerConn struct{ mu sync.Mutex; c interface{}; r *struct{}; re interface{}; we interface{}; lastbody interface{}; nread int; nwritten int; pipereq map[int]struct{}; pipe textproto.Pipeline }
//gcsim:leaks receiver=0
func (sc *ServerConn) Close() error
//gcsim:leaks receiver=0
func (sc *ServerConn) Hijack() (net.Conn, *bufio.Reader)
//gcsim:leaks receiver=0
func (sc *ServerConn) Pending() int
//gcsim:leaks receiver=0
func (sc *ServerConn) Read() (*http.Request, error)
//gcsim:leaks receiver=0 resp=1
func (sc *ServerConn) Write(req *http.Request, resp *http.Response) error
