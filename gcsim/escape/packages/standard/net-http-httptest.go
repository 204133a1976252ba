// Package net/http/httptest of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package httptest
import "bytes"
import "crypto/tls"
import "crypto/x509"
import "io"
import "net"
import "net/http"
import "sync"
const DefaultRemoteAddr = "1.2.3.4"
//gcsim:inline 1.19:11
func NewRecorder() *ResponseRecorder
//gcsim:leaks body=0
func NewRequest(method string, target string, body io.Reader) *http.Request
//gcsim:leaks handler=0
func NewServer(handler http.Handler) *Server
//gcsim:leaks handler=0
func NewTLSServer(handler http.Handler) *Server
//gcsim:leaks handler=0
//gcsim:inline 1.19:68
func NewUnstartedServer(handler http.Handler) *Server
type ResponseRecorder struct{ Code int; HeaderMap http.Header; Body *bytes.Buffer; Flushed bool; result *struct{}; snapHeader map[int]struct{}; wroteHeader bool }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:69
func (rw *ResponseRecorder) Flush()
//gcsim:leaks receiver=1
//gcsim:inline 1.19:20
func (rw *ResponseRecorder) Header() http.Header
//gcsim:leaks receiver=3
func (rw *ResponseRecorder) Result() *http.Response
//gcsim:leaks receiver=1 buf=0
func (rw *ResponseRecorder) Write(buf []byte) (int, error)
//gcsim:leaks receiver=3
func (rw *ResponseRecorder) WriteHeader(code int)
//gcsim:leaks receiver=1
func (rw *ResponseRecorder) WriteString(str string) (int, error)
type Server struct{ URL string; Listener net.Listener; EnableHTTP2 bool; TLS *tls.Config; Config *http.Server; certificate *struct{}; wg sync.WaitGroup; mu sync.Mutex; closed bool; conns map[int]struct{}; client *struct{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (s *Server) Certificate() *x509.Certificate
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (s *Server) Client() *http.Client
//gcsim:leaks receiver=0
func (s *Server) Close()
//gcsim:leaks receiver=0
func (s *Server) CloseClientConnections()
//gcsim:leaks receiver=0
func (s *Server) Start()
//gcsim:leaks receiver=0
func (s *Server) StartTLS()
//gcsim:leaks c=0
//gcsim:inline 1.19:67
func (s *Server) closeConnChan(c interface{}, done chan struct{})
