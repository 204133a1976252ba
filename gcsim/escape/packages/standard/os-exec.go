// Package os/exec of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package exec
import "context"
import "io"
import "os"
import "syscall"
type Cmd struct{ Path string; Args []string; Env []string; Dir string; Stdin io.Reader; Stdout io.Writer; Stderr io.Writer; ExtraFiles []*os.File; SysProcAttr *syscall.SysProcAttr; Process *os.Process; ProcessState *os.ProcessState; ctx interface{}; Err error; childFiles []struct{}; closeAfterStart []struct{}; closeAfterWait []struct{}; goroutine []struct{}; goroutineErrs chan struct{}; ctxErr chan struct{}; lookPathErr interface{} }
//gcsim:leaks receiver=0
func (c *Cmd) CombinedOutput() ([]byte, error)
//gcsim:leaks receiver=2,result0@1
//gcsim:inline 1.19:67
func (c *Cmd) Environ() []string
//gcsim:leaks receiver=0
func (c *Cmd) Output() ([]byte, error)
//gcsim:leaks receiver=0
func (c *Cmd) Run() error
//gcsim:leaks receiver=0
func (c *Cmd) Start() error
//gcsim:leaks receiver=1
func (c *Cmd) StderrPipe() (io.ReadCloser, error)
//gcsim:leaks receiver=1
func (c *Cmd) StdinPipe() (io.WriteCloser, error)
//gcsim:leaks receiver=1
func (c *Cmd) StdoutPipe() (io.ReadCloser, error)
//gcsim:leaks receiver=result0@2
func (c *Cmd) String() string
//gcsim:leaks receiver=1
func (c *Cmd) Wait() error
//gcsim:leaks receiver=2,result0@1
func (c *Cmd) environ() ([]struct{}, interface{})
//gcsim:leaks name=0 arg=1
func Command(name string, arg ...string) *Cmd
//gcsim:leaks ctx=0 name=0 arg=1
//gcsim:inline 1.19:78
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd
var ErrDot error
var ErrNotFound error
type Error struct{ Name string; Err error }
//gcsim:leaks receiver=1
func (e *Error) Error() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *Error) Unwrap() error
type ExitError struct{ *os.ProcessState; Stderr []byte }
//gcsim:inline 1.19:62
func (e *ExitError) Error() string
//gcsim:leaks file=0
func LookPath(file string) (string, error)
//gcsim:inline 1.19:8
func minInt(a int, b int) int
