// Package flag of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package flag
import "encoding"
import "io"
import "time"
//gcsim:inline 1.19:22
func Arg(i int) string
//gcsim:inline 1.19:3
func Args() []string
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Bool(name string, value bool, usage string) *bool
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func BoolVar(p *bool, name string, value bool, usage string)
var CommandLine *FlagSet
const ContinueOnError ErrorHandling = 0
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Duration(name string, value time.Duration, usage string) *time.Duration
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func DurationVar(p *time.Duration, name string, value time.Duration, usage string)
var ErrHelp error
type ErrorHandling int
const ExitOnError ErrorHandling = 1
type Flag struct{ Name string; Usage string; Value Value; DefValue string }
type FlagSet struct{ Usage func(); name string; parsed bool; actual map[int]struct{}; formal map[int]struct{}; args []struct{}; errorHandling ErrorHandling; output interface{} }
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:17
func (f *FlagSet) Arg(i int) string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (f *FlagSet) Args() []string
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Bool(name string, value bool, usage string) *bool
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string)
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string)
//gcsim:inline 1.19:3
func (f *FlagSet) ErrorHandling() ErrorHandling
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Float64(name string, value float64, usage string) *float64
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string)
//gcsim:leaks receiver=1 name=0 usage=0 fn=0
//gcsim:inline 1.19:64
func (f *FlagSet) Func(name string, usage string, fn func(string) error)
//gcsim:leaks name=0
//gcsim:inline 1.19:8
func (f *FlagSet) Init(name string, errorHandling ErrorHandling)
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Int(name string, value int, usage string) *int
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Int64(name string, value int64, usage string) *int64
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string)
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) IntVar(p *int, name string, value int, usage string)
//gcsim:inline 1.19:5
func (f *FlagSet) Lookup(name string) *Flag
//gcsim:inline 1.19:4
func (f *FlagSet) NArg() int
//gcsim:inline 1.19:4
func (f *FlagSet) NFlag() int
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (f *FlagSet) Name() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:11
func (f *FlagSet) Output() io.Writer
//gcsim:leaks receiver=1 arguments=0
func (f *FlagSet) Parse(arguments []string) error
//gcsim:inline 1.19:3
func (f *FlagSet) Parsed() bool
//gcsim:leaks receiver=1
func (f *FlagSet) PrintDefaults()
//gcsim:leaks name=0 value=0
func (f *FlagSet) Set(name string, value string) error
//gcsim:leaks output=0
//gcsim:inline 1.19:4
func (f *FlagSet) SetOutput(output io.Writer)
//gcsim:leaks receiver=1 name=0 value=0 usage=0
func (f *FlagSet) String(name string, value string, usage string) *string
//gcsim:leaks receiver=1 p=0 name=0 value=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) StringVar(p *string, name string, value string, usage string)
//gcsim:leaks receiver=1 p=0 name=0 value=0 usage=0
func (f *FlagSet) TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string)
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Uint(name string, value uint, usage string) *uint
//gcsim:leaks receiver=1 name=0 usage=0
func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string)
//gcsim:leaks receiver=1 p=0 name=0 usage=0
//gcsim:inline 1.19:73
func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string)
//gcsim:leaks receiver=1 value=0 name=0 usage=0
func (f *FlagSet) Var(value Value, name string, usage string)
//gcsim:leaks receiver=2
func (f *FlagSet) Visit(fn func(*Flag))
//gcsim:leaks receiver=2
func (f *FlagSet) VisitAll(fn func(*Flag))
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Float64(name string, value float64, usage string) *float64
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func Float64Var(p *float64, name string, value float64, usage string)
//gcsim:leaks name=0 usage=0 fn=0
//gcsim:inline 1.19:70
func Func(name string, usage string, fn func(string) error)
type Getter interface{ Get() any; Value }
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Int(name string, value int, usage string) *int
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Int64(name string, value int64, usage string) *int64
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func Int64Var(p *int64, name string, value int64, usage string)
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func IntVar(p *int, name string, value int, usage string)
//gcsim:inline 1.19:5
func Lookup(name string) *Flag
//gcsim:inline 1.19:4
func NArg() int
//gcsim:inline 1.19:4
func NFlag() int
//gcsim:leaks name=0
//gcsim:inline 1.19:18
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet
const PanicOnError ErrorHandling = 2
//gcsim:inline 1.19:63
func Parse()
//gcsim:inline 1.19:7
func Parsed() bool
//gcsim:inline 1.19:60
func PrintDefaults()
//gcsim:leaks name=0 value=0
//gcsim:inline 1.19:63
func Set(name string, value string) error
//gcsim:leaks name=0 value=0 usage=0
//gcsim:inline 1.19:64
func String(name string, value string, usage string) *string
//gcsim:leaks p=0 name=0 value=0 usage=0
//gcsim:inline 1.19:73
func StringVar(p *string, name string, value string, usage string)
//gcsim:leaks p=0 name=0 value=0 usage=0
func TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string)
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Uint(name string, value uint, usage string) *uint
//gcsim:leaks name=0 usage=0
//gcsim:inline 1.19:64
func Uint64(name string, value uint64, usage string) *uint64
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func Uint64Var(p *uint64, name string, value uint64, usage string)
//gcsim:leaks p=0 name=0 usage=0
//gcsim:inline 1.19:73
func UintVar(p *uint, name string, value uint, usage string)
//gcsim:leaks flag=result0@1,result1@1
func UnquoteUsage(flag *Flag) (name string, usage string)
var Usage func()
type Value interface{ Set(string) error; String() string }
//gcsim:leaks value=0 name=0 usage=0
//gcsim:inline 1.19:63
func Var(value Value, name string, usage string)
//gcsim:inline 1.19:61
func Visit(fn func(*Flag))
//gcsim:inline 1.19:61
func VisitAll(fn func(*Flag))
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newBoolValue(val bool, p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newDurationValue(val time.Duration, p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newFloat64Value(val float64, p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newInt64Value(val int64, p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newIntValue(val int, p *struct{}) *struct{}
//gcsim:leaks val=0 p=result0@0
//gcsim:inline 1.19:6
func newStringValue(val string, p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newUint64Value(val uint64, p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:6
func newUintValue(val uint, p *struct{}) *struct{}
