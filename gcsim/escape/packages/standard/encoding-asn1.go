// Package encoding/asn1 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package asn1
type BitString struct{ Bytes []byte; BitLength int }
//gcsim:inline 1.19:38
func (b BitString) At(i int) int
//gcsim:leaks receiver=result0@0
func (b BitString) RightAlign() []byte
const ClassApplication = 1
const ClassContextSpecific = 2
const ClassPrivate = 3
const ClassUniversal = 0
type Enumerated int
type Flag bool
//gcsim:leaks val=0
//gcsim:inline 1.19:71
func Marshal(val any) ([]byte, error)
//gcsim:leaks val=0 params=0
func MarshalWithParams(val any, params string) ([]byte, error)
var NullBytes []byte
var NullRawValue RawValue
type ObjectIdentifier []int
//gcsim:inline 1.19:33
func (oi ObjectIdentifier) Equal(other ObjectIdentifier) bool
func (oi ObjectIdentifier) String() string
type RawContent []byte
type RawValue struct{ Class int; Tag int; IsCompound bool; Bytes []byte; FullBytes []byte }
type StructuralError struct{ Msg string }
//gcsim:inline 1.19:5
func (e StructuralError) Error() string
type SyntaxError struct{ Msg string }
//gcsim:inline 1.19:5
func (e SyntaxError) Error() string
const TagBMPString = 30
const TagBitString = 3
const TagBoolean = 1
const TagEnum = 10
const TagGeneralString = 27
const TagGeneralizedTime = 24
const TagIA5String = 22
const TagInteger = 2
const TagNull = 5
const TagNumericString = 18
const TagOID = 6
const TagOctetString = 4
const TagPrintableString = 19
const TagSequence = 16
const TagSet = 17
const TagT61String = 20
const TagUTCTime = 23
const TagUTF8String = 12
//gcsim:leaks b=0 val=0
//gcsim:inline 1.19:72
func Unmarshal(b []byte, val any) (rest []byte, err error)
//gcsim:leaks b=0 val=0 params=0
func UnmarshalWithParams(b []byte, val any, params string) (rest []byte, err error)
//gcsim:inline 1.19:28
func base128IntLength(n int64) int
//gcsim:inline 1.19:14
func lengthLength(i int) (numBytes int)
func parseTagAndLength(bytes []struct{}, initOffset int) (ret tagAndLength, offset int, err interface{})
type tagAndLength struct{ class int; tag int; length int; isCompound bool }
