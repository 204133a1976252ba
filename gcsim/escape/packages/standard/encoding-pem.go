// Package encoding/pem of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package pem
type Block struct{ Type string; Headers map[string]string; Bytes []byte }
