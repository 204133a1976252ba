// Package os of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package os
import "internal/poll"
import "io"
import "io/fs"
import "sync"
import "syscall"
import "time"
var Args []string
//gcsim:leaks dir=0
func Chdir(dir string) error
//gcsim:leaks name=0
//gcsim:inline 1.19:62
func Chmod(name string, mode fs.FileMode) error
//gcsim:leaks name=0
func Chown(name string, uid int, gid int) error
//gcsim:leaks name=0
func Chtimes(name string, atime time.Time, mtime time.Time) error
//gcsim:inline 1.19:59
func Clearenv()
//gcsim:leaks name=0
//gcsim:inline 1.19:72
func Create(name string) (*File, error)
//gcsim:leaks pattern=0
func CreateTemp(dir string, pattern string) (*File, error)
const DevNull = "/dev/null"
type DirEntry = fs.DirEntry
//gcsim:leaks dir=0
//gcsim:inline 1.19:3
func DirFS(dir string) fs.FS
//gcsim:inline 1.19:60
func Environ() []string
var ErrClosed error
var ErrDeadlineExceeded error
var ErrExist error
var ErrInvalid error
var ErrNoDeadline error
var ErrNotExist error
var ErrPermission error
var ErrProcessDone error
//gcsim:inline 1.19:69
func Executable() (string, error)
func Exit(code int)
//gcsim:leaks s=0
func Expand(s string, mapping func(string) string) string
//gcsim:leaks s=0
//gcsim:inline 1.19:62
func ExpandEnv(s string) string
type File struct{ *file }
//gcsim:leaks receiver=1
func (f *File) Chdir() error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (f *File) Chmod(mode fs.FileMode) error
//gcsim:leaks receiver=1
func (f *File) Chown(uid int, gid int) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:68
func (f *File) Close() error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:79
func (f *File) Fd() uintptr
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:4
func (f *File) Name() string
//gcsim:leaks receiver=1
func (f *File) Read(b []byte) (n int, err error)
//gcsim:leaks receiver=1
func (f *File) ReadAt(b []byte, off int64) (n int, err error)
//gcsim:leaks receiver=1
func (f *File) ReadDir(n int) ([]fs.DirEntry, error)
//gcsim:leaks receiver=0 r=0
func (f *File) ReadFrom(r io.Reader) (n int64, err error)
//gcsim:leaks receiver=1
func (f *File) Readdir(n int) ([]fs.FileInfo, error)
//gcsim:leaks receiver=1
func (f *File) Readdirnames(n int) (names []string, err error)
//gcsim:leaks receiver=1
func (f *File) Seek(offset int64, whence int) (ret int64, err error)
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (f *File) SetDeadline(t time.Time) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (f *File) SetReadDeadline(t time.Time) error
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (f *File) SetWriteDeadline(t time.Time) error
//gcsim:leaks receiver=1
func (f *File) Stat() (fs.FileInfo, error)
//gcsim:leaks receiver=1
func (f *File) Sync() error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:43
func (f *File) SyscallConn() (syscall.RawConn, error)
//gcsim:leaks receiver=1
func (f *File) Truncate(size int64) error
//gcsim:leaks receiver=1
func (f *File) Write(b []byte) (n int, err error)
//gcsim:leaks receiver=1
func (f *File) WriteAt(b []byte, off int64) (n int, err error)
//gcsim:leaks receiver=1 s=0
func (f *File) WriteString(s string) (n int, err error)
//gcsim:leaks receiver=1
func (f *File) chmod(mode fs.FileMode) interface{}
//gcsim:leaks receiver=1
func (f *File) setDeadline(t time.Time) interface{}
//gcsim:leaks receiver=1
func (f *File) setReadDeadline(t time.Time) interface{}
//gcsim:leaks receiver=1
func (f *File) setWriteDeadline(t time.Time) interface{}
type FileInfo = fs.FileInfo
type FileMode = fs.FileMode
//gcsim:inline 1.19:70
func FindProcess(pid int) (*Process, error)
//gcsim:inline 1.19:76
func Getegid() int
//gcsim:leaks key=0
func Getenv(key string) string
//gcsim:inline 1.19:76
func Geteuid() int
//gcsim:inline 1.19:76
func Getgid() int
func Getgroups() ([]int, error)
//gcsim:inline 1.19:60
func Getpagesize() int
//gcsim:inline 1.19:76
func Getpid() int
//gcsim:inline 1.19:76
func Getppid() int
//gcsim:inline 1.19:76
func Getuid() int
func Getwd() (dir string, err error)
//gcsim:inline 1.19:69
func Hostname() (name string, err error)
var Interrupt Signal
//gcsim:inline 1.19:62
func IsExist(err error) bool
//gcsim:inline 1.19:62
func IsNotExist(err error) bool
//gcsim:inline 1.19:4
func IsPathSeparator(c uint8) bool
//gcsim:inline 1.19:62
func IsPermission(err error) bool
//gcsim:leaks err=0
func IsTimeout(err error) bool
var Kill Signal
//gcsim:leaks name=0
func Lchown(name string, uid int, gid int) error
//gcsim:leaks oldname=0 newname=0
func Link(oldname string, newname string) error
type LinkError struct{ Op string; Old string; New string; Err error }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:72
func (e *LinkError) Error() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *LinkError) Unwrap() error
//gcsim:leaks key=0
func LookupEnv(key string) (string, bool)
//gcsim:leaks name=0
func Lstat(name string) (fs.FileInfo, error)
//gcsim:leaks name=0
func Mkdir(name string, perm fs.FileMode) error
//gcsim:leaks path=0
func MkdirAll(path string, perm fs.FileMode) error
//gcsim:leaks dir=0 pattern=0
func MkdirTemp(dir string, pattern string) (string, error)
const ModeAppend fs.FileMode = 1073741824
const ModeCharDevice fs.FileMode = 2097152
const ModeDevice fs.FileMode = 67108864
const ModeDir fs.FileMode = 2147483648
const ModeExclusive fs.FileMode = 536870912
const ModeIrregular fs.FileMode = 524288
const ModeNamedPipe fs.FileMode = 33554432
const ModePerm fs.FileMode = 511
const ModeSetgid fs.FileMode = 4194304
const ModeSetuid fs.FileMode = 8388608
const ModeSocket fs.FileMode = 16777216
const ModeSticky fs.FileMode = 1048576
const ModeSymlink fs.FileMode = 134217728
const ModeTemporary fs.FileMode = 268435456
const ModeType fs.FileMode = 2401763328
//gcsim:leaks name=0
func NewFile(fd uintptr, name string) *File
//gcsim:leaks syscall=0 err=0
//gcsim:inline 1.19:14
func NewSyscallError(syscall string, err error) error
const O_APPEND int = 1024
const O_CREATE int = 64
const O_EXCL int = 128
const O_RDONLY int = 0
const O_RDWR int = 2
const O_SYNC int = 1052672
const O_TRUNC int = 512
const O_WRONLY int = 1
//gcsim:leaks name=0
//gcsim:inline 1.19:72
func Open(name string) (*File, error)
//gcsim:leaks name=0
func OpenFile(name string, flag int, perm fs.FileMode) (*File, error)
type PathError = fs.PathError
const PathListSeparator = ':'
const PathSeparator = '/'
func Pipe() (r *File, w *File, err error)
type ProcAttr struct{ Dir string; Env []string; Files []*File; Sys *syscall.SysProcAttr }
type Process struct{ Pid int; handle uintptr; isdone uint32; sigMu sync.RWMutex }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:71
func (p *Process) Kill() error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:72
func (p *Process) Release() error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (p *Process) Signal(sig Signal) error
//gcsim:leaks receiver=0
//gcsim:inline 1.19:70
func (p *Process) Wait() (*ProcessState, error)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:67
func (p *Process) kill() interface{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:68
func (p *Process) release() interface{}
//gcsim:leaks receiver=0
func (p *Process) signal(sig interface{}) interface{}
type ProcessState struct{ pid int; status syscall.WaitStatus; rusage *struct{} }
//gcsim:inline 1.19:31
func (p *ProcessState) ExitCode() int
//gcsim:inline 1.19:15
func (p *ProcessState) Exited() bool
//gcsim:inline 1.19:3
func (p *ProcessState) Pid() int
func (p *ProcessState) String() string
//gcsim:inline 1.19:31
func (p *ProcessState) Success() bool
//gcsim:inline 1.19:8
func (p *ProcessState) Sys() any
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:8
func (p *ProcessState) SysUsage() any
//gcsim:inline 1.19:23
func (p *ProcessState) SystemTime() time.Duration
//gcsim:inline 1.19:23
func (p *ProcessState) UserTime() time.Duration
//gcsim:inline 1.19:11
func (p *ProcessState) exited() bool
//gcsim:inline 1.19:27
func (p *ProcessState) success() bool
//gcsim:inline 1.19:4
func (p *ProcessState) sys() interface{}
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:4
func (p *ProcessState) sysUsage() interface{}
//gcsim:inline 1.19:19
func (p *ProcessState) systemTime() time.Duration
//gcsim:inline 1.19:19
func (p *ProcessState) userTime() time.Duration
//gcsim:leaks name=0
func ReadDir(name string) ([]fs.DirEntry, error)
//gcsim:leaks name=0
func ReadFile(name string) ([]byte, error)
//gcsim:leaks name=0
func Readlink(name string) (string, error)
//gcsim:leaks name=0
func Remove(name string) error
//gcsim:leaks path=0
//gcsim:inline 1.19:61
func RemoveAll(path string) error
//gcsim:leaks oldpath=0 newpath=0
//gcsim:inline 1.19:62
func Rename(oldpath string, newpath string) error
const SEEK_CUR int = 1
const SEEK_END int = 2
const SEEK_SET int = 0
//gcsim:inline 1.19:47
func SameFile(fi1 fs.FileInfo, fi2 fs.FileInfo) bool
//gcsim:leaks key=0 value=0
func Setenv(key string, value string) error
type Signal interface{ Signal(); String() string }
//gcsim:leaks name=0 attr=1
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error)
//gcsim:leaks name=0
func Stat(name string) (fs.FileInfo, error)
var Stderr *File
var Stdin *File
var Stdout *File
//gcsim:leaks oldname=0 newname=0
func Symlink(oldname string, newname string) error
type SyscallError struct{ Syscall string; Err error }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:66
func (e *SyscallError) Error() string
//gcsim:leaks receiver=1
//gcsim:inline 1.19:73
func (e *SyscallError) Timeout() bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *SyscallError) Unwrap() error
//gcsim:inline 1.19:76
func TempDir() string
//gcsim:leaks name=0
func Truncate(name string, size int64) error
//gcsim:leaks key=0
//gcsim:inline 1.19:61
func Unsetenv(key string) error
func UserCacheDir() (string, error)
func UserConfigDir() (string, error)
func UserHomeDir() (string, error)
//gcsim:leaks name=0
func WriteFile(name string, data []byte, perm fs.FileMode) error
//gcsim:leaks name=0
func chmod(name string, mode fs.FileMode) interface{}
func direntReclen(buf []struct{}) (uint64, bool)
type file struct{ pfd poll.FD; name string; dirinfo *struct{}; nonblock bool; stdoutOrErr bool; appendMode bool }
//gcsim:leaks receiver=0
func (file *file) close() interface{}
func readIntLE(b []struct{}, size uintptr) uint64
//gcsim:leaks path=0
func removeAll(path string) interface{}
//gcsim:leaks oldname=0 newname=0
func rename(oldname string, newname string) interface{}
func runtime_args() []struct{}
//gcsim:inline 1.19:16
func sameFile(fs1 *struct{}, fs2 *struct{}) bool
func sigpipe()
//gcsim:inline 1.19:73
func tempDir() string
func underlyingErrorIs(err interface{}, target interface{}) bool
