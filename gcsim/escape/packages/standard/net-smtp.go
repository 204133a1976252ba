// Package net/smtp of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package smtp
import "crypto/tls"
import "io"
import "net"
import "net/textproto"
type Auth interface{ Next(fromServer []byte, more bool) (toServer []byte, err error); Start(server *ServerInfo) (proto string, toServer []byte, err error) }
//gcsim:leaks username=0 secret=0
//gcsim:inline 1.19:8
func CRAMMD5Auth(username string, secret string) Auth
type Client struct{ Text *textproto.Conn; conn interface{}; tls bool; serverName string; ext map[int]struct{}; auth []struct{}; localName string; didHello bool; helloError interface{} }
//gcsim:leaks receiver=1 a=0
func (c *Client) Auth(a Auth) error
//gcsim:leaks receiver=2
//gcsim:inline 1.19:67
func (c *Client) Close() error
//gcsim:leaks receiver=0
func (c *Client) Data() (io.WriteCloser, error)
//gcsim:leaks receiver=1
func (c *Client) Extension(ext string) (bool, string)
//gcsim:leaks receiver=1 localName=0
func (c *Client) Hello(localName string) error
//gcsim:leaks receiver=1 from=0
func (c *Client) Mail(from string) error
//gcsim:leaks receiver=1
func (c *Client) Noop() error
//gcsim:leaks receiver=1
func (c *Client) Quit() error
//gcsim:leaks receiver=1 to=0
func (c *Client) Rcpt(to string) error
//gcsim:leaks receiver=1
func (c *Client) Reset() error
//gcsim:leaks receiver=1 config=0
func (c *Client) StartTLS(config *tls.Config) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:74
func (c *Client) TLSConnectionState() (state tls.ConnectionState, ok bool)
//gcsim:leaks receiver=1 addr=0
func (c *Client) Verify(addr string) error
//gcsim:leaks receiver=1 args=1
func (c *Client) cmd(expectCode int, format string, args ...interface{}) (int, string, interface{})
//gcsim:leaks addr=0
func Dial(addr string) (*Client, error)
//gcsim:leaks conn=0 host=0
func NewClient(conn net.Conn, host string) (*Client, error)
//gcsim:leaks identity=0 username=0 password=0 host=0
//gcsim:inline 1.19:12
func PlainAuth(identity string, username string, password string, host string) Auth
//gcsim:leaks addr=0 a=0 from=0 to=1 msg=0
func SendMail(addr string, a Auth, from string, to []string, msg []byte) error
type ServerInfo struct{ Name string; TLS bool; Auth []string }
//gcsim:inline 1.19:12
func isLocalhost(name string) bool
