// Package text/template of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package template
import "io"
import "io/fs"
import "reflect"
import "sync"
import "text/template/parse"
type ExecError struct{ Name string; Err error }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (e ExecError) Error() string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (e ExecError) Unwrap() error
type FuncMap map[string]any
//gcsim:leaks w=0 b=0
func HTMLEscape(w io.Writer, b []byte)
//gcsim:leaks s=result0@0
func HTMLEscapeString(s string) string
//gcsim:leaks args=1
func HTMLEscaper(args ...any) string
//gcsim:leaks val=0
func IsTrue(val any) (truth bool, ok bool)
//gcsim:leaks w=0 b=0
func JSEscape(w io.Writer, b []byte)
//gcsim:leaks s=result0@0
func JSEscapeString(s string) string
//gcsim:leaks args=1
func JSEscaper(args ...any) string
//gcsim:leaks t=result0@0 err=0
//gcsim:inline 1.19:9
func Must(t *Template, err error) *Template
//gcsim:leaks name=0
//gcsim:inline 1.19:43
func New(name string) *Template
//gcsim:leaks fsys=0 patterns=1
//gcsim:inline 1.19:72
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error)
//gcsim:leaks filenames=1
//gcsim:inline 1.19:72
func ParseFiles(filenames ...string) (*Template, error)
//gcsim:leaks pattern=0
//gcsim:inline 1.19:71
func ParseGlob(pattern string) (*Template, error)
type Template struct{ name string; *parse.Tree; *common; leftDelim string; rightDelim string }
//gcsim:leaks receiver=0 name=0 tree=0
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error)
//gcsim:leaks receiver=1
func (t *Template) Clone() (*Template, error)
//gcsim:leaks receiver=1
func (t *Template) DefinedTemplates() string
//gcsim:leaks receiver=result0@0 left=0 right=0
//gcsim:inline 1.19:43
func (t *Template) Delims(left string, right string) *Template
//gcsim:leaks receiver=0 wr=0 data=0
//gcsim:inline 1.19:63
func (t *Template) Execute(wr io.Writer, data any) error
//gcsim:leaks receiver=1 wr=0 name=0 data=0
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error
//gcsim:leaks receiver=1,result0@0 funcMap=1
func (t *Template) Funcs(funcMap FuncMap) *Template
//gcsim:leaks receiver=1
func (t *Template) Lookup(name string) *Template
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (t *Template) Name() string
//gcsim:leaks receiver=1 name=0
//gcsim:inline 1.19:52
func (t *Template) New(name string) *Template
//gcsim:leaks receiver=result0@0
func (t *Template) Option(opt ...string) *Template
//gcsim:leaks receiver=0 text=0
func (t *Template) Parse(text string) (*Template, error)
//gcsim:leaks receiver=0 fsys=0 patterns=1
func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error)
//gcsim:leaks receiver=0 filenames=1
func (t *Template) ParseFiles(filenames ...string) (*Template, error)
//gcsim:leaks receiver=0 pattern=0
func (t *Template) ParseGlob(pattern string) (*Template, error)
//gcsim:leaks receiver=1
func (t *Template) Templates() []*Template
//gcsim:leaks receiver=0 wr=0 data=0
func (t *Template) execute(wr interface{}, data interface{}) (err interface{})
//gcsim:inline 1.19:30
func (t *Template) init()
//gcsim:leaks args=1
func URLQueryEscaper(args ...any) string
//gcsim:leaks in=1
func addValueFuncs(out map[int]struct{}, in map[int]struct{})
type common struct{ tmpl map[int]struct{}; muTmpl sync.RWMutex; option option; muFuncs sync.RWMutex; parseFuncs map[int]struct{}; execFuncs map[int]struct{} }
//gcsim:leaks arg1=0 arg2=1
func eq(arg1 reflect.Value, arg2 ...reflect.Value) (bool, interface{})
//gcsim:leaks arg1=0 arg2=0
func le(arg1 reflect.Value, arg2 reflect.Value) (bool, interface{})
//gcsim:leaks arg1=0 arg2=0
func lt(arg1 reflect.Value, arg2 reflect.Value) (bool, interface{})
type missingKeyAction int
type option struct{ missingKey missingKeyAction }
//gcsim:leaks arg=0
func truth(arg reflect.Value) bool
