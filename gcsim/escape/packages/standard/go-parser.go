// Package go/parser of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package parser
import "go/ast"
import "go/token"
import "io/fs"
const AllErrors Mode = 32
const DeclarationErrors Mode = 16
const ImportsOnly Mode = 2
type Mode uint
const PackageClauseOnly Mode = 1
const ParseComments Mode = 4
//gcsim:leaks fset=0 path=0
func ParseDir(fset *token.FileSet, path string, filter func(fs.FileInfo) bool, mode Mode) (pkgs map[string]*ast.Package, first error)
func ParseExpr(x string) (ast.Expr, error)
//gcsim:leaks fset=0 filename=0 src=0
func ParseExprFrom(fset *token.FileSet, filename string, src any, mode Mode) (expr ast.Expr, err error)
//gcsim:leaks fset=0 filename=0 src=0
func ParseFile(fset *token.FileSet, filename string, src any, mode Mode) (f *ast.File, err error)
const SkipObjectResolution Mode = 64
const SpuriousErrors Mode = 32
const Trace Mode = 8
//gcsim:inline 1.19:8
func assert(cond bool, msg string)
