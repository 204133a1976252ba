// Package container/heap of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package heap
import "sort"
//gcsim:leaks h=0
func Fix(h Interface, i int)
//gcsim:leaks h=0
func Init(h Interface)
type Interface interface{ Pop() any; Push(x any); sort.Interface }
//gcsim:leaks h=0
func Pop(h Interface) any
//gcsim:leaks h=0 x=0
func Push(h Interface, x any)
//gcsim:leaks h=0
func Remove(h Interface, i int) any
