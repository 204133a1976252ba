// Package runtime/pprof of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package pprof
import "context"
import "io"
import "sync"
//gcsim:leaks ctx=0 labels=1
func Do(ctx context.Context, labels LabelSet, f func(context.Context))
//gcsim:leaks ctx=0
func ForLabels(ctx context.Context, f func(key string, value string) bool)
//gcsim:leaks ctx=0
func Label(ctx context.Context, key string) (string, bool)
type LabelSet struct{ list []struct{} }
//gcsim:leaks args=1
//gcsim:inline 1.19:54
func Labels(args ...string) LabelSet
func Lookup(name string) *Profile
//gcsim:leaks name=0
func NewProfile(name string) *Profile
type Profile struct{ name string; mu sync.Mutex; m map[int]struct{}; count func(); write func() }
//gcsim:leaks receiver=0 value=0
func (p *Profile) Add(value any, skip int)
//gcsim:leaks receiver=0
func (p *Profile) Count() int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (p *Profile) Name() string
//gcsim:leaks receiver=0
func (p *Profile) Remove(value any)
//gcsim:leaks receiver=0 w=0
func (p *Profile) WriteTo(w io.Writer, debug int) error
func Profiles() []*Profile
//gcsim:leaks ctx=0
func SetGoroutineLabels(ctx context.Context)
//gcsim:leaks w=0
func StartCPUProfile(w io.Writer) error
func StopCPUProfile()
//gcsim:leaks ctx=0 labels=1
func WithLabels(ctx context.Context, labels LabelSet) context.Context
//gcsim:leaks w=0
//gcsim:inline 1.19:68
func WriteHeapProfile(w io.Writer) error
//gcsim:leaks w=0
//gcsim:inline 1.19:63
func writeHeap(w interface{}, debug int) interface{}
//gcsim:leaks w=0 defaultSampleType=0
func writeHeapInternal(w interface{}, debug int, defaultSampleType string) interface{}
//gcsim:leaks w=0 name=0
func writeProfileInternal(w interface{}, debug int, name string, runtimeProfile func(), scaleProfile func()) interface{}
