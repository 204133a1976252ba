// Package log of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package log
import "io"
import "sync"
//gcsim:inline 1.19:2
func Default() *Logger
//gcsim:leaks v=1
func Fatal(v ...any)
//gcsim:leaks v=1
func Fatalf(format string, v ...any)
//gcsim:leaks v=1
func Fatalln(v ...any)
//gcsim:inline 1.19:61
func Flags() int
const LUTC = 32
const Ldate = 1
const Llongfile = 8
const Lmicroseconds = 4
const Lmsgprefix = 64
type Logger struct{ mu sync.Mutex; prefix string; flag int; out interface{}; buf []struct{}; isDiscard int32 }
//gcsim:leaks receiver=0 v=1
func (l *Logger) Fatal(v ...any)
//gcsim:leaks receiver=0 v=1
func (l *Logger) Fatalf(format string, v ...any)
//gcsim:leaks receiver=0 v=1
func (l *Logger) Fatalln(v ...any)
//gcsim:leaks receiver=0
func (l *Logger) Flags() int
//gcsim:leaks receiver=0
func (l *Logger) Output(calldepth int, s string) error
//gcsim:leaks receiver=0 v=1
func (l *Logger) Panic(v ...any)
//gcsim:leaks receiver=0 v=1
func (l *Logger) Panicf(format string, v ...any)
//gcsim:leaks receiver=0 v=1
func (l *Logger) Panicln(v ...any)
//gcsim:leaks receiver=0
func (l *Logger) Prefix() string
//gcsim:leaks receiver=0 v=1
func (l *Logger) Print(v ...any)
//gcsim:leaks receiver=0 v=1
func (l *Logger) Printf(format string, v ...any)
//gcsim:leaks receiver=0 v=1
func (l *Logger) Println(v ...any)
//gcsim:leaks receiver=0
func (l *Logger) SetFlags(flag int)
//gcsim:leaks receiver=0 w=0
func (l *Logger) SetOutput(w io.Writer)
//gcsim:leaks receiver=0 prefix=0
func (l *Logger) SetPrefix(prefix string)
//gcsim:leaks receiver=0
func (l *Logger) Writer() io.Writer
const Lshortfile = 16
const LstdFlags = 3
const Ltime = 2
//gcsim:leaks out=0 prefix=0
//gcsim:inline 1.19:22
func New(out io.Writer, prefix string, flag int) *Logger
//gcsim:inline 1.19:65
func Output(calldepth int, s string) error
//gcsim:leaks v=1
func Panic(v ...any)
//gcsim:leaks v=1
func Panicf(format string, v ...any)
//gcsim:leaks v=1
func Panicln(v ...any)
//gcsim:inline 1.19:61
func Prefix() string
//gcsim:leaks v=1
func Print(v ...any)
//gcsim:leaks v=1
func Printf(format string, v ...any)
//gcsim:leaks v=1
func Println(v ...any)
//gcsim:inline 1.19:61
func SetFlags(flag int)
//gcsim:leaks w=0
//gcsim:inline 1.19:61
func SetOutput(w io.Writer)
//gcsim:leaks prefix=0
//gcsim:inline 1.19:61
func SetPrefix(prefix string)
//gcsim:inline 1.19:61
func Writer() io.Writer
