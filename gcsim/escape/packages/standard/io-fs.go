// Package io/fs of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package fs
import "time"
type DirEntry interface{ Info() (FileInfo, error); IsDir() bool; Name() string; Type() FileMode }
var ErrClosed error
var ErrExist error
var ErrInvalid error
var ErrNotExist error
var ErrPermission error
type FS interface{ Open(name string) (File, error) }
type File interface{ Close() error; Read([]byte) (int, error); Stat() (FileInfo, error) }
type FileInfo interface{ IsDir() bool; ModTime() time.Time; Mode() FileMode; Name() string; Size() int64; Sys() any }
//gcsim:leaks info=0
//gcsim:inline 1.19:11
func FileInfoToDirEntry(info FileInfo) DirEntry
type FileMode uint32
//gcsim:inline 1.19:6
func (m FileMode) IsDir() bool
//gcsim:inline 1.19:6
func (m FileMode) IsRegular() bool
//gcsim:inline 1.19:4
func (m FileMode) Perm() FileMode
func (m FileMode) String() string
//gcsim:inline 1.19:4
func (m FileMode) Type() FileMode
//gcsim:leaks fsys=0 pattern=0
//gcsim:inline 1.19:72
func Glob(fsys FS, pattern string) (matches []string, err error)
type GlobFS interface{ Glob(pattern string) ([]string, error); FS }
const ModeAppend FileMode = 1073741824
const ModeCharDevice FileMode = 2097152
const ModeDevice FileMode = 67108864
const ModeDir FileMode = 2147483648
const ModeExclusive FileMode = 536870912
const ModeIrregular FileMode = 524288
const ModeNamedPipe FileMode = 33554432
const ModePerm FileMode = 511
const ModeSetgid FileMode = 4194304
const ModeSetuid FileMode = 8388608
const ModeSocket FileMode = 16777216
const ModeSticky FileMode = 1048576
const ModeSymlink FileMode = 134217728
const ModeTemporary FileMode = 268435456
const ModeType FileMode = 2401763328
type PathError struct{ Op string; Path string; Err error }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:69
func (e *PathError) Error() string
//gcsim:leaks receiver=1
//gcsim:inline 1.19:73
func (e *PathError) Timeout() bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *PathError) Unwrap() error
//gcsim:leaks fsys=0 name=0
func ReadDir(fsys FS, name string) ([]DirEntry, error)
type ReadDirFS interface{ ReadDir(name string) ([]DirEntry, error); FS }
type ReadDirFile interface{ ReadDir(n int) ([]DirEntry, error); File }
//gcsim:leaks fsys=0 name=0
func ReadFile(fsys FS, name string) ([]byte, error)
type ReadFileFS interface{ ReadFile(name string) ([]byte, error); FS }
var SkipDir error
//gcsim:leaks fsys=0 name=0
func Stat(fsys FS, name string) (FileInfo, error)
type StatFS interface{ Stat(name string) (FileInfo, error); FS }
//gcsim:leaks fsys=0 dir=0
func Sub(fsys FS, dir string) (FS, error)
type SubFS interface{ Sub(dir string) (FS, error); FS }
func ValidPath(name string) bool
//gcsim:leaks fsys=0 root=0
func WalkDir(fsys FS, root string, fn WalkDirFunc) error
type WalkDirFunc func(path string, d DirEntry, err error) error
