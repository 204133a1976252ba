// Package net/rpc of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package rpc
import "io"
import "net"
import "net/http"
import "sync"
//gcsim:leaks lis=0
//gcsim:inline 1.19:61
func Accept(lis net.Listener)
type Call struct{ ServiceMethod string; Args any; Reply any; Error error; Done chan *Call }
type Client struct{ codec interface{}; reqMutex sync.Mutex; request Request; mutex sync.Mutex; seq uint64; pending map[int]struct{}; closing bool; shutdown bool }
//gcsim:leaks receiver=0 serviceMethod=0 args=0 reply=0
//gcsim:inline 1.19:74
func (client *Client) Call(serviceMethod string, args any, reply any) error
//gcsim:leaks receiver=0
func (client *Client) Close() error
//gcsim:leaks receiver=0 serviceMethod=0 args=0 reply=0 done=0
func (client *Client) Go(serviceMethod string, args any, reply any, done chan *Call) *Call
type ClientCodec interface{ Close() error; ReadResponseBody(any) error; ReadResponseHeader(*Response) error; WriteRequest(*Request, any) error }
const DefaultDebugPath = "/debug/rpc"
const DefaultRPCPath = "/_goRPC_"
var DefaultServer *Server
//gcsim:leaks network=0 address=0
func Dial(network string, address string) (*Client, error)
//gcsim:leaks network=0 address=0
//gcsim:inline 1.19:72
func DialHTTP(network string, address string) (*Client, error)
//gcsim:leaks network=0 address=0
func DialHTTPPath(network string, address string, path string) (*Client, error)
var ErrShutdown error
//gcsim:inline 1.19:62
func HandleHTTP()
//gcsim:leaks conn=0
func NewClient(conn io.ReadWriteCloser) *Client
//gcsim:leaks codec=0
func NewClientWithCodec(codec ClientCodec) *Client
//gcsim:inline 1.19:3
func NewServer() *Server
//gcsim:leaks rcvr=0
//gcsim:inline 1.19:69
func Register(rcvr any) error
//gcsim:leaks name=0 rcvr=0
//gcsim:inline 1.19:70
func RegisterName(name string, rcvr any) error
type Request struct{ ServiceMethod string; Seq uint64; next *struct{} }
type Response struct{ ServiceMethod string; Seq uint64; Error string; next *struct{} }
//gcsim:leaks codec=0
//gcsim:inline 1.19:61
func ServeCodec(codec ServerCodec)
//gcsim:leaks conn=0
//gcsim:inline 1.19:61
func ServeConn(conn io.ReadWriteCloser)
//gcsim:leaks codec=0
//gcsim:inline 1.19:62
func ServeRequest(codec ServerCodec) error
type Server struct{ serviceMap sync.Map; reqLock sync.Mutex; freeReq *struct{}; respLock sync.Mutex; freeResp *struct{} }
//gcsim:leaks receiver=0 lis=0
func (server *Server) Accept(lis net.Listener)
//gcsim:leaks receiver=0 rpcPath=0 debugPath=0
func (server *Server) HandleHTTP(rpcPath string, debugPath string)
//gcsim:leaks receiver=0 rcvr=0
//gcsim:inline 1.19:64
func (server *Server) Register(rcvr any) error
//gcsim:leaks receiver=0 name=0 rcvr=0
//gcsim:inline 1.19:64
func (server *Server) RegisterName(name string, rcvr any) error
//gcsim:leaks receiver=0 codec=0
func (server *Server) ServeCodec(codec ServerCodec)
//gcsim:leaks receiver=0 conn=0
func (server *Server) ServeConn(conn io.ReadWriteCloser)
//gcsim:leaks receiver=0 w=0 req=1
func (server *Server) ServeHTTP(w http.ResponseWriter, req *http.Request)
//gcsim:leaks receiver=0 codec=0
func (server *Server) ServeRequest(codec ServerCodec) error
//gcsim:leaks receiver=0 rcvr=0 name=0
func (server *Server) register(rcvr interface{}, name string, useName bool) interface{}
type ServerCodec interface{ Close() error; ReadRequestBody(any) error; ReadRequestHeader(*Request) error; WriteResponse(*Response, any) error }
type ServerError string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (e ServerError) Error() string
