// Package hash of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package hash
import "io"
type Hash interface{ BlockSize() int; Reset(); Size() int; Sum(b []byte) []byte; io.Writer }
type Hash32 interface{ Sum32() uint32; Hash }
type Hash64 interface{ Sum64() uint64; Hash }
