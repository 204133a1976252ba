// Package expvar of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package expvar
import "net/http"
import "sync"
import "sync/atomic"
func Do(f func(KeyValue))
type Float struct{ f uint64 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:46
func (v *Float) Add(delta float64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:11
func (v *Float) Set(value float64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:73
func (v *Float) String() string
//gcsim:leaks receiver=0
//gcsim:inline 1.19:11
func (v *Float) Value() float64
type Func func() any
func (f Func) String() string
//gcsim:inline 1.19:60
func (f Func) Value() any
//gcsim:inline 1.19:77
func Get(name string) Var
//gcsim:inline 1.19:3
func Handler() http.Handler
type Int struct{ i int64 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (v *Int) Add(delta int64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (v *Int) Set(value int64)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:66
func (v *Int) String() string
//gcsim:leaks receiver=0
//gcsim:inline 1.19:6
func (v *Int) Value() int64
type KeyValue struct{ Key string; Value Var }
type Map struct{ m sync.Map; keysMu sync.RWMutex; keys []struct{} }
//gcsim:leaks receiver=0 key=0
func (v *Map) Add(key string, delta int64)
//gcsim:leaks receiver=0 key=0
func (v *Map) AddFloat(key string, delta float64)
//gcsim:leaks receiver=0
func (v *Map) Delete(key string)
//gcsim:leaks receiver=0
func (v *Map) Do(f func(KeyValue))
//gcsim:leaks receiver=0
//gcsim:inline 1.19:78
func (v *Map) Get(key string) Var
//gcsim:leaks receiver=0
func (v *Map) Init() *Map
//gcsim:leaks receiver=0 key=0 av=0
func (v *Map) Set(key string, av Var)
//gcsim:leaks receiver=0
func (v *Map) String() string
//gcsim:leaks name=0
//gcsim:inline 1.19:70
func NewFloat(name string) *Float
//gcsim:leaks name=0
//gcsim:inline 1.19:70
func NewInt(name string) *Int
//gcsim:leaks name=0
func NewMap(name string) *Map
//gcsim:leaks name=0
//gcsim:inline 1.19:70
func NewString(name string) *String
//gcsim:leaks name=0 v=0
func Publish(name string, v Var)
type String struct{ s atomic.Value }
//gcsim:leaks receiver=0 value=0
//gcsim:inline 1.19:64
func (v *String) Set(value string)
//gcsim:leaks receiver=0
func (v *String) String() string
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (v *String) Value() string
type Var interface{ String() string }
