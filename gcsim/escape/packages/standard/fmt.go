// Package fmt of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package fmt
import "io"
//gcsim:leaks b=result0@0 a=1
func Append(b []byte, a ...any) []byte
//gcsim:leaks b=result0@0 a=1
func Appendf(b []byte, format string, a ...any) []byte
//gcsim:leaks b=result0@0 a=1
func Appendln(b []byte, a ...any) []byte
//gcsim:leaks a=1
func Errorf(format string, a ...any) error
type Formatter interface{ Format(f State, verb rune) }
//gcsim:leaks w=0 a=1
func Fprint(w io.Writer, a ...any) (n int, err error)
//gcsim:leaks w=0 a=1
func Fprintf(w io.Writer, format string, a ...any) (n int, err error)
//gcsim:leaks w=0 a=1
func Fprintln(w io.Writer, a ...any) (n int, err error)
//gcsim:leaks r=0 a=1
func Fscan(r io.Reader, a ...any) (n int, err error)
//gcsim:leaks r=0 a=1
func Fscanf(r io.Reader, format string, a ...any) (n int, err error)
//gcsim:leaks r=0 a=1
func Fscanln(r io.Reader, a ...any) (n int, err error)
type GoStringer interface{ GoString() string }
//gcsim:leaks a=1
//gcsim:inline 1.19:72
func Print(a ...any) (n int, err error)
//gcsim:leaks a=1
//gcsim:inline 1.19:73
func Printf(format string, a ...any) (n int, err error)
//gcsim:leaks a=1
//gcsim:inline 1.19:72
func Println(a ...any) (n int, err error)
//gcsim:leaks a=1
//gcsim:inline 1.19:72
func Scan(a ...any) (n int, err error)
type ScanState interface{ Read(buf []byte) (n int, err error); ReadRune() (r rune, size int, err error); SkipSpace(); Token(skipSpace bool, f func(rune) bool) (token []byte, err error); UnreadRune() error; Width() (wid int, ok bool) }
//gcsim:leaks a=1
//gcsim:inline 1.19:73
func Scanf(format string, a ...any) (n int, err error)
//gcsim:leaks a=1
//gcsim:inline 1.19:72
func Scanln(a ...any) (n int, err error)
type Scanner interface{ Scan(state ScanState, verb rune) error }
//gcsim:leaks a=1
func Sprint(a ...any) string
//gcsim:leaks a=1
func Sprintf(format string, a ...any) string
//gcsim:leaks a=1
func Sprintln(a ...any) string
//gcsim:leaks str=0 a=1
//gcsim:inline 1.19:73
func Sscan(str string, a ...any) (n int, err error)
//gcsim:leaks str=0 a=1
//gcsim:inline 1.19:74
func Sscanf(str string, format string, a ...any) (n int, err error)
//gcsim:leaks str=0 a=1
//gcsim:inline 1.19:73
func Sscanln(str string, a ...any) (n int, err error)
type State interface{ Flag(c int) bool; Precision() (prec int, ok bool); Width() (wid int, ok bool); Write(b []byte) (n int, err error) }
type Stringer interface{ String() string }
//gcsim:inline 1.19:36
func isSpace(r rune) bool
