// Package encoding/pem of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package pem
import "io"
type Block struct{ Type string; Headers map[string]string; Bytes []byte }
//gcsim:leaks data=result1@0
func Decode(data []byte) (p *Block, rest []byte)
//gcsim:leaks out=0
func Encode(out io.Writer, b *Block) error
func EncodeToMemory(b *Block) []byte
