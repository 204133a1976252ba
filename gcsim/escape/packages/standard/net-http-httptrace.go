// Package net/http/httptrace of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package httptrace
import "context"
import "crypto/tls"
import "net"
import "net/textproto"
import "time"
type ClientTrace struct{ GetConn func(hostPort string); GotConn func(GotConnInfo); PutIdleConn func(err error); GotFirstResponseByte func(); Got100Continue func(); Got1xxResponse func(code int, header textproto.MIMEHeader) error; DNSStart func(DNSStartInfo); DNSDone func(DNSDoneInfo); ConnectStart func(network string, addr string); ConnectDone func(network string, addr string, err error); TLSHandshakeStart func(); TLSHandshakeDone func(tls.ConnectionState, error); WroteHeaderField func(key string, value []string); WroteHeaders func(); Wait100Continue func(); WroteRequest func(WroteRequestInfo) }
//gcsim:leaks ctx=0
//gcsim:inline 1.19:70
func ContextClientTrace(ctx context.Context) *ClientTrace
type DNSDoneInfo struct{ Addrs []net.IPAddr; Err error; Coalesced bool }
type DNSStartInfo struct{ Host string }
type GotConnInfo struct{ Conn net.Conn; Reused bool; WasIdle bool; IdleTime time.Duration }
//gcsim:leaks ctx=0 trace=0
func WithClientTrace(ctx context.Context, trace *ClientTrace) context.Context
type WroteRequestInfo struct{ Err error }
