// Package encoding/asn1 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package asn1
type BitString struct{ Bytes []byte; BitLength int }
func (b BitString) At(i int) int
func (b BitString) RightAlign() []byte
type ObjectIdentifier []int
func (oi ObjectIdentifier) Equal(other ObjectIdentifier) bool
func (oi ObjectIdentifier) String() string
type RawContent []byte
type RawValue struct{ Class int; Tag int; IsCompound bool; Bytes []byte; FullBytes []byte }
