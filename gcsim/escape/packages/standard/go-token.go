// Package go/token of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package token
import "sync"
import "sync/atomic"
import "unsafe"
const ADD Token = 12
const ADD_ASSIGN Token = 23
const AND Token = 17
const AND_ASSIGN Token = 28
const AND_NOT Token = 22
const AND_NOT_ASSIGN Token = 33
const ARROW Token = 36
const ASSIGN Token = 42
const BREAK Token = 61
const CASE Token = 62
const CHAN Token = 63
const CHAR Token = 8
const COLON Token = 58
const COMMA Token = 52
const COMMENT Token = 2
const CONST Token = 64
const CONTINUE Token = 65
const DEC Token = 38
const DEFAULT Token = 66
const DEFER Token = 67
const DEFINE Token = 47
const ELLIPSIS Token = 48
const ELSE Token = 68
const EOF Token = 1
const EQL Token = 39
const FALLTHROUGH Token = 69
const FLOAT Token = 6
const FOR Token = 70
const FUNC Token = 71
type File struct{ name string; base int; size int; mutex sync.Mutex; lines []struct{}; infos []struct{} }
//gcsim:leaks receiver=0
func (f *File) AddLine(offset int)
//gcsim:leaks receiver=0 filename=0
func (f *File) AddLineColumnInfo(offset int, filename string, line int, column int)
//gcsim:leaks receiver=0 filename=0
//gcsim:inline 1.19:64
func (f *File) AddLineInfo(offset int, filename string, line int)
//gcsim:inline 1.19:3
func (f *File) Base() int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:69
func (f *File) Line(p Pos) int
//gcsim:leaks receiver=0
func (f *File) LineCount() int
//gcsim:leaks receiver=0
func (f *File) LineStart(line int) Pos
//gcsim:leaks receiver=0
func (f *File) MergeLine(line int)
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (f *File) Name() string
func (f *File) Offset(p Pos) int
//gcsim:inline 1.19:77
func (f *File) Pos(offset int) Pos
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (f *File) Position(p Pos) (pos Position)
//gcsim:leaks receiver=0
func (f *File) PositionFor(p Pos, adjusted bool) (pos Position)
//gcsim:leaks receiver=0 lines=0
func (f *File) SetLines(lines []int) bool
//gcsim:leaks receiver=0
func (f *File) SetLinesForContent(content []byte)
//gcsim:inline 1.19:3
func (f *File) Size() int
type FileSet struct{ mutex sync.RWMutex; base int; files []struct{}; last struct{ _ [0]*struct{}; _ atomic.noCopy; v unsafe.Pointer } }
//gcsim:leaks receiver=0 filename=0
func (s *FileSet) AddFile(filename string, base int, size int) *File
//gcsim:leaks receiver=0
func (s *FileSet) Base() int
//gcsim:leaks receiver=0
//gcsim:inline 1.19:68
func (s *FileSet) File(p Pos) (f *File)
//gcsim:leaks receiver=0
func (s *FileSet) Iterate(f func(*File) bool)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:63
func (s *FileSet) Position(p Pos) (pos Position)
//gcsim:leaks receiver=0
func (s *FileSet) PositionFor(p Pos, adjusted bool) (pos Position)
//gcsim:leaks receiver=0
func (s *FileSet) Read(decode func(any) error) error
//gcsim:leaks receiver=0
func (s *FileSet) Write(encode func(any) error) error
//gcsim:leaks receiver=0
func (s *FileSet) file(p Pos) *struct{}
const GEQ Token = 46
const GO Token = 72
const GOTO Token = 73
const GTR Token = 41
const HighestPrec = 7
const IDENT Token = 4
const IF Token = 74
const ILLEGAL Token = 0
const IMAG Token = 7
const IMPORT Token = 75
const INC Token = 37
const INT Token = 5
const INTERFACE Token = 76
func IsExported(name string) bool
func IsIdentifier(name string) bool
//gcsim:inline 1.19:10
func IsKeyword(name string) bool
const LAND Token = 34
const LBRACE Token = 51
const LBRACK Token = 50
const LEQ Token = 45
const LOR Token = 35
const LPAREN Token = 49
const LSS Token = 40
//gcsim:inline 1.19:16
func Lookup(ident string) Token
const LowestPrec = 0
const MAP Token = 77
const MUL Token = 14
const MUL_ASSIGN Token = 25
const NEQ Token = 44
const NOT Token = 43
//gcsim:inline 1.19:5
func NewFileSet() *FileSet
const NoPos Pos = 0
const OR Token = 18
const OR_ASSIGN Token = 29
const PACKAGE Token = 78
const PERIOD Token = 53
type Pos int
//gcsim:inline 1.19:4
func (p Pos) IsValid() bool
type Position struct{ Filename string; Offset int; Line int; Column int }
//gcsim:inline 1.19:5
func (pos *Position) IsValid() bool
//gcsim:leaks receiver=result0@0
func (pos Position) String() string
const QUO Token = 15
const QUO_ASSIGN Token = 26
const RANGE Token = 79
const RBRACE Token = 56
const RBRACK Token = 55
const REM Token = 16
const REM_ASSIGN Token = 27
const RETURN Token = 80
const RPAREN Token = 54
const SELECT Token = 81
const SEMICOLON Token = 57
const SHL Token = 20
const SHL_ASSIGN Token = 31
const SHR Token = 21
const SHR_ASSIGN Token = 32
const STRING Token = 9
const STRUCT Token = 82
const SUB Token = 13
const SUB_ASSIGN Token = 24
const SWITCH Token = 83
const TILDE Token = 88
const TYPE Token = 84
type Token int
//gcsim:inline 1.19:8
func (tok Token) IsKeyword() bool
//gcsim:inline 1.19:8
func (tok Token) IsLiteral() bool
//gcsim:inline 1.19:12
func (tok Token) IsOperator() bool
//gcsim:inline 1.19:38
func (op Token) Precedence() int
func (tok Token) String() string
const UnaryPrec = 6
const VAR Token = 85
const XOR Token = 19
const XOR_ASSIGN Token = 30
