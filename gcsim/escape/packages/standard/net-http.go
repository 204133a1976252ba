// Package net/http of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package http
import "bufio"
import "context"
import "crypto/tls"
import "io"
import "io/fs"
import "log"
import "mime/multipart"
import "net"
import "net/url"
import "sync"
import "sync/atomic"
import "time"
//gcsim:leaks h=0
func AllowQuerySemicolons(h Handler) Handler
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:61
func CanonicalHeaderKey(s string) string
type Client struct{ Transport RoundTripper; CheckRedirect func(req *Request, via []*Request) error; Jar CookieJar; Timeout time.Duration }
//gcsim:leaks receiver=1
func (c *Client) CloseIdleConnections()
//gcsim:leaks receiver=0 req=0
//gcsim:inline 1.19:71
func (c *Client) Do(req *Request) (*Response, error)
//gcsim:leaks receiver=0 url=0
func (c *Client) Get(url string) (resp *Response, err error)
//gcsim:leaks receiver=0 url=0
func (c *Client) Head(url string) (resp *Response, err error)
//gcsim:leaks receiver=0 url=0 contentType=0 body=0
func (c *Client) Post(url string, contentType string, body io.Reader) (resp *Response, err error)
//gcsim:leaks receiver=0 url=0
func (c *Client) PostForm(url string, data url.Values) (resp *Response, err error)
type CloseNotifier interface{ CloseNotify() <-chan bool }
type ConnState int
//gcsim:inline 1.19:4
func (c ConnState) String() string
type Cookie struct{ Name string; Value string; Path string; Domain string; Expires time.Time; RawExpires string; MaxAge int; Secure bool; HttpOnly bool; SameSite SameSite; Raw string; Unparsed []string }
//gcsim:leaks receiver=1
func (c *Cookie) String() string
func (c *Cookie) Valid() error
type CookieJar interface{ Cookies(u *url.URL) []*Cookie; SetCookies(u *url.URL, cookies []*Cookie) }
var DefaultClient *Client
const DefaultMaxHeaderBytes = 1048576
const DefaultMaxIdleConnsPerHost = 2
var DefaultServeMux *ServeMux
var DefaultTransport RoundTripper
//gcsim:leaks data=0
func DetectContentType(data []byte) string
type Dir string
//gcsim:leaks receiver=0
func (d Dir) Open(name string) (File, error)
var ErrAbortHandler error
var ErrBodyNotAllowed error
var ErrBodyReadAfterClose error
var ErrContentLength error
var ErrHandlerTimeout error
var ErrHeaderTooLong *ProtocolError
var ErrHijacked error
var ErrLineTooLong error
var ErrMissingBoundary *ProtocolError
var ErrMissingContentLength *ProtocolError
var ErrMissingFile error
var ErrNoCookie error
var ErrNoLocation error
var ErrNotMultipart *ProtocolError
var ErrNotSupported *ProtocolError
var ErrServerClosed error
var ErrShortBody *ProtocolError
var ErrSkipAltProtocol error
var ErrUnexpectedTrailer *ProtocolError
var ErrUseLastResponse error
var ErrWriteAfterFlush error
//gcsim:leaks w=0 error=0
func Error(w ResponseWriter, error string, code int)
//gcsim:leaks fsys=0
//gcsim:inline 1.19:5
func FS(fsys fs.FS) FileSystem
type File interface{ Readdir(count int) ([]fs.FileInfo, error); Stat() (fs.FileInfo, error); io.Closer; io.Reader; io.Seeker }
//gcsim:leaks root=0
//gcsim:inline 1.19:6
func FileServer(root FileSystem) Handler
type FileSystem interface{ Open(name string) (File, error) }
type Flusher interface{ Flush() }
//gcsim:leaks url=0
//gcsim:inline 1.19:71
func Get(url string) (resp *Response, err error)
//gcsim:leaks pattern=0 handler=0
//gcsim:inline 1.19:62
func Handle(pattern string, handler Handler)
//gcsim:leaks pattern=0 handler=0
//gcsim:inline 1.19:75
func HandleFunc(pattern string, handler func(ResponseWriter, *Request))
type Handler interface{ ServeHTTP(ResponseWriter, *Request) }
type HandlerFunc func(ResponseWriter, *Request)
//gcsim:leaks w=0 r=0
//gcsim:inline 1.19:61
func (f HandlerFunc) ServeHTTP(w ResponseWriter, r *Request)
//gcsim:leaks url=0
//gcsim:inline 1.19:71
func Head(url string) (resp *Response, err error)
type Header map[string][]string
//gcsim:leaks key=0 value=0
//gcsim:inline 1.19:76
func (h Header) Add(key string, value string)
//gcsim:leaks receiver=2
//gcsim:inline 1.19:74
func (h Header) Clone() Header
//gcsim:inline 1.19:66
func (h Header) Del(key string)
//gcsim:inline 1.19:62
func (h Header) Get(key string) string
//gcsim:leaks key=0 value=0
//gcsim:inline 1.19:71
func (h Header) Set(key string, value string)
//gcsim:inline 1.19:74
func (h Header) Values(key string) []string
//gcsim:leaks receiver=1 w=0
//gcsim:inline 1.19:70
func (h Header) Write(w io.Writer) error
//gcsim:leaks receiver=1 w=0
//gcsim:inline 1.19:64
func (h Header) WriteSubset(w io.Writer, exclude map[string]bool) error
//gcsim:inline 1.19:10
func (h Header) has(key string) bool
//gcsim:leaks receiver=1 w=0
//gcsim:inline 1.19:64
func (h Header) write(w interface{}, trace *struct{}) interface{}
//gcsim:leaks receiver=1 w=0
func (h Header) writeSubset(w interface{}, exclude map[int]struct{}, trace *struct{}) interface{}
type Hijacker interface{ Hijack() (net.Conn, *bufio.ReadWriter, error) }
//gcsim:leaks addr=0 handler=0
//gcsim:inline 1.19:71
func ListenAndServe(addr string, handler Handler) error
//gcsim:leaks addr=0 certFile=0 keyFile=0 handler=0
//gcsim:inline 1.19:73
func ListenAndServeTLS(addr string, certFile string, keyFile string, handler Handler) error
var LocalAddrContextKey *contextKey
type MaxBytesError struct{ Limit int64 }
//gcsim:inline 1.19:2
func (e *MaxBytesError) Error() string
//gcsim:leaks h=0
func MaxBytesHandler(h Handler, n int64) Handler
//gcsim:leaks w=0 r=0
//gcsim:inline 1.19:19
func MaxBytesReader(w ResponseWriter, r io.ReadCloser, n int64) io.ReadCloser
const MethodConnect = "CONNECT"
const MethodDelete = "DELETE"
const MethodGet = "GET"
const MethodHead = "HEAD"
const MethodOptions = "OPTIONS"
const MethodPatch = "PATCH"
const MethodPost = "POST"
const MethodPut = "PUT"
const MethodTrace = "TRACE"
//gcsim:leaks fs=0
//gcsim:inline 1.19:7
func NewFileTransport(fs FileSystem) RoundTripper
//gcsim:leaks method=0 url=0 body=0
//gcsim:inline 1.19:77
func NewRequest(method string, url string, body io.Reader) (*Request, error)
//gcsim:leaks ctx=0 method=0 url=0 body=0
func NewRequestWithContext(ctx context.Context, method string, url string, body io.Reader) (*Request, error)
//gcsim:inline 1.19:3
func NewServeMux() *ServeMux
var NoBody noBody
//gcsim:leaks w=0
//gcsim:inline 1.19:62
func NotFound(w ResponseWriter, r *Request)
//gcsim:inline 1.19:3
func NotFoundHandler() Handler
//gcsim:leaks vers=0
func ParseHTTPVersion(vers string) (major int, minor int, ok bool)
//gcsim:leaks text=0
func ParseTime(text string) (t time.Time, err error)
//gcsim:leaks url=0 contentType=0 body=0
//gcsim:inline 1.19:73
func Post(url string, contentType string, body io.Reader) (resp *Response, err error)
//gcsim:leaks url=0
//gcsim:inline 1.19:72
func PostForm(url string, data url.Values) (resp *Response, err error)
type ProtocolError struct{ ErrorString string }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (pe *ProtocolError) Error() string
//gcsim:leaks req=1
func ProxyFromEnvironment(req *Request) (*url.URL, error)
//gcsim:leaks fixedURL=0
//gcsim:inline 1.19:20
func ProxyURL(fixedURL *url.URL) func(*Request) (*url.URL, error)
type PushOptions struct{ Method string; Header Header }
type Pusher interface{ Push(target string, opts *PushOptions) error }
//gcsim:leaks b=0
func ReadRequest(b *bufio.Reader) (*Request, error)
//gcsim:leaks r=0 req=0
func ReadResponse(r *bufio.Reader, req *Request) (*Response, error)
//gcsim:leaks w=0 url=0
func Redirect(w ResponseWriter, r *Request, url string, code int)
//gcsim:leaks url=0
//gcsim:inline 1.19:8
func RedirectHandler(url string, code int) Handler
type Request struct{ Method string; URL *url.URL; Proto string; ProtoMajor int; ProtoMinor int; Header Header; Body io.ReadCloser; GetBody func() (io.ReadCloser, error); ContentLength int64; TransferEncoding []string; Close bool; Host string; Form url.Values; PostForm url.Values; MultipartForm *multipart.Form; Trailer Header; RemoteAddr string; RequestURI string; TLS *tls.ConnectionState; Cancel <-chan struct{}; Response *Response; ctx interface{} }
//gcsim:leaks c=1
func (r *Request) AddCookie(c *Cookie)
func (r *Request) BasicAuth() (username string, password string, ok bool)
//gcsim:leaks receiver=1 ctx=0
func (r *Request) Clone(ctx context.Context) *Request
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:14
func (r *Request) Context() context.Context
//gcsim:inline 1.19:73
func (r *Request) Cookie(name string) (*Cookie, error)
//gcsim:inline 1.19:63
func (r *Request) Cookies() []*Cookie
//gcsim:leaks receiver=1
func (r *Request) FormFile(key string) (multipart.File, *multipart.FileHeader, error)
//gcsim:leaks receiver=1
func (r *Request) FormValue(key string) string
//gcsim:leaks receiver=1
func (r *Request) MultipartReader() (*multipart.Reader, error)
//gcsim:leaks receiver=1
func (r *Request) ParseForm() error
//gcsim:leaks receiver=1
func (r *Request) ParseMultipartForm(maxMemory int64) error
//gcsim:leaks receiver=1
func (r *Request) PostFormValue(key string) string
//gcsim:inline 1.19:15
func (r *Request) ProtoAtLeast(major int, minor int) bool
//gcsim:inline 1.19:68
func (r *Request) Referer() string
func (r *Request) SetBasicAuth(username string, password string)
//gcsim:inline 1.19:68
func (r *Request) UserAgent() string
//gcsim:leaks receiver=1 ctx=0
//gcsim:inline 1.19:24
func (r *Request) WithContext(ctx context.Context) *Request
//gcsim:leaks receiver=1 w=0
//gcsim:inline 1.19:65
func (r *Request) Write(w io.Writer) error
//gcsim:leaks receiver=1 w=0
//gcsim:inline 1.19:65
func (r *Request) WriteProxy(w io.Writer) error
func (r *Request) requiresHTTP1() bool
//gcsim:leaks receiver=1 w=0 extraHeaders=1
func (r *Request) write(w interface{}, usingProxy bool, extraHeaders map[int]struct{}, waitForContinue func()) (err interface{})
type Response struct{ Status string; StatusCode int; Proto string; ProtoMajor int; ProtoMinor int; Header Header; Body io.ReadCloser; ContentLength int64; TransferEncoding []string; Close bool; Uncompressed bool; Trailer Header; Request *Request; TLS *tls.ConnectionState }
//gcsim:inline 1.19:62
func (r *Response) Cookies() []*Cookie
//gcsim:leaks receiver=3
func (r *Response) Location() (*url.URL, error)
//gcsim:inline 1.19:15
func (r *Response) ProtoAtLeast(major int, minor int) bool
//gcsim:leaks receiver=1 w=0
func (r *Response) Write(w io.Writer) error
type ResponseWriter interface{ Header() Header; Write([]byte) (int, error); WriteHeader(statusCode int) }
type RoundTripper interface{ RoundTrip(*Request) (*Response, error) }
type SameSite int
const SameSiteDefaultMode SameSite = 1
const SameSiteLaxMode SameSite = 2
const SameSiteNoneMode SameSite = 4
const SameSiteStrictMode SameSite = 3
//gcsim:leaks l=0 handler=0
//gcsim:inline 1.19:70
func Serve(l net.Listener, handler Handler) error
//gcsim:leaks w=0 content=0
func ServeContent(w ResponseWriter, req *Request, name string, modtime time.Time, content io.ReadSeeker)
//gcsim:leaks w=0 r=1 name=0
func ServeFile(w ResponseWriter, r *Request, name string)
type ServeMux struct{ mu sync.RWMutex; m map[int]struct{}; es []struct{}; hosts bool }
//gcsim:leaks receiver=0 pattern=0 handler=0
func (mux *ServeMux) Handle(pattern string, handler Handler)
//gcsim:leaks receiver=0 pattern=0 handler=0
//gcsim:inline 1.19:70
func (mux *ServeMux) HandleFunc(pattern string, handler func(ResponseWriter, *Request))
//gcsim:leaks receiver=0 r=1
func (mux *ServeMux) Handler(r *Request) (h Handler, pattern string)
//gcsim:leaks receiver=0 w=0 r=0
func (mux *ServeMux) ServeHTTP(w ResponseWriter, r *Request)
//gcsim:leaks l=0 handler=0 certFile=0 keyFile=0
//gcsim:inline 1.19:72
func ServeTLS(l net.Listener, handler Handler, certFile string, keyFile string) error
type Server struct{ Addr string; Handler Handler; TLSConfig *tls.Config; ReadTimeout time.Duration; ReadHeaderTimeout time.Duration; WriteTimeout time.Duration; IdleTimeout time.Duration; MaxHeaderBytes int; TLSNextProto map[string]func(*Server, *tls.Conn, Handler); ConnState func(net.Conn, ConnState); ErrorLog *log.Logger; BaseContext func(net.Listener) context.Context; ConnContext func(ctx context.Context, c net.Conn) context.Context; inShutdown atomicBool; disableKeepAlives int32; nextProtoOnce sync.Once; nextProtoErr interface{}; mu sync.Mutex; listeners map[int]struct{}; activeConn map[int]struct{}; doneChan chan struct{}; onShutdown []struct{}; listenerGroup sync.WaitGroup }
//gcsim:leaks receiver=0
func (srv *Server) Close() error
//gcsim:leaks receiver=0
func (srv *Server) ListenAndServe() error
//gcsim:leaks receiver=0 certFile=0 keyFile=0
func (srv *Server) ListenAndServeTLS(certFile string, keyFile string) error
//gcsim:leaks receiver=0 f=0
func (srv *Server) RegisterOnShutdown(f func())
//gcsim:leaks receiver=0 l=0
func (srv *Server) Serve(l net.Listener) error
//gcsim:leaks receiver=0 l=0 certFile=0 keyFile=0
func (srv *Server) ServeTLS(l net.Listener, certFile string, keyFile string) error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:75
func (srv *Server) SetKeepAlivesEnabled(v bool)
//gcsim:leaks receiver=0 ctx=0
func (srv *Server) Shutdown(ctx context.Context) error
//gcsim:leaks receiver=0
func (s *Server) closeIdleConns() bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:13
func (s *Server) getDoneChanLocked() chan struct{}
//gcsim:leaks receiver=1 args=1
func (s *Server) logf(format string, args ...interface{})
//gcsim:inline 1.19:10
func (srv *Server) maxHeaderBytes() int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:12
func (s *Server) shuttingDown() bool
var ServerContextKey *contextKey
//gcsim:leaks w=0 cookie=1
func SetCookie(w ResponseWriter, cookie *Cookie)
const StateActive ConnState = 1
const StateClosed ConnState = 4
const StateHijacked ConnState = 3
const StateIdle ConnState = 2
const StateNew ConnState = 0
const StatusAccepted = 202
const StatusAlreadyReported = 208
const StatusBadGateway = 502
const StatusBadRequest = 400
const StatusConflict = 409
const StatusContinue = 100
const StatusCreated = 201
const StatusEarlyHints = 103
const StatusExpectationFailed = 417
const StatusFailedDependency = 424
const StatusForbidden = 403
const StatusFound = 302
const StatusGatewayTimeout = 504
const StatusGone = 410
const StatusHTTPVersionNotSupported = 505
const StatusIMUsed = 226
const StatusInsufficientStorage = 507
const StatusInternalServerError = 500
const StatusLengthRequired = 411
const StatusLocked = 423
const StatusLoopDetected = 508
const StatusMethodNotAllowed = 405
const StatusMisdirectedRequest = 421
const StatusMovedPermanently = 301
const StatusMultiStatus = 207
const StatusMultipleChoices = 300
const StatusNetworkAuthenticationRequired = 511
const StatusNoContent = 204
const StatusNonAuthoritativeInfo = 203
const StatusNotAcceptable = 406
const StatusNotExtended = 510
const StatusNotFound = 404
const StatusNotImplemented = 501
const StatusNotModified = 304
const StatusOK = 200
const StatusPartialContent = 206
const StatusPaymentRequired = 402
const StatusPermanentRedirect = 308
const StatusPreconditionFailed = 412
const StatusPreconditionRequired = 428
const StatusProcessing = 102
const StatusProxyAuthRequired = 407
const StatusRequestEntityTooLarge = 413
const StatusRequestHeaderFieldsTooLarge = 431
const StatusRequestTimeout = 408
const StatusRequestURITooLong = 414
const StatusRequestedRangeNotSatisfiable = 416
const StatusResetContent = 205
const StatusSeeOther = 303
const StatusServiceUnavailable = 503
const StatusSwitchingProtocols = 101
const StatusTeapot = 418
const StatusTemporaryRedirect = 307
func StatusText(code int) string
const StatusTooEarly = 425
const StatusTooManyRequests = 429
const StatusUnauthorized = 401
const StatusUnavailableForLegalReasons = 451
const StatusUnprocessableEntity = 422
const StatusUnsupportedMediaType = 415
const StatusUpgradeRequired = 426
const StatusUseProxy = 305
const StatusVariantAlsoNegotiates = 506
//gcsim:leaks prefix=0 h=0
func StripPrefix(prefix string, h Handler) Handler
const TimeFormat = "Mon, 02 Jan 2006 15:04:05 GMT"
//gcsim:leaks h=0 msg=0
//gcsim:inline 1.19:10
func TimeoutHandler(h Handler, dt time.Duration, msg string) Handler
const TrailerPrefix = "Trailer:"
type Transport struct{ idleMu sync.Mutex; closeIdle bool; idleConn map[int]struct{}; idleConnWait map[int]struct{}; idleLRU connLRU; reqMu sync.Mutex; reqCanceler map[int]struct{}; altMu sync.Mutex; altProto atomic.Value; connsPerHostMu sync.Mutex; connsPerHost map[int]struct{}; connsPerHostWait map[int]struct{}; Proxy func(*Request) (*url.URL, error); DialContext func(ctx context.Context, network string, addr string) (net.Conn, error); Dial func(network string, addr string) (net.Conn, error); DialTLSContext func(ctx context.Context, network string, addr string) (net.Conn, error); DialTLS func(network string, addr string) (net.Conn, error); TLSClientConfig *tls.Config; TLSHandshakeTimeout time.Duration; DisableKeepAlives bool; DisableCompression bool; MaxIdleConns int; MaxIdleConnsPerHost int; MaxConnsPerHost int; IdleConnTimeout time.Duration; ResponseHeaderTimeout time.Duration; ExpectContinueTimeout time.Duration; TLSNextProto map[string]func(authority string, c *tls.Conn) RoundTripper; ProxyConnectHeader Header; GetProxyConnectHeader func(ctx context.Context, proxyURL *url.URL, target string) (Header, error); MaxResponseHeaderBytes int64; WriteBufferSize int; ReadBufferSize int; nextProtoOnce sync.Once; h2transport interface{}; tlsNextProtoWasNil bool; ForceAttemptHTTP2 bool }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:64
func (t *Transport) CancelRequest(req *Request)
//gcsim:leaks receiver=0
func (t *Transport) Clone() *Transport
//gcsim:leaks receiver=0
func (t *Transport) CloseIdleConnections()
//gcsim:leaks receiver=0 scheme=0 rt=0
func (t *Transport) RegisterProtocol(scheme string, rt RoundTripper)
//gcsim:leaks receiver=0 req=0
//gcsim:inline 1.19:71
func (t *Transport) RoundTrip(req *Request) (*Response, error)
//gcsim:leaks receiver=0 err=0
func (t *Transport) cancelRequest(key cancelKey, err interface{}) bool
//gcsim:leaks receiver=0 key=0 fn=0
func (t *Transport) setReqCanceler(key cancelKey, fn func())
type atomicBool int32
//gcsim:inline 1.19:25
func bodyAllowedForStatus(status int) bool
type cancelKey struct{ req *struct{} }
//gcsim:leaks url=1
func canonicalAddr(url *struct{}) string
type connLRU struct{ ll *struct{}; m map[int]struct{} }
type contextKey struct{ name string }
//gcsim:inline 1.19:5
func (k *contextKey) String() string
//gcsim:leaks t1=0
//gcsim:inline 1.19:70
func http2ConfigureTransports(t1 *struct{}) (*struct{}, interface{})
type http2ErrCode uint32
//gcsim:inline 1.19:54
func http2NewPriorityWriteScheduler(cfg *struct{}) interface{}
type http2StreamError struct{ StreamID uint32; Code http2ErrCode; Cause interface{} }
func http2curGoroutineID() uint64
//gcsim:inline 1.19:6
func http2streamError(id uint32, code http2ErrCode) http2StreamError
//gcsim:leaks trace=result0@1
//gcsim:inline 1.19:9
func http2traceGot1xxResponseFunc(trace *struct{}) func()
func isProtocolSwitchHeader(h map[int]struct{}) bool
//gcsim:inline 1.19:65
func isProtocolSwitchResponse(code int, h map[int]struct{}) bool
//gcsim:inline 1.19:9
func isTT(b byte) bool
//gcsim:leaks r=1 args=1
func logf(r *struct{}, format string, args ...interface{})
type noBody struct{}
//gcsim:inline 1.19:2
func (noBody) Close() error
//gcsim:inline 1.19:3
func (noBody) Read([]byte) (int, error)
//gcsim:inline 1.19:3
func (noBody) WriteTo(io.Writer) (int64, error)
//gcsim:leaks r=0
//gcsim:inline 1.19:67
func putTextprotoReader(r *struct{})
func readCookies(h map[int]struct{}, filter string) []struct{}
func readSetCookies(h map[int]struct{}) []struct{}
//gcsim:leaks fieldName=0 v=result0@0
func sanitizeOrWarn(fieldName string, valid func(), v string) string
//gcsim:inline 1.19:14
func strSliceContains(ss []struct{}, s string) bool
