// Package crypto/tls of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package tls
import "bytes"
import "context"
import "crypto"
import "crypto/x509"
import "io"
import "net"
import "sync"
import "time"
type Certificate struct{ Certificate [][]byte; PrivateKey crypto.PrivateKey; SupportedSignatureAlgorithms []SignatureScheme; OCSPStaple []byte; SignedCertificateTimestamps [][]byte; Leaf *x509.Certificate }
type CertificateRequestInfo struct{ AcceptableCAs [][]byte; SignatureSchemes []SignatureScheme; Version uint16; ctx interface{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *CertificateRequestInfo) Context() context.Context
//gcsim:leaks c=1
func (cri *CertificateRequestInfo) SupportsCertificate(c *Certificate) error
type CipherSuite struct{ ID uint16; Name string; SupportedVersions []uint16; Insecure bool }
func CipherSuiteName(id uint16) string
func CipherSuites() []*CipherSuite
//gcsim:leaks conn=0 config=0
//gcsim:inline 1.19:20
func Client(conn net.Conn, config *Config) *Conn
type ClientAuthType int
func (i ClientAuthType) String() string
type ClientHelloInfo struct{ CipherSuites []uint16; ServerName string; SupportedCurves []CurveID; SupportedPoints []uint8; SignatureSchemes []SignatureScheme; SupportedProtos []string; SupportedVersions []uint16; Conn net.Conn; config *struct{}; ctx interface{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *ClientHelloInfo) Context() context.Context
//gcsim:leaks receiver=1 c=1
func (chi *ClientHelloInfo) SupportsCertificate(c *Certificate) error
type ClientSessionCache interface{ Get(sessionKey string) (session *ClientSessionState, ok bool); Put(sessionKey string, cs *ClientSessionState) }
type ClientSessionState struct{ sessionTicket []struct{}; vers uint16; cipherSuite uint16; masterSecret []struct{}; serverCertificates []struct{}; verifiedChains []struct{}; receivedAt time.Time; ocspResponse []struct{}; scts []struct{}; nonce []struct{}; useBy time.Time; ageAdd uint32 }
type Config struct{ Rand io.Reader; Time func() time.Time; Certificates []Certificate; NameToCertificate map[string]*Certificate; GetCertificate func(*ClientHelloInfo) (*Certificate, error); GetClientCertificate func(*CertificateRequestInfo) (*Certificate, error); GetConfigForClient func(*ClientHelloInfo) (*Config, error); VerifyPeerCertificate func(rawCerts [][]byte, verifiedChains [][]*x509.Certificate) error; VerifyConnection func(ConnectionState) error; RootCAs *x509.CertPool; NextProtos []string; ServerName string; ClientAuth ClientAuthType; ClientCAs *x509.CertPool; InsecureSkipVerify bool; CipherSuites []uint16; PreferServerCipherSuites bool; SessionTicketsDisabled bool; SessionTicketKey [32]byte; ClientSessionCache ClientSessionCache; MinVersion uint16; MaxVersion uint16; CurvePreferences []CurveID; DynamicRecordSizingDisabled bool; Renegotiation RenegotiationSupport; KeyLogWriter io.Writer; mutex sync.RWMutex; sessionTicketKeys []struct{}; autoSessionTicketKeys []struct{} }
//gcsim:leaks receiver=1
func (c *Config) BuildNameToCertificate()
//gcsim:leaks receiver=0
func (c *Config) Clone() *Config
//gcsim:leaks receiver=0
func (c *Config) SetSessionTicketKeys(keys [][32]byte)
func (c *Config) supportedVersions(isClient bool) []struct{}
type Conn struct{ conn interface{}; isClient bool; handshakeFn func(); handshakeStatus uint32; handshakeMutex sync.Mutex; handshakeErr interface{}; vers uint16; haveVers bool; config *struct{}; handshakes int; didResume bool; cipherSuite uint16; ocspResponse []struct{}; scts []struct{}; peerCertificates []struct{}; verifiedChains []struct{}; serverName string; secureRenegotiation bool; ekm func(); resumptionSecret []struct{}; ticketKeys []struct{}; clientFinishedIsFirst bool; closeNotifyErr interface{}; closeNotifySent bool; clientFinished [12]byte; serverFinished [12]byte; clientProtocol string; in halfConn; out halfConn; rawInput bytes.Buffer; input bytes.Reader; hand bytes.Buffer; buffering bool; sendBuf []struct{}; bytesSent int64; packetsSent int64; retryCount int; activeCall int32; tmp [16]byte }
//gcsim:leaks receiver=0
func (c *Conn) Close() error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:76
func (c *Conn) CloseWrite() error
//gcsim:leaks receiver=0
func (c *Conn) ConnectionState() ConnectionState
//gcsim:leaks receiver=0
//gcsim:inline 1.19:71
func (c *Conn) Handshake() error
//gcsim:leaks receiver=0 ctx=0
//gcsim:inline 1.19:62
func (c *Conn) HandshakeContext(ctx context.Context) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (c *Conn) LocalAddr() net.Addr
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *Conn) NetConn() net.Conn
//gcsim:leaks receiver=0
func (c *Conn) OCSPResponse() []byte
//gcsim:leaks receiver=0
func (c *Conn) Read(b []byte) (int, error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (c *Conn) RemoteAddr() net.Addr
//gcsim:leaks receiver=1 t=0
//gcsim:inline 1.19:63
func (c *Conn) SetDeadline(t time.Time) error
//gcsim:leaks receiver=1 t=0
//gcsim:inline 1.19:63
func (c *Conn) SetReadDeadline(t time.Time) error
//gcsim:leaks receiver=1 t=0
//gcsim:inline 1.19:63
func (c *Conn) SetWriteDeadline(t time.Time) error
//gcsim:leaks receiver=0 host=0
func (c *Conn) VerifyHostname(host string) error
//gcsim:leaks receiver=0 b=0
func (c *Conn) Write(b []byte) (int, error)
//gcsim:leaks receiver=0
func (c *Conn) closeNotify() interface{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:8
func (c *Conn) handshakeComplete() bool
//gcsim:leaks receiver=0 ctx=0
func (c *Conn) handshakeContext(ctx interface{}) (ret interface{})
//gcsim:leaks receiver=0
func (c *Conn) readRecordOrCCS(expectChangeCipherSpec bool) interface{}
//gcsim:leaks receiver=0
func (c *Conn) writeChangeCipherRecord() interface{}
type ConnectionState struct{ Version uint16; HandshakeComplete bool; DidResume bool; CipherSuite uint16; NegotiatedProtocol string; NegotiatedProtocolIsMutual bool; ServerName string; PeerCertificates []*x509.Certificate; VerifiedChains [][]*x509.Certificate; SignedCertificateTimestamps [][]byte; OCSPResponse []byte; TLSUnique []byte; ekm func() }
//gcsim:leaks label=0 context=0
//gcsim:inline 1.19:73
func (cs *ConnectionState) ExportKeyingMaterial(label string, context []byte, length int) ([]byte, error)
type CurveID uint16
func (i CurveID) String() string
const CurveP256 CurveID = 23
const CurveP384 CurveID = 24
const CurveP521 CurveID = 25
//gcsim:leaks network=0 addr=0 config=0
func Dial(network string, addr string, config *Config) (*Conn, error)
//gcsim:leaks dialer=1 network=0 addr=0 config=0
//gcsim:inline 1.19:78
func DialWithDialer(dialer *net.Dialer, network string, addr string, config *Config) (*Conn, error)
type Dialer struct{ NetDialer *net.Dialer; Config *Config }
//gcsim:leaks receiver=1 network=0 addr=0
//gcsim:inline 1.19:77
func (d *Dialer) Dial(network string, addr string) (net.Conn, error)
//gcsim:leaks receiver=1 ctx=0 network=0 addr=0
func (d *Dialer) DialContext(ctx context.Context, network string, addr string) (net.Conn, error)
const ECDSAWithP256AndSHA256 SignatureScheme = 1027
const ECDSAWithP384AndSHA384 SignatureScheme = 1283
const ECDSAWithP521AndSHA512 SignatureScheme = 1539
const ECDSAWithSHA1 SignatureScheme = 515
const Ed25519 SignatureScheme = 2055
func InsecureCipherSuites() []*CipherSuite
//gcsim:leaks network=0 laddr=0 config=0
func Listen(network string, laddr string, config *Config) (net.Listener, error)
//gcsim:leaks certFile=0 keyFile=0
func LoadX509KeyPair(certFile string, keyFile string) (Certificate, error)
//gcsim:inline 1.19:44
func NewLRUClientSessionCache(capacity int) ClientSessionCache
//gcsim:leaks inner=0 config=0
//gcsim:inline 1.19:17
func NewListener(inner net.Listener, config *Config) net.Listener
const NoClientCert ClientAuthType = 0
const PKCS1WithSHA1 SignatureScheme = 513
const PKCS1WithSHA256 SignatureScheme = 1025
const PKCS1WithSHA384 SignatureScheme = 1281
const PKCS1WithSHA512 SignatureScheme = 1537
const PSSWithSHA256 SignatureScheme = 2052
const PSSWithSHA384 SignatureScheme = 2053
const PSSWithSHA512 SignatureScheme = 2054
type RecordHeaderError struct{ Msg string; RecordHeader [5]byte; Conn net.Conn }
//gcsim:inline 1.19:5
func (e RecordHeaderError) Error() string
const RenegotiateFreelyAsClient RenegotiationSupport = 2
const RenegotiateNever RenegotiationSupport = 0
const RenegotiateOnceAsClient RenegotiationSupport = 1
type RenegotiationSupport int
const RequestClientCert ClientAuthType = 1
const RequireAndVerifyClientCert ClientAuthType = 4
const RequireAnyClientCert ClientAuthType = 2
//gcsim:leaks conn=0 config=0
//gcsim:inline 1.19:18
func Server(conn net.Conn, config *Config) *Conn
type SignatureScheme uint16
func (i SignatureScheme) String() string
const TLS_AES_128_GCM_SHA256 uint16 = 4865
const TLS_AES_256_GCM_SHA384 uint16 = 4866
const TLS_CHACHA20_POLY1305_SHA256 uint16 = 4867
const TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA uint16 = 49161
const TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256 uint16 = 49187
const TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 uint16 = 49195
const TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA uint16 = 49162
const TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 uint16 = 49196
const TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305 uint16 = 52393
const TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256 uint16 = 52393
const TLS_ECDHE_ECDSA_WITH_RC4_128_SHA uint16 = 49159
const TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA uint16 = 49170
const TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA uint16 = 49171
const TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256 uint16 = 49191
const TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 uint16 = 49199
const TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA uint16 = 49172
const TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 uint16 = 49200
const TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305 uint16 = 52392
const TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 uint16 = 52392
const TLS_ECDHE_RSA_WITH_RC4_128_SHA uint16 = 49169
const TLS_FALLBACK_SCSV uint16 = 22016
const TLS_RSA_WITH_3DES_EDE_CBC_SHA uint16 = 10
const TLS_RSA_WITH_AES_128_CBC_SHA uint16 = 47
const TLS_RSA_WITH_AES_128_CBC_SHA256 uint16 = 60
const TLS_RSA_WITH_AES_128_GCM_SHA256 uint16 = 156
const TLS_RSA_WITH_AES_256_CBC_SHA uint16 = 53
const TLS_RSA_WITH_AES_256_GCM_SHA384 uint16 = 157
const TLS_RSA_WITH_RC4_128_SHA uint16 = 5
const VerifyClientCertIfGiven ClientAuthType = 3
const VersionSSL30 = 768
const VersionTLS10 = 769
const VersionTLS11 = 770
const VersionTLS12 = 771
const VersionTLS13 = 772
const X25519 CurveID = 29
func X509KeyPair(certPEMBlock []byte, keyPEMBlock []byte) (Certificate, error)
//gcsim:inline 1.19:3
func fipsCipherSuites(c *struct{}) []struct{}
//gcsim:inline 1.19:3
func fipsCurvePreferences(c *struct{}) []struct{}
type halfConn struct{ Mutex sync.Mutex; err interface{}; version uint16; cipher interface{}; mac interface{}; seq [8]byte; scratchBuf [13]byte; nextCipher interface{}; nextMac interface{}; trafficSecret []struct{} }
//gcsim:inline 1.19:2
func needFIPS() bool
func prfAndHashForVersion(version uint16, suite *struct{}) (func(), crypto.Hash)
//gcsim:inline 1.19:26
func supportedVersionsFromMax(maxVersion uint16) []struct{}
