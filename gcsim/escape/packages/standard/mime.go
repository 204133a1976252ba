// Package mime of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package mime
import "io"
//gcsim:leaks ext=0 typ=0
func AddExtensionType(ext string, typ string) error
const BEncoding WordEncoder = 98
var ErrInvalidMediaParameter error
//gcsim:leaks typ=0
func ExtensionsByType(typ string) ([]string, error)
func FormatMediaType(t string, param map[string]string) string
//gcsim:leaks v=0
func ParseMediaType(v string) (mediatype string, params map[string]string, err error)
const QEncoding WordEncoder = 113
func TypeByExtension(ext string) string
type WordDecoder struct{ CharsetReader func(charset string, input io.Reader) (io.Reader, error) }
//gcsim:leaks word=0
func (d *WordDecoder) Decode(word string) (string, error)
//gcsim:leaks header=0
func (d *WordDecoder) DecodeHeader(header string) (string, error)
type WordEncoder byte
//gcsim:leaks s=0
func (e WordEncoder) Encode(charset string, s string) string
func isTokenChar(r rune) bool
