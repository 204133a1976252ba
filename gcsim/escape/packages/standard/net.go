// Package net of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package net
import "context"
import "internal/singleflight"
import "io"
import "net/netip"
import "os"
import "sync"
import "syscall"
import "time"
type Addr interface{ Network() string; String() string }
type AddrError struct{ Err string; Addr string }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:27
func (e *AddrError) Error() string
//gcsim:inline 1.19:2
func (e *AddrError) Temporary() bool
//gcsim:inline 1.19:2
func (e *AddrError) Timeout() bool
type Buffers [][]byte
//gcsim:leaks receiver=2
func (v *Buffers) Read(p []byte) (n int, err error)
//gcsim:leaks receiver=0 w=0
func (v *Buffers) WriteTo(w io.Writer) (n int64, err error)
//gcsim:inline 1.19:77
func CIDRMask(ones int, bits int) IPMask
type Conn interface{ Close() error; LocalAddr() Addr; Read(b []byte) (n int, err error); RemoteAddr() Addr; SetDeadline(t time.Time) error; SetReadDeadline(t time.Time) error; SetWriteDeadline(t time.Time) error; Write(b []byte) (n int, err error) }
type DNSConfigError struct{ Err error }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:64
func (e *DNSConfigError) Error() string
//gcsim:inline 1.19:2
func (e *DNSConfigError) Temporary() bool
//gcsim:inline 1.19:2
func (e *DNSConfigError) Timeout() bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *DNSConfigError) Unwrap() error
type DNSError struct{ Err string; Name string; Server string; IsTimeout bool; IsTemporary bool; IsNotFound bool }
//gcsim:inline 1.19:33
func (e *DNSError) Error() string
//gcsim:inline 1.19:6
func (e *DNSError) Temporary() bool
//gcsim:inline 1.19:3
func (e *DNSError) Timeout() bool
var DefaultResolver *Resolver
//gcsim:leaks network=0 address=0
func Dial(network string, address string) (Conn, error)
//gcsim:leaks network=0 laddr=0 raddr=0
func DialIP(network string, laddr *IPAddr, raddr *IPAddr) (*IPConn, error)
//gcsim:leaks network=0 laddr=0 raddr=0
func DialTCP(network string, laddr *TCPAddr, raddr *TCPAddr) (*TCPConn, error)
//gcsim:leaks network=0 address=0
func DialTimeout(network string, address string, timeout time.Duration) (Conn, error)
//gcsim:leaks network=0 laddr=0 raddr=0
func DialUDP(network string, laddr *UDPAddr, raddr *UDPAddr) (*UDPConn, error)
//gcsim:leaks network=0 laddr=0 raddr=0
func DialUnix(network string, laddr *UnixAddr, raddr *UnixAddr) (*UnixConn, error)
type Dialer struct{ Timeout time.Duration; Deadline time.Time; LocalAddr Addr; DualStack bool; FallbackDelay time.Duration; KeepAlive time.Duration; Resolver *Resolver; Cancel <-chan struct{}; Control func(network string, address string, c syscall.RawConn) error }
//gcsim:leaks receiver=1 network=0 address=0
//gcsim:inline 1.19:77
func (d *Dialer) Dial(network string, address string) (Conn, error)
//gcsim:leaks receiver=1 ctx=0 network=0 address=0
func (d *Dialer) DialContext(ctx context.Context, network string, address string) (Conn, error)
var ErrClosed error
var ErrWriteToConnected error
type Error interface{ Temporary() bool; Timeout() bool; error }
//gcsim:leaks f=1
func FileConn(f *os.File) (c Conn, err error)
//gcsim:leaks f=1
func FileListener(f *os.File) (ln Listener, err error)
//gcsim:leaks f=1
func FilePacketConn(f *os.File) (c PacketConn, err error)
const FlagBroadcast Flags = 2
const FlagLoopback Flags = 4
const FlagMulticast Flags = 16
const FlagPointToPoint Flags = 8
const FlagUp Flags = 1
type Flags uint
//gcsim:inline 1.19:41
func (f Flags) String() string
type HardwareAddr []byte
//gcsim:inline 1.19:57
func (a HardwareAddr) String() string
type IP []byte
func (ip IP) DefaultMask() IPMask
func (ip IP) Equal(x IP) bool
func (ip IP) IsGlobalUnicast() bool
//gcsim:inline 1.19:19
func (ip IP) IsInterfaceLocalMulticast() bool
func (ip IP) IsLinkLocalMulticast() bool
func (ip IP) IsLinkLocalUnicast() bool
func (ip IP) IsLoopback() bool
func (ip IP) IsMulticast() bool
func (ip IP) IsPrivate() bool
func (ip IP) IsUnspecified() bool
func (ip IP) MarshalText() ([]byte, error)
func (ip IP) Mask(mask IPMask) IP
func (ip IP) String() string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:60
func (ip IP) To16() IP
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:61
func (ip IP) To4() IP
func (ip *IP) UnmarshalText(text []byte) error
type IPAddr struct{ IP IP; Zone string }
//gcsim:inline 1.19:2
func (a *IPAddr) Network() string
func (a *IPAddr) String() string
type IPConn struct{ conn }
//gcsim:leaks receiver=1
func (c *IPConn) ReadFrom(b []byte) (int, Addr, error)
//gcsim:leaks receiver=1
func (c *IPConn) ReadFromIP(b []byte) (int, *IPAddr, error)
//gcsim:leaks receiver=1
func (c *IPConn) ReadMsgIP(b []byte, oob []byte) (n int, oobn int, flags int, addr *IPAddr, err error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:42
func (c *IPConn) SyscallConn() (syscall.RawConn, error)
//gcsim:leaks receiver=1 addr=0
func (c *IPConn) WriteMsgIP(b []byte, oob []byte, addr *IPAddr) (n int, oobn int, err error)
//gcsim:leaks receiver=1 addr=0
func (c *IPConn) WriteTo(b []byte, addr Addr) (int, error)
//gcsim:leaks receiver=1 addr=0
func (c *IPConn) WriteToIP(b []byte, addr *IPAddr) (int, error)
type IPMask []byte
//gcsim:inline 1.19:78
func (m IPMask) Size() (ones int, bits int)
//gcsim:inline 1.19:54
func (m IPMask) String() string
type IPNet struct{ IP IP; Mask IPMask }
func (n *IPNet) Contains(ip IP) bool
//gcsim:inline 1.19:2
func (n *IPNet) Network() string
func (n *IPNet) String() string
//gcsim:inline 1.19:31
func IPv4(a byte, b byte, c byte, d byte) IP
//gcsim:inline 1.19:28
func IPv4Mask(a byte, b byte, c byte, d byte) IPMask
var IPv4allrouter IP
var IPv4allsys IP
var IPv4bcast IP
const IPv4len = 4
var IPv4zero IP
var IPv6interfacelocalallnodes IP
const IPv6len = 16
var IPv6linklocalallnodes IP
var IPv6linklocalallrouters IP
var IPv6loopback IP
var IPv6unspecified IP
var IPv6zero IP
type Interface struct{ Index int; MTU int; Name string; HardwareAddr HardwareAddr; Flags Flags }
func (ifi *Interface) Addrs() ([]Addr, error)
func (ifi *Interface) MulticastAddrs() ([]Addr, error)
func InterfaceAddrs() ([]Addr, error)
func InterfaceByIndex(index int) (*Interface, error)
func InterfaceByName(name string) (*Interface, error)
func Interfaces() ([]Interface, error)
type InvalidAddrError string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (e InvalidAddrError) Error() string
//gcsim:inline 1.19:2
func (e InvalidAddrError) Temporary() bool
//gcsim:inline 1.19:2
func (e InvalidAddrError) Timeout() bool
//gcsim:inline 1.19:75
func JoinHostPort(host string, port string) string
//gcsim:leaks network=0 address=0
func Listen(network string, address string) (Listener, error)
type ListenConfig struct{ Control func(network string, address string, c syscall.RawConn) error; KeepAlive time.Duration }
//gcsim:leaks receiver=1 ctx=0 network=0 address=0
func (lc *ListenConfig) Listen(ctx context.Context, network string, address string) (Listener, error)
//gcsim:leaks receiver=1 ctx=0 network=0 address=0
func (lc *ListenConfig) ListenPacket(ctx context.Context, network string, address string) (PacketConn, error)
//gcsim:leaks network=0 laddr=0
func ListenIP(network string, laddr *IPAddr) (*IPConn, error)
//gcsim:leaks network=0 gaddr=0
func ListenMulticastUDP(network string, ifi *Interface, gaddr *UDPAddr) (*UDPConn, error)
//gcsim:leaks network=0 address=0
func ListenPacket(network string, address string) (PacketConn, error)
//gcsim:leaks network=0 laddr=0
func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error)
//gcsim:leaks network=0 laddr=0
func ListenUDP(network string, laddr *UDPAddr) (*UDPConn, error)
//gcsim:leaks network=0 laddr=0
func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error)
//gcsim:leaks network=0 laddr=0
func ListenUnixgram(network string, laddr *UnixAddr) (*UnixConn, error)
type Listener interface{ Accept() (Conn, error); Addr() Addr; Close() error }
//gcsim:leaks addr=0
//gcsim:inline 1.19:76
func LookupAddr(addr string) (names []string, err error)
//gcsim:leaks host=0
//gcsim:inline 1.19:76
func LookupCNAME(host string) (cname string, err error)
//gcsim:leaks host=0
//gcsim:inline 1.19:76
func LookupHost(host string) (addrs []string, err error)
//gcsim:leaks host=0
func LookupIP(host string) ([]IP, error)
//gcsim:leaks name=0
//gcsim:inline 1.19:76
func LookupMX(name string) ([]*MX, error)
//gcsim:leaks name=0
//gcsim:inline 1.19:76
func LookupNS(name string) ([]*NS, error)
//gcsim:leaks network=0 service=0
//gcsim:inline 1.19:77
func LookupPort(network string, service string) (port int, err error)
//gcsim:leaks name=0
func LookupSRV(service string, proto string, name string) (cname string, addrs []*SRV, err error)
//gcsim:leaks name=0
func LookupTXT(name string) ([]string, error)
type MX struct{ Host string; Pref uint16 }
type NS struct{ Host string }
type OpError struct{ Op string; Net string; Source Addr; Addr Addr; Err error }
//gcsim:leaks receiver=1
func (e *OpError) Error() string
//gcsim:leaks receiver=1
func (e *OpError) Temporary() bool
//gcsim:leaks receiver=1
func (e *OpError) Timeout() bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *OpError) Unwrap() error
type PacketConn interface{ Close() error; LocalAddr() Addr; ReadFrom(p []byte) (n int, addr Addr, err error); SetDeadline(t time.Time) error; SetReadDeadline(t time.Time) error; SetWriteDeadline(t time.Time) error; WriteTo(p []byte, addr Addr) (n int, err error) }
//gcsim:leaks s=0
func ParseCIDR(s string) (IP, *IPNet, error)
type ParseError struct{ Type string; Text string }
//gcsim:inline 1.19:8
func (e *ParseError) Error() string
//gcsim:inline 1.19:2
func (e *ParseError) Temporary() bool
//gcsim:inline 1.19:2
func (e *ParseError) Timeout() bool
func ParseIP(s string) IP
//gcsim:leaks s=0
func ParseMAC(s string) (hw HardwareAddr, err error)
func Pipe() (Conn, Conn)
//gcsim:leaks network=0 address=0
func ResolveIPAddr(network string, address string) (*IPAddr, error)
//gcsim:leaks network=0 address=0
func ResolveTCPAddr(network string, address string) (*TCPAddr, error)
//gcsim:leaks network=0 address=0
func ResolveUDPAddr(network string, address string) (*UDPAddr, error)
//gcsim:leaks network=0 address=0
//gcsim:inline 1.19:19
func ResolveUnixAddr(network string, address string) (*UnixAddr, error)
type Resolver struct{ PreferGo bool; StrictErrors bool; Dial func(ctx context.Context, network string, address string) (Conn, error); lookupGroup singleflight.Group }
//gcsim:leaks ctx=0 addr=0
func (r *Resolver) LookupAddr(ctx context.Context, addr string) ([]string, error)
//gcsim:leaks receiver=0 ctx=0 host=0
func (r *Resolver) LookupCNAME(ctx context.Context, host string) (string, error)
//gcsim:leaks receiver=0 ctx=0 host=0
func (r *Resolver) LookupHost(ctx context.Context, host string) (addrs []string, err error)
//gcsim:leaks receiver=0 ctx=0 network=0 host=0
func (r *Resolver) LookupIP(ctx context.Context, network string, host string) ([]IP, error)
//gcsim:leaks receiver=0 ctx=0 host=0
//gcsim:inline 1.19:73
func (r *Resolver) LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error)
//gcsim:leaks ctx=0 name=0
func (r *Resolver) LookupMX(ctx context.Context, name string) ([]*MX, error)
//gcsim:leaks ctx=0 name=0
func (r *Resolver) LookupNS(ctx context.Context, name string) ([]*NS, error)
//gcsim:leaks receiver=0 ctx=0 network=0 host=0
func (r *Resolver) LookupNetIP(ctx context.Context, network string, host string) ([]netip.Addr, error)
//gcsim:leaks network=0 service=0
func (r *Resolver) LookupPort(ctx context.Context, network string, service string) (port int, err error)
//gcsim:leaks ctx=0 name=0
func (r *Resolver) LookupSRV(ctx context.Context, service string, proto string, name string) (string, []*SRV, error)
//gcsim:leaks ctx=0 name=0
func (r *Resolver) LookupTXT(ctx context.Context, name string) ([]string, error)
type SRV struct{ Target string; Port uint16; Priority uint16; Weight uint16 }
//gcsim:leaks hostport=0
func SplitHostPort(hostport string) (host string, port string, err error)
type TCPAddr struct{ IP IP; Port int; Zone string }
//gcsim:leaks receiver=1
func (a *TCPAddr) AddrPort() netip.AddrPort
//gcsim:inline 1.19:2
func (a *TCPAddr) Network() string
func (a *TCPAddr) String() string
//gcsim:leaks addr=1
func TCPAddrFromAddrPort(addr netip.AddrPort) *TCPAddr
type TCPConn struct{ conn }
//gcsim:leaks receiver=1
func (c *TCPConn) CloseRead() error
//gcsim:leaks receiver=1
func (c *TCPConn) CloseWrite() error
//gcsim:leaks receiver=0 r=0
func (c *TCPConn) ReadFrom(r io.Reader) (int64, error)
//gcsim:leaks receiver=1
func (c *TCPConn) SetKeepAlive(keepalive bool) error
//gcsim:leaks receiver=1
func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error
//gcsim:leaks receiver=1
func (c *TCPConn) SetLinger(sec int) error
//gcsim:leaks receiver=1
func (c *TCPConn) SetNoDelay(noDelay bool) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:42
func (c *TCPConn) SyscallConn() (syscall.RawConn, error)
type TCPListener struct{ fd *struct{}; lc ListenConfig }
//gcsim:leaks receiver=1
func (l *TCPListener) Accept() (Conn, error)
//gcsim:leaks receiver=1
func (l *TCPListener) AcceptTCP() (*TCPConn, error)
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:4
func (l *TCPListener) Addr() Addr
//gcsim:leaks receiver=1
func (l *TCPListener) Close() error
//gcsim:leaks receiver=1
func (l *TCPListener) File() (f *os.File, err error)
//gcsim:leaks receiver=1
func (l *TCPListener) SetDeadline(t time.Time) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:41
func (l *TCPListener) SyscallConn() (syscall.RawConn, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (ln *TCPListener) close() interface{}
//gcsim:inline 1.19:9
func (ln *TCPListener) ok() bool
type UDPAddr struct{ IP IP; Port int; Zone string }
//gcsim:leaks receiver=1
func (a *UDPAddr) AddrPort() netip.AddrPort
//gcsim:inline 1.19:2
func (a *UDPAddr) Network() string
func (a *UDPAddr) String() string
//gcsim:leaks addr=1
func UDPAddrFromAddrPort(addr netip.AddrPort) *UDPAddr
type UDPConn struct{ conn }
//gcsim:leaks receiver=1
func (c *UDPConn) ReadFrom(b []byte) (int, Addr, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:77
func (c *UDPConn) ReadFromUDP(b []byte) (n int, addr *UDPAddr, err error)
//gcsim:leaks receiver=1
func (c *UDPConn) ReadFromUDPAddrPort(b []byte) (n int, addr netip.AddrPort, err error)
//gcsim:leaks receiver=1
func (c *UDPConn) ReadMsgUDP(b []byte, oob []byte) (n int, oobn int, flags int, addr *UDPAddr, err error)
//gcsim:leaks receiver=1
func (c *UDPConn) ReadMsgUDPAddrPort(b []byte, oob []byte) (n int, oobn int, flags int, addr netip.AddrPort, err error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:42
func (c *UDPConn) SyscallConn() (syscall.RawConn, error)
//gcsim:leaks receiver=1 addr=0
func (c *UDPConn) WriteMsgUDP(b []byte, oob []byte, addr *UDPAddr) (n int, oobn int, err error)
//gcsim:leaks receiver=1 addr=0
func (c *UDPConn) WriteMsgUDPAddrPort(b []byte, oob []byte, addr netip.AddrPort) (n int, oobn int, err error)
//gcsim:leaks receiver=1 addr=0
func (c *UDPConn) WriteTo(b []byte, addr Addr) (int, error)
//gcsim:leaks receiver=1 addr=0
func (c *UDPConn) WriteToUDP(b []byte, addr *UDPAddr) (int, error)
//gcsim:leaks receiver=1 addr=0
func (c *UDPConn) WriteToUDPAddrPort(b []byte, addr netip.AddrPort) (int, error)
type UnixAddr struct{ Name string; Net string }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (a *UnixAddr) Network() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:9
func (a *UnixAddr) String() string
type UnixConn struct{ conn }
//gcsim:leaks receiver=1
func (c *UnixConn) CloseRead() error
//gcsim:leaks receiver=1
func (c *UnixConn) CloseWrite() error
//gcsim:leaks receiver=1
func (c *UnixConn) ReadFrom(b []byte) (int, Addr, error)
//gcsim:leaks receiver=1
func (c *UnixConn) ReadFromUnix(b []byte) (int, *UnixAddr, error)
//gcsim:leaks receiver=1
func (c *UnixConn) ReadMsgUnix(b []byte, oob []byte) (n int, oobn int, flags int, addr *UnixAddr, err error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:42
func (c *UnixConn) SyscallConn() (syscall.RawConn, error)
//gcsim:leaks receiver=1 addr=0
func (c *UnixConn) WriteMsgUnix(b []byte, oob []byte, addr *UnixAddr) (n int, oobn int, err error)
//gcsim:leaks receiver=1 addr=0
func (c *UnixConn) WriteTo(b []byte, addr Addr) (int, error)
//gcsim:leaks receiver=1 addr=0
func (c *UnixConn) WriteToUnix(b []byte, addr *UnixAddr) (int, error)
type UnixListener struct{ fd *struct{}; path string; unlink bool; unlinkOnce sync.Once }
//gcsim:leaks receiver=1
func (l *UnixListener) Accept() (Conn, error)
//gcsim:leaks receiver=1
func (l *UnixListener) AcceptUnix() (*UnixConn, error)
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:4
func (l *UnixListener) Addr() Addr
//gcsim:leaks receiver=0
func (l *UnixListener) Close() error
//gcsim:leaks receiver=1
func (l *UnixListener) File() (f *os.File, err error)
//gcsim:leaks receiver=1
func (l *UnixListener) SetDeadline(t time.Time) error
//gcsim:inline 1.19:4
func (l *UnixListener) SetUnlinkOnClose(unlink bool)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:41
func (l *UnixListener) SyscallConn() (syscall.RawConn, error)
//gcsim:leaks receiver=0
func (ln *UnixListener) close() interface{}
//gcsim:inline 1.19:9
func (ln *UnixListener) ok() bool
type UnknownNetworkError string
//gcsim:inline 1.19:4
func (e UnknownNetworkError) Error() string
//gcsim:inline 1.19:2
func (e UnknownNetworkError) Temporary() bool
//gcsim:inline 1.19:2
func (e UnknownNetworkError) Timeout() bool
func concurrentThreadsLimit() int
type conn struct{ fd *struct{} }
//gcsim:leaks receiver=1
func (c *conn) Close() error
//gcsim:leaks receiver=1
func (c *conn) File() (f *os.File, err error)
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:20
func (c *conn) LocalAddr() Addr
//gcsim:leaks receiver=1
func (c *conn) Read(b []byte) (int, error)
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:20
func (c *conn) RemoteAddr() Addr
//gcsim:leaks receiver=1
func (c *conn) SetDeadline(t time.Time) error
//gcsim:leaks receiver=1
func (c *conn) SetReadBuffer(bytes int) error
//gcsim:leaks receiver=1
func (c *conn) SetReadDeadline(t time.Time) error
//gcsim:leaks receiver=1
func (c *conn) SetWriteBuffer(bytes int) error
//gcsim:leaks receiver=1
func (c *conn) SetWriteDeadline(t time.Time) error
//gcsim:leaks receiver=1
func (c *conn) Write(b []byte) (int, error)
//gcsim:inline 1.19:9
func (c *conn) ok() bool
func fastrandu() uint
//gcsim:inline 1.19:43
func hexString(b []struct{}) string
func isIPv4(addr interface{}) bool
//gcsim:inline 1.19:23
func isZeros(p []struct{}) bool
//gcsim:inline 1.19:21
func lowerASCIIBytes(x []struct{})
func maxListenerBacklog() int
//gcsim:inline 1.19:63
func randInt() int
//gcsim:leaks fd=0
func setNoDelay(fd *struct{}, noDelay bool) interface{}
//gcsim:inline 1.19:60
func simpleMaskLength(mask []struct{}) int
//gcsim:leaks s=0
func splitAtBytes(s string, t string) []struct{}
//gcsim:inline 1.19:65
func stringsEqualFold(s string, t string) bool
