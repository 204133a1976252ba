// Package html/template of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package template
import "io"
import "io/fs"
import "sync"
import "text/template"
import "text/template/parse"
type CSS string
const ErrAmbigContext ErrorCode = 1
const ErrBadHTML ErrorCode = 2
const ErrBranchEnd ErrorCode = 3
const ErrEndContext ErrorCode = 4
const ErrNoSuchTemplate ErrorCode = 5
const ErrOutputContext ErrorCode = 6
const ErrPartialCharset ErrorCode = 7
const ErrPartialEscape ErrorCode = 8
const ErrPredefinedEscaper ErrorCode = 11
const ErrRangeLoopReentry ErrorCode = 9
const ErrSlashAmbig ErrorCode = 10
type Error struct{ ErrorCode ErrorCode; Node parse.Node; Name string; Line int; Description string }
//gcsim:leaks receiver=1
func (e *Error) Error() string
type ErrorCode int
type FuncMap = template.FuncMap
type HTML string
type HTMLAttr string
//gcsim:leaks w=0 b=0
//gcsim:inline 1.19:61
func HTMLEscape(w io.Writer, b []byte)
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:61
func HTMLEscapeString(s string) string
//gcsim:leaks args=1
//gcsim:inline 1.19:61
func HTMLEscaper(args ...any) string
//gcsim:leaks val=0
//gcsim:inline 1.19:70
func IsTrue(val any) (truth bool, ok bool)
type JS string
//gcsim:leaks w=0 b=0
//gcsim:inline 1.19:61
func JSEscape(w io.Writer, b []byte)
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:61
func JSEscapeString(s string) string
//gcsim:leaks args=1
//gcsim:inline 1.19:61
func JSEscaper(args ...any) string
type JSStr string
//gcsim:leaks t=result0@0 err=0
//gcsim:inline 1.19:9
func Must(t *Template, err error) *Template
//gcsim:leaks name=0
func New(name string) *Template
const OK ErrorCode = 0
//gcsim:leaks fs=0 patterns=1
//gcsim:inline 1.19:72
func ParseFS(fs fs.FS, patterns ...string) (*Template, error)
//gcsim:leaks filenames=1
//gcsim:inline 1.19:72
func ParseFiles(filenames ...string) (*Template, error)
//gcsim:leaks pattern=0
//gcsim:inline 1.19:71
func ParseGlob(pattern string) (*Template, error)
type Srcset string
type Template struct{ escapeErr interface{}; text *struct{}; Tree *parse.Tree; *nameSpace }
//gcsim:leaks receiver=1 name=0 tree=0
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error)
//gcsim:leaks receiver=1
func (t *Template) Clone() (*Template, error)
//gcsim:leaks receiver=2
//gcsim:inline 1.19:62
func (t *Template) DefinedTemplates() string
//gcsim:leaks receiver=result0@0 left=0 right=0
//gcsim:inline 1.19:51
func (t *Template) Delims(left string, right string) *Template
//gcsim:leaks receiver=1 wr=0 data=0
func (t *Template) Execute(wr io.Writer, data any) error
//gcsim:leaks receiver=1 wr=0 name=0 data=0
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error
//gcsim:leaks receiver=2,result0@0 funcMap=1
//gcsim:inline 1.19:64
func (t *Template) Funcs(funcMap template.FuncMap) *Template
//gcsim:leaks receiver=1
func (t *Template) Lookup(name string) *Template
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:8
func (t *Template) Name() string
//gcsim:leaks receiver=1 name=0
func (t *Template) New(name string) *Template
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:64
func (t *Template) Option(opt ...string) *Template
//gcsim:leaks receiver=1,result0@0 text=0
func (t *Template) Parse(text string) (*Template, error)
//gcsim:leaks receiver=1,result0@0 fs=0 patterns=1
//gcsim:inline 1.19:72
func (t *Template) ParseFS(fs fs.FS, patterns ...string) (*Template, error)
//gcsim:leaks receiver=1,result0@0 filenames=1
//gcsim:inline 1.19:72
func (t *Template) ParseFiles(filenames ...string) (*Template, error)
//gcsim:leaks receiver=1,result0@0 pattern=0
//gcsim:inline 1.19:71
func (t *Template) ParseGlob(pattern string) (*Template, error)
//gcsim:leaks receiver=1
func (t *Template) Templates() []*Template
type URL string
//gcsim:leaks args=1
//gcsim:inline 1.19:61
func URLQueryEscaper(args ...any) string
//gcsim:inline 1.19:16
func asciiAlpha(c byte) bool
//gcsim:inline 1.19:29
func eatWhiteSpace(s []struct{}, i int) int
type escaper struct{ ns *struct{}; output map[int]struct{}; derived map[int]struct{}; called map[int]struct{}; actionNodeEdits map[int]struct{}; templateNodeEdits map[int]struct{}; textNodeEdits map[int]struct{}; rangeContext *struct{} }
type nameSpace struct{ mu sync.Mutex; set map[int]struct{}; escaped bool; esc escaper }
//gcsim:leaks e=result0@0
//gcsim:inline 1.19:15
func normalizeEscFn(e string) string
//gcsim:leaks args=1
func urlProcessor(norm bool, args ...interface{}) string
