// Package crypto/rand of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package rand
import "io"
import "math/big"
//gcsim:leaks rand=0 max=1
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error)
//gcsim:leaks rand=0
func Prime(rand io.Reader, bits int) (*big.Int, error)
//gcsim:leaks b=0
func Read(b []byte) (n int, err error)
var Reader io.Reader
//gcsim:leaks f=0
func batched(f func(), readMax int) func()
