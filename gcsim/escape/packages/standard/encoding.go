// Package encoding of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package encoding
type BinaryMarshaler interface{ MarshalBinary() (data []byte, err error) }
type BinaryUnmarshaler interface{ UnmarshalBinary(data []byte) error }
type TextMarshaler interface{ MarshalText() (text []byte, err error) }
type TextUnmarshaler interface{ UnmarshalText(text []byte) error }
