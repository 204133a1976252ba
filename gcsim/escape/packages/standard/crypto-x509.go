// Package crypto/x509 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package x509
import "crypto"
import "crypto/ecdsa"
import "crypto/rsa"
import "crypto/x509/pkix"
import "encoding/asn1"
import "encoding/pem"
import "io"
import "math/big"
import "net"
import "net/url"
import "time"
const CANotAuthorizedForExtKeyUsage InvalidReason = 9
const CANotAuthorizedForThisName InvalidReason = 2
type CertPool struct{ byName map[int]struct{}; lazyCerts []struct{}; haveSum map[int]struct{}; systemPool bool }
//gcsim:leaks receiver=1 cert=0
func (s *CertPool) AddCert(cert *Certificate)
//gcsim:leaks receiver=1
func (s *CertPool) AppendCertsFromPEM(pemCerts []byte) (ok bool)
//gcsim:leaks receiver=2
//gcsim:inline 1.19:68
func (s *CertPool) Clone() *CertPool
//gcsim:inline 1.19:44
func (s *CertPool) Equal(other *CertPool) bool
//gcsim:leaks receiver=2
//gcsim:inline 1.19:35
func (s *CertPool) Subjects() [][]byte
//gcsim:inline 1.19:10
func (s *CertPool) len() int
type Certificate struct{ Raw []byte; RawTBSCertificate []byte; RawSubjectPublicKeyInfo []byte; RawSubject []byte; RawIssuer []byte; Signature []byte; SignatureAlgorithm SignatureAlgorithm; PublicKeyAlgorithm PublicKeyAlgorithm; PublicKey any; Version int; SerialNumber *big.Int; Issuer pkix.Name; Subject pkix.Name; NotBefore time.Time; NotAfter time.Time; KeyUsage KeyUsage; Extensions []pkix.Extension; ExtraExtensions []pkix.Extension; UnhandledCriticalExtensions []asn1.ObjectIdentifier; ExtKeyUsage []ExtKeyUsage; UnknownExtKeyUsage []asn1.ObjectIdentifier; BasicConstraintsValid bool; IsCA bool; MaxPathLen int; MaxPathLenZero bool; SubjectKeyId []byte; AuthorityKeyId []byte; OCSPServer []string; IssuingCertificateURL []string; DNSNames []string; EmailAddresses []string; IPAddresses []net.IP; URIs []*url.URL; PermittedDNSDomainsCritical bool; PermittedDNSDomains []string; ExcludedDNSDomains []string; PermittedIPRanges []*net.IPNet; ExcludedIPRanges []*net.IPNet; PermittedEmailAddresses []string; ExcludedEmailAddresses []string; PermittedURIDomains []string; ExcludedURIDomains []string; CRLDistributionPoints []string; PolicyIdentifiers []asn1.ObjectIdentifier }
//gcsim:leaks receiver=1 crl=1
func (c *Certificate) CheckCRLSignature(crl *pkix.CertificateList) error
//gcsim:leaks receiver=1 signed=0 signature=0
//gcsim:inline 1.19:66
func (c *Certificate) CheckSignature(algo SignatureAlgorithm, signed []byte, signature []byte) error
//gcsim:leaks receiver=1 parent=1
func (c *Certificate) CheckSignatureFrom(parent *Certificate) error
//gcsim:leaks receiver=1 rand=0 priv=0 revokedCerts=1 now=0 expiry=0
func (c *Certificate) CreateCRL(rand io.Reader, priv any, revokedCerts []pkix.RevokedCertificate, now time.Time, expiry time.Time) (crlBytes []byte, err error)
//gcsim:inline 1.19:25
func (c *Certificate) Equal(other *Certificate) bool
//gcsim:leaks receiver=0 opts=0
func (c *Certificate) Verify(opts VerifyOptions) (chains [][]*Certificate, err error)
//gcsim:leaks receiver=0 h=0
func (c *Certificate) VerifyHostname(h string) error
type CertificateInvalidError struct{ Cert *Certificate; Reason InvalidReason; Detail string }
//gcsim:inline 1.19:53
func (e CertificateInvalidError) Error() string
type CertificateRequest struct{ Raw []byte; RawTBSCertificateRequest []byte; RawSubjectPublicKeyInfo []byte; RawSubject []byte; Version int; Signature []byte; SignatureAlgorithm SignatureAlgorithm; PublicKeyAlgorithm PublicKeyAlgorithm; PublicKey any; Subject pkix.Name; Attributes []pkix.AttributeTypeAndValueSET; Extensions []pkix.Extension; ExtraExtensions []pkix.Extension; DNSNames []string; EmailAddresses []string; IPAddresses []net.IP; URIs []*url.URL }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:69
func (c *CertificateRequest) CheckSignature() error
type ConstraintViolationError struct{}
//gcsim:inline 1.19:2
func (ConstraintViolationError) Error() string
//gcsim:leaks rand=0 template=1 parent=1 pub=0 priv=0
func CreateCertificate(rand io.Reader, template *Certificate, parent *Certificate, pub any, priv any) ([]byte, error)
//gcsim:leaks rand=0 template=1 priv=0
func CreateCertificateRequest(rand io.Reader, template *CertificateRequest, priv any) (csr []byte, err error)
//gcsim:leaks rand=0 template=1 issuer=1 priv=0
func CreateRevocationList(rand io.Reader, template *RevocationList, issuer *Certificate, priv crypto.Signer) ([]byte, error)
const DSA PublicKeyAlgorithm = 2
const DSAWithSHA1 SignatureAlgorithm = 7
const DSAWithSHA256 SignatureAlgorithm = 8
//gcsim:leaks b=1
func DecryptPEMBlock(b *pem.Block, password []byte) ([]byte, error)
const ECDSA PublicKeyAlgorithm = 3
const ECDSAWithSHA1 SignatureAlgorithm = 9
const ECDSAWithSHA256 SignatureAlgorithm = 10
const ECDSAWithSHA384 SignatureAlgorithm = 11
const ECDSAWithSHA512 SignatureAlgorithm = 12
const Ed25519 PublicKeyAlgorithm = 4
//gcsim:leaks rand=0 blockType=0
func EncryptPEMBlock(rand io.Reader, blockType string, data []byte, password []byte, alg PEMCipher) (*pem.Block, error)
var ErrUnsupportedAlgorithm error
const Expired InvalidReason = 1
type ExtKeyUsage int
const ExtKeyUsageAny ExtKeyUsage = 0
const ExtKeyUsageClientAuth ExtKeyUsage = 2
const ExtKeyUsageCodeSigning ExtKeyUsage = 3
const ExtKeyUsageEmailProtection ExtKeyUsage = 4
const ExtKeyUsageIPSECEndSystem ExtKeyUsage = 5
const ExtKeyUsageIPSECTunnel ExtKeyUsage = 6
const ExtKeyUsageIPSECUser ExtKeyUsage = 7
const ExtKeyUsageMicrosoftCommercialCodeSigning ExtKeyUsage = 12
const ExtKeyUsageMicrosoftKernelCodeSigning ExtKeyUsage = 13
const ExtKeyUsageMicrosoftServerGatedCrypto ExtKeyUsage = 10
const ExtKeyUsageNetscapeServerGatedCrypto ExtKeyUsage = 11
const ExtKeyUsageOCSPSigning ExtKeyUsage = 9
const ExtKeyUsageServerAuth ExtKeyUsage = 1
const ExtKeyUsageTimeStamping ExtKeyUsage = 8
type HostnameError struct{ Certificate *Certificate; Host string }
//gcsim:leaks receiver=0
func (h HostnameError) Error() string
const IncompatibleUsage InvalidReason = 4
var IncorrectPasswordError error
type InsecureAlgorithmError int
//gcsim:inline 1.19:80
func (e InsecureAlgorithmError) Error() string
type InvalidReason int
//gcsim:inline 1.19:11
func IsEncryptedPEMBlock(b *pem.Block) bool
type KeyUsage int
const KeyUsageCRLSign KeyUsage = 64
const KeyUsageCertSign KeyUsage = 32
const KeyUsageContentCommitment KeyUsage = 2
const KeyUsageDataEncipherment KeyUsage = 8
const KeyUsageDecipherOnly KeyUsage = 256
const KeyUsageDigitalSignature KeyUsage = 1
const KeyUsageEncipherOnly KeyUsage = 128
const KeyUsageKeyAgreement KeyUsage = 16
const KeyUsageKeyEncipherment KeyUsage = 4
const MD2WithRSA SignatureAlgorithm = 1
const MD5WithRSA SignatureAlgorithm = 2
//gcsim:leaks key=1
func MarshalECPrivateKey(key *ecdsa.PrivateKey) ([]byte, error)
//gcsim:leaks key=2
func MarshalPKCS1PrivateKey(key *rsa.PrivateKey) []byte
//gcsim:leaks key=1
func MarshalPKCS1PublicKey(key *rsa.PublicKey) []byte
//gcsim:leaks key=0
func MarshalPKCS8PrivateKey(key any) ([]byte, error)
//gcsim:leaks pub=0
func MarshalPKIXPublicKey(pub any) ([]byte, error)
const NameConstraintsWithoutSANs InvalidReason = 6
const NameMismatch InvalidReason = 5
//gcsim:inline 1.19:9
func NewCertPool() *CertPool
const NotAuthorizedToSign InvalidReason = 0
type PEMCipher int
const PEMCipher3DES PEMCipher = 2
const PEMCipherAES128 PEMCipher = 3
const PEMCipherAES192 PEMCipher = 4
const PEMCipherAES256 PEMCipher = 5
const PEMCipherDES PEMCipher = 1
//gcsim:leaks crlBytes=0
func ParseCRL(crlBytes []byte) (*pkix.CertificateList, error)
//gcsim:leaks der=0
func ParseCertificate(der []byte) (*Certificate, error)
//gcsim:leaks asn1Data=0
func ParseCertificateRequest(asn1Data []byte) (*CertificateRequest, error)
//gcsim:leaks der=0
func ParseCertificates(der []byte) ([]*Certificate, error)
//gcsim:leaks derBytes=0
func ParseDERCRL(derBytes []byte) (*pkix.CertificateList, error)
//gcsim:leaks der=0
//gcsim:inline 1.19:71
func ParseECPrivateKey(der []byte) (*ecdsa.PrivateKey, error)
//gcsim:leaks der=0
func ParsePKCS1PrivateKey(der []byte) (*rsa.PrivateKey, error)
//gcsim:leaks der=0
func ParsePKCS1PublicKey(der []byte) (*rsa.PublicKey, error)
//gcsim:leaks der=0
func ParsePKCS8PrivateKey(der []byte) (key any, err error)
//gcsim:leaks derBytes=0
func ParsePKIXPublicKey(derBytes []byte) (pub any, err error)
//gcsim:leaks der=0
func ParseRevocationList(der []byte) (*RevocationList, error)
type PublicKeyAlgorithm int
//gcsim:inline 1.19:78
func (algo PublicKeyAlgorithm) String() string
const PureEd25519 SignatureAlgorithm = 16
const RSA PublicKeyAlgorithm = 1
type RevocationList struct{ Raw []byte; RawTBSRevocationList []byte; RawIssuer []byte; Issuer pkix.Name; AuthorityKeyId []byte; Signature []byte; SignatureAlgorithm SignatureAlgorithm; RevokedCertificates []pkix.RevokedCertificate; Number *big.Int; ThisUpdate time.Time; NextUpdate time.Time; Extensions []pkix.Extension; ExtraExtensions []pkix.Extension }
//gcsim:leaks receiver=1 parent=1
func (rl *RevocationList) CheckSignatureFrom(parent *Certificate) error
const SHA1WithRSA SignatureAlgorithm = 3
const SHA256WithRSA SignatureAlgorithm = 4
const SHA256WithRSAPSS SignatureAlgorithm = 13
const SHA384WithRSA SignatureAlgorithm = 5
const SHA384WithRSAPSS SignatureAlgorithm = 14
const SHA512WithRSA SignatureAlgorithm = 6
const SHA512WithRSAPSS SignatureAlgorithm = 15
type SignatureAlgorithm int
//gcsim:inline 1.19:80
func (algo SignatureAlgorithm) String() string
func SystemCertPool() (*CertPool, error)
type SystemRootsError struct{ Err error }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:77
func (se SystemRootsError) Error() string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (se SystemRootsError) Unwrap() error
const TooManyConstraints InvalidReason = 8
const TooManyIntermediates InvalidReason = 3
const UnconstrainedName InvalidReason = 7
type UnhandledCriticalExtension struct{}
//gcsim:inline 1.19:2
func (h UnhandledCriticalExtension) Error() string
type UnknownAuthorityError struct{ Cert *Certificate; hintErr interface{}; hintCert *struct{} }
//gcsim:leaks receiver=0
func (e UnknownAuthorityError) Error() string
const UnknownPublicKeyAlgorithm PublicKeyAlgorithm = 0
const UnknownSignatureAlgorithm SignatureAlgorithm = 0
type VerifyOptions struct{ DNSName string; Intermediates *CertPool; Roots *CertPool; CurrentTime time.Time; KeyUsages []ExtKeyUsage; MaxConstraintComparisions int }
//gcsim:leaks signed=0 signature=0 publicKey=0
func checkSignature(algo SignatureAlgorithm, signed []struct{}, signature []struct{}, publicKey interface{}, allowSHA1 bool) (err interface{})
func loadSystemRoots() (*struct{}, interface{})
//gcsim:inline 1.19:49
func oidInExtensions(oid []struct{}, extensions []struct{}) bool
//gcsim:leaks host=0
func validHostname(host string, isPattern bool) bool
