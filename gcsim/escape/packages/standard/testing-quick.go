// Package testing/quick of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package quick
import "math/rand"
import "reflect"
//gcsim:leaks f=0 config=1
func Check(f any, config *Config) error
//gcsim:leaks f=0 g=0 config=1
func CheckEqual(f any, g any, config *Config) error
type CheckEqualError struct{ CheckError; Out1 []any; Out2 []any }
//gcsim:leaks receiver=2
func (s *CheckEqualError) Error() string
type CheckError struct{ Count int; In []any }
//gcsim:leaks receiver=2
func (s *CheckError) Error() string
type Config struct{ MaxCount int; MaxCountScale float64; Rand *rand.Rand; Values func([]reflect.Value, *rand.Rand) }
type Generator interface{ Generate(rand *rand.Rand, size int) reflect.Value }
type SetupError string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (s SetupError) Error() string
//gcsim:leaks t=0 rand=0
//gcsim:inline 1.19:72
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool)
