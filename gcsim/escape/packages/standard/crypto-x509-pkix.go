// Package crypto/x509/pkix of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package pkix
import "encoding/asn1"
import "math/big"
import "time"
type AlgorithmIdentifier struct{ Algorithm asn1.ObjectIdentifier; Parameters asn1.RawValue }
type AttributeTypeAndValue struct{ Type asn1.ObjectIdentifier; Value any }
type AttributeTypeAndValueSET struct{ Type asn1.ObjectIdentifier; Value [][]AttributeTypeAndValue }
type CertificateList struct{ TBSCertList TBSCertificateList; SignatureAlgorithm AlgorithmIdentifier; SignatureValue asn1.BitString }
//gcsim:inline 1.19:65
func (certList *CertificateList) HasExpired(now time.Time) bool
type Extension struct{ Id asn1.ObjectIdentifier; Critical bool; Value []byte }
type Name struct{ Country []string; Organization []string; OrganizationalUnit []string; Locality []string; Province []string; StreetAddress []string; PostalCode []string; SerialNumber string; CommonName string; Names []AttributeTypeAndValue; ExtraNames []AttributeTypeAndValue }
//gcsim:leaks receiver=1 rdns=3
func (n *Name) FillFromRDNSequence(rdns *RDNSequence)
//gcsim:leaks receiver=0
func (n Name) String() string
//gcsim:leaks receiver=0
func (n Name) ToRDNSequence() (ret RDNSequence)
type RDNSequence []RelativeDistinguishedNameSET
//gcsim:leaks receiver=2
func (r RDNSequence) String() string
type RelativeDistinguishedNameSET []AttributeTypeAndValue
type RevokedCertificate struct{ SerialNumber *big.Int; RevocationTime time.Time; Extensions []Extension }
type TBSCertificateList struct{ Raw asn1.RawContent; Version int; Signature AlgorithmIdentifier; Issuer RDNSequence; ThisUpdate time.Time; NextUpdate time.Time; RevokedCertificates []RevokedCertificate; Extensions []Extension }
