// Package go/ast of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ast
import "go/token"
import "io"
import "reflect"
type ArrayType struct{ Lbrack token.Pos; Len Expr; Elt Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *ArrayType) End() token.Pos
//gcsim:inline 1.19:3
func (x *ArrayType) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ArrayType) exprNode()
type AssignStmt struct{ Lhs []Expr; TokPos token.Pos; Tok token.Token; Rhs []Expr }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:71
func (s *AssignStmt) End() token.Pos
//gcsim:leaks receiver=2
//gcsim:inline 1.19:64
func (s *AssignStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*AssignStmt) stmtNode()
const Bad ObjKind = 0
type BadDecl struct{ From token.Pos; To token.Pos }
//gcsim:inline 1.19:3
func (d *BadDecl) End() token.Pos
//gcsim:inline 1.19:3
func (d *BadDecl) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BadDecl) declNode()
type BadExpr struct{ From token.Pos; To token.Pos }
//gcsim:inline 1.19:3
func (x *BadExpr) End() token.Pos
//gcsim:inline 1.19:3
func (x *BadExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BadExpr) exprNode()
type BadStmt struct{ From token.Pos; To token.Pos }
//gcsim:inline 1.19:3
func (s *BadStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *BadStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BadStmt) stmtNode()
type BasicLit struct{ ValuePos token.Pos; Kind token.Token; Value string }
//gcsim:inline 1.19:7
func (x *BasicLit) End() token.Pos
//gcsim:inline 1.19:3
func (x *BasicLit) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BasicLit) exprNode()
type BinaryExpr struct{ X Expr; OpPos token.Pos; Op token.Token; Y Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *BinaryExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *BinaryExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BinaryExpr) exprNode()
type BlockStmt struct{ Lbrace token.Pos; List []Stmt; Rbrace token.Pos }
//gcsim:leaks receiver=2
func (s *BlockStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *BlockStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BlockStmt) stmtNode()
type BranchStmt struct{ TokPos token.Pos; Tok token.Token; Label *Ident }
func (s *BranchStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *BranchStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*BranchStmt) stmtNode()
type CallExpr struct{ Fun Expr; Lparen token.Pos; Args []Expr; Ellipsis token.Pos; Rparen token.Pos }
//gcsim:inline 1.19:5
func (x *CallExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *CallExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*CallExpr) exprNode()
type CaseClause struct{ Case token.Pos; List []Expr; Colon token.Pos; Body []Stmt }
//gcsim:leaks receiver=2
func (s *CaseClause) End() token.Pos
//gcsim:inline 1.19:3
func (s *CaseClause) Pos() token.Pos
//gcsim:inline 1.19:0
func (*CaseClause) stmtNode()
type ChanDir int
type ChanType struct{ Begin token.Pos; Arrow token.Pos; Dir ChanDir; Value Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *ChanType) End() token.Pos
//gcsim:inline 1.19:3
func (x *ChanType) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ChanType) exprNode()
type CommClause struct{ Case token.Pos; Comm Stmt; Colon token.Pos; Body []Stmt }
//gcsim:leaks receiver=2
func (s *CommClause) End() token.Pos
//gcsim:inline 1.19:3
func (s *CommClause) Pos() token.Pos
//gcsim:inline 1.19:0
func (*CommClause) stmtNode()
type Comment struct{ Slash token.Pos; Text string }
//gcsim:inline 1.19:7
func (c *Comment) End() token.Pos
//gcsim:inline 1.19:3
func (c *Comment) Pos() token.Pos
type CommentGroup struct{ List []*Comment }
//gcsim:inline 1.19:21
func (g *CommentGroup) End() token.Pos
//gcsim:inline 1.19:10
func (g *CommentGroup) Pos() token.Pos
//gcsim:leaks receiver=3
func (g *CommentGroup) Text() string
type CommentMap map[Node][]*CommentGroup
//gcsim:leaks receiver=2
func (cmap CommentMap) Comments() []*CommentGroup
//gcsim:leaks receiver=0 node=0
func (cmap CommentMap) Filter(node Node) CommentMap
func (cmap CommentMap) String() string
//gcsim:leaks new=0
//gcsim:inline 1.19:26
func (cmap CommentMap) Update(old Node, new Node) Node
type CompositeLit struct{ Type Expr; Lbrace token.Pos; Elts []Expr; Rbrace token.Pos; Incomplete bool }
//gcsim:inline 1.19:5
func (x *CompositeLit) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:70
func (x *CompositeLit) Pos() token.Pos
//gcsim:inline 1.19:0
func (*CompositeLit) exprNode()
const Con ObjKind = 2
type Decl interface{ declNode(); Node }
type DeclStmt struct{ Decl Decl }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *DeclStmt) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *DeclStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*DeclStmt) stmtNode()
type DeferStmt struct{ Defer token.Pos; Call *CallExpr }
//gcsim:inline 1.19:10
func (s *DeferStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *DeferStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*DeferStmt) stmtNode()
type Ellipsis struct{ Ellipsis token.Pos; Elt Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:72
func (x *Ellipsis) End() token.Pos
//gcsim:inline 1.19:3
func (x *Ellipsis) Pos() token.Pos
//gcsim:inline 1.19:0
func (*Ellipsis) exprNode()
type EmptyStmt struct{ Semicolon token.Pos; Implicit bool }
//gcsim:inline 1.19:11
func (s *EmptyStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *EmptyStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*EmptyStmt) stmtNode()
type Expr interface{ exprNode(); Node }
type ExprStmt struct{ X Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *ExprStmt) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *ExprStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ExprStmt) stmtNode()
type Field struct{ Doc *CommentGroup; Names []*Ident; Type Expr; Tag *BasicLit; Comment *CommentGroup }
//gcsim:leaks receiver=1
func (f *Field) End() token.Pos
//gcsim:leaks receiver=1
func (f *Field) Pos() token.Pos
type FieldFilter func(name string, value reflect.Value) bool
type FieldList struct{ Opening token.Pos; List []*Field; Closing token.Pos }
//gcsim:leaks receiver=3
func (f *FieldList) End() token.Pos
//gcsim:inline 1.19:35
func (f *FieldList) NumFields() int
//gcsim:leaks receiver=3
func (f *FieldList) Pos() token.Pos
type File struct{ Doc *CommentGroup; Package token.Pos; Name *Ident; Decls []Decl; Scope *Scope; Imports []*ImportSpec; Unresolved []*Ident; Comments []*CommentGroup }
//gcsim:leaks receiver=2
func (f *File) End() token.Pos
//gcsim:inline 1.19:3
func (f *File) Pos() token.Pos
//gcsim:leaks src=2
//gcsim:inline 1.19:63
func FileExports(src *File) bool
type Filter func(string) bool
//gcsim:leaks decl=1
//gcsim:inline 1.19:63
func FilterDecl(decl Decl, f Filter) bool
//gcsim:leaks src=2
//gcsim:inline 1.19:63
func FilterFile(src *File, f Filter) bool
const FilterFuncDuplicates MergeMode = 1
const FilterImportDuplicates MergeMode = 4
//gcsim:leaks pkg=4
func FilterPackage(pkg *Package, f Filter) bool
const FilterUnassociatedComments MergeMode = 2
type ForStmt struct{ For token.Pos; Init Stmt; Cond Expr; Post Stmt; Body *BlockStmt }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:62
func (s *ForStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *ForStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ForStmt) stmtNode()
//gcsim:leaks w=0 fset=0 x=0 f=0
//gcsim:inline 1.19:64
func Fprint(w io.Writer, fset *token.FileSet, x any, f FieldFilter) error
const Fun ObjKind = 5
type FuncDecl struct{ Doc *CommentGroup; Recv *FieldList; Name *Ident; Type *FuncType; Body *BlockStmt }
//gcsim:leaks receiver=3
func (d *FuncDecl) End() token.Pos
//gcsim:leaks receiver=5
func (d *FuncDecl) Pos() token.Pos
//gcsim:inline 1.19:0
func (*FuncDecl) declNode()
type FuncLit struct{ Type *FuncType; Body *BlockStmt }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:62
func (x *FuncLit) End() token.Pos
//gcsim:leaks receiver=5
func (x *FuncLit) Pos() token.Pos
//gcsim:inline 1.19:0
func (*FuncLit) exprNode()
type FuncType struct{ Func token.Pos; TypeParams *FieldList; Params *FieldList; Results *FieldList }
//gcsim:leaks receiver=4
func (x *FuncType) End() token.Pos
//gcsim:leaks receiver=4
//gcsim:inline 1.19:79
func (x *FuncType) Pos() token.Pos
//gcsim:inline 1.19:0
func (*FuncType) exprNode()
type GenDecl struct{ Doc *CommentGroup; TokPos token.Pos; Tok token.Token; Lparen token.Pos; Specs []Spec; Rparen token.Pos }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:78
func (d *GenDecl) End() token.Pos
//gcsim:inline 1.19:3
func (d *GenDecl) Pos() token.Pos
//gcsim:inline 1.19:0
func (*GenDecl) declNode()
type GoStmt struct{ Go token.Pos; Call *CallExpr }
//gcsim:inline 1.19:10
func (s *GoStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *GoStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*GoStmt) stmtNode()
type Ident struct{ NamePos token.Pos; Name string; Obj *Object }
//gcsim:inline 1.19:7
func (x *Ident) End() token.Pos
//gcsim:inline 1.19:62
func (id *Ident) IsExported() bool
//gcsim:inline 1.19:3
func (x *Ident) Pos() token.Pos
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:9
func (id *Ident) String() string
//gcsim:inline 1.19:0
func (*Ident) exprNode()
type IfStmt struct{ If token.Pos; Init Stmt; Cond Expr; Body *BlockStmt; Else Stmt }
//gcsim:leaks receiver=1
func (s *IfStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *IfStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*IfStmt) stmtNode()
type ImportSpec struct{ Doc *CommentGroup; Name *Ident; Path *BasicLit; Comment *CommentGroup; EndPos token.Pos }
//gcsim:inline 1.19:20
func (s *ImportSpec) End() token.Pos
//gcsim:inline 1.19:21
func (s *ImportSpec) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ImportSpec) specNode()
type Importer func(imports map[string]*Object, path string) (pkg *Object, err error)
type IncDecStmt struct{ X Expr; TokPos token.Pos; Tok token.Token }
//gcsim:inline 1.19:5
func (s *IncDecStmt) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *IncDecStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*IncDecStmt) stmtNode()
type IndexExpr struct{ X Expr; Lbrack token.Pos; Index Expr; Rbrack token.Pos }
//gcsim:inline 1.19:5
func (x *IndexExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *IndexExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*IndexExpr) exprNode()
type IndexListExpr struct{ X Expr; Lbrack token.Pos; Indices []Expr; Rbrack token.Pos }
//gcsim:inline 1.19:5
func (x *IndexListExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *IndexListExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*IndexListExpr) exprNode()
//gcsim:leaks node=0 f=0
//gcsim:inline 1.19:62
func Inspect(node Node, f func(Node) bool)
type InterfaceType struct{ Interface token.Pos; Methods *FieldList; Incomplete bool }
//gcsim:leaks receiver=4
//gcsim:inline 1.19:62
func (x *InterfaceType) End() token.Pos
//gcsim:inline 1.19:3
func (x *InterfaceType) Pos() token.Pos
//gcsim:inline 1.19:0
func (*InterfaceType) exprNode()
//gcsim:inline 1.19:61
func IsExported(name string) bool
type KeyValueExpr struct{ Key Expr; Colon token.Pos; Value Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *KeyValueExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *KeyValueExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*KeyValueExpr) exprNode()
type LabeledStmt struct{ Label *Ident; Colon token.Pos; Stmt Stmt }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *LabeledStmt) End() token.Pos
//gcsim:inline 1.19:8
func (s *LabeledStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*LabeledStmt) stmtNode()
const Lbl ObjKind = 6
type MapType struct{ Map token.Pos; Key Expr; Value Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *MapType) End() token.Pos
//gcsim:inline 1.19:3
func (x *MapType) Pos() token.Pos
//gcsim:inline 1.19:0
func (*MapType) exprNode()
type MergeMode uint
//gcsim:leaks pkg=1
func MergePackageFiles(pkg *Package, mode MergeMode) *File
//gcsim:leaks fset=0 node=0 comments=1
func NewCommentMap(fset *token.FileSet, node Node, comments []*CommentGroup) CommentMap
//gcsim:leaks name=0
//gcsim:inline 1.19:9
func NewIdent(name string) *Ident
//gcsim:leaks name=0
//gcsim:inline 1.19:7
func NewObj(kind ObjKind, name string) *Object
//gcsim:leaks fset=0 files=0 universe=0
func NewPackage(fset *token.FileSet, files map[string]*File, importer Importer, universe *Scope) (*Package, error)
//gcsim:leaks outer=0
//gcsim:inline 1.19:8
func NewScope(outer *Scope) *Scope
type Node interface{ End() token.Pos; Pos() token.Pos }
func NotNilFilter(_ string, v reflect.Value) bool
type ObjKind int
//gcsim:inline 1.19:4
func (kind ObjKind) String() string
type Object struct{ Kind ObjKind; Name string; Decl any; Data any; Type any }
func (obj *Object) Pos() token.Pos
type Package struct{ Name string; Scope *Scope; Imports map[string]*Object; Files map[string]*File }
//gcsim:inline 1.19:2
func (p *Package) End() token.Pos
//gcsim:inline 1.19:2
func (p *Package) Pos() token.Pos
//gcsim:leaks pkg=4
func PackageExports(pkg *Package) bool
type ParenExpr struct{ Lparen token.Pos; X Expr; Rparen token.Pos }
//gcsim:inline 1.19:5
func (x *ParenExpr) End() token.Pos
//gcsim:inline 1.19:3
func (x *ParenExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ParenExpr) exprNode()
const Pkg ObjKind = 1
//gcsim:leaks fset=0 x=0
//gcsim:inline 1.19:72
func Print(fset *token.FileSet, x any) error
const RECV ChanDir = 2
type RangeStmt struct{ For token.Pos; Key Expr; Value Expr; TokPos token.Pos; Tok token.Token; X Expr; Body *BlockStmt }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:62
func (s *RangeStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *RangeStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*RangeStmt) stmtNode()
type ReturnStmt struct{ Return token.Pos; Results []Expr }
//gcsim:leaks receiver=2
func (s *ReturnStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *ReturnStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ReturnStmt) stmtNode()
const SEND ChanDir = 1
type Scope struct{ Outer *Scope; Objects map[string]*Object }
//gcsim:leaks obj=0
//gcsim:inline 1.19:19
func (s *Scope) Insert(obj *Object) (alt *Object)
//gcsim:inline 1.19:5
func (s *Scope) Lookup(name string) *Object
//gcsim:leaks receiver=0
func (s *Scope) String() string
type SelectStmt struct{ Select token.Pos; Body *BlockStmt }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:62
func (s *SelectStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *SelectStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*SelectStmt) stmtNode()
type SelectorExpr struct{ X Expr; Sel *Ident }
//gcsim:inline 1.19:12
func (x *SelectorExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *SelectorExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*SelectorExpr) exprNode()
type SendStmt struct{ Chan Expr; Arrow token.Pos; Value Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *SendStmt) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *SendStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*SendStmt) stmtNode()
type SliceExpr struct{ X Expr; Lbrack token.Pos; Low Expr; High Expr; Max Expr; Slice3 bool; Rbrack token.Pos }
//gcsim:inline 1.19:5
func (x *SliceExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *SliceExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*SliceExpr) exprNode()
//gcsim:leaks fset=0 f=1
func SortImports(fset *token.FileSet, f *File)
type Spec interface{ specNode(); Node }
type StarExpr struct{ Star token.Pos; X Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *StarExpr) End() token.Pos
//gcsim:inline 1.19:3
func (x *StarExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*StarExpr) exprNode()
type Stmt interface{ stmtNode(); Node }
type StructType struct{ Struct token.Pos; Fields *FieldList; Incomplete bool }
//gcsim:leaks receiver=4
//gcsim:inline 1.19:62
func (x *StructType) End() token.Pos
//gcsim:inline 1.19:3
func (x *StructType) Pos() token.Pos
//gcsim:inline 1.19:0
func (*StructType) exprNode()
type SwitchStmt struct{ Switch token.Pos; Init Stmt; Tag Expr; Body *BlockStmt }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:62
func (s *SwitchStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *SwitchStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*SwitchStmt) stmtNode()
const Typ ObjKind = 3
type TypeAssertExpr struct{ X Expr; Lparen token.Pos; Type Expr; Rparen token.Pos }
//gcsim:inline 1.19:5
func (x *TypeAssertExpr) End() token.Pos
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *TypeAssertExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*TypeAssertExpr) exprNode()
type TypeSpec struct{ Doc *CommentGroup; Name *Ident; TypeParams *FieldList; Assign token.Pos; Type Expr; Comment *CommentGroup }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (s *TypeSpec) End() token.Pos
//gcsim:inline 1.19:8
func (s *TypeSpec) Pos() token.Pos
//gcsim:inline 1.19:0
func (*TypeSpec) specNode()
type TypeSwitchStmt struct{ Switch token.Pos; Init Stmt; Assign Stmt; Body *BlockStmt }
//gcsim:leaks receiver=3
//gcsim:inline 1.19:62
func (s *TypeSwitchStmt) End() token.Pos
//gcsim:inline 1.19:3
func (s *TypeSwitchStmt) Pos() token.Pos
//gcsim:inline 1.19:0
func (*TypeSwitchStmt) stmtNode()
type UnaryExpr struct{ OpPos token.Pos; Op token.Token; X Expr }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:62
func (x *UnaryExpr) End() token.Pos
//gcsim:inline 1.19:3
func (x *UnaryExpr) Pos() token.Pos
//gcsim:inline 1.19:0
func (*UnaryExpr) exprNode()
type ValueSpec struct{ Doc *CommentGroup; Names []*Ident; Type Expr; Values []Expr; Comment *CommentGroup }
//gcsim:leaks receiver=1
func (s *ValueSpec) End() token.Pos
//gcsim:inline 1.19:10
func (s *ValueSpec) Pos() token.Pos
//gcsim:inline 1.19:0
func (*ValueSpec) specNode()
const Var ObjKind = 4
type Visitor interface{ Visit(node Node) (w Visitor) }
//gcsim:leaks v=0 node=0
func Walk(v Visitor, node Node)
//gcsim:leaks decl=1
func filterDecl(decl interface{}, f func(), export bool) bool
//gcsim:leaks src=2
func filterFile(src *struct{}, f func(), export bool) bool
//gcsim:leaks w=0 fset=0 x=0 f=0
func fprint(w interface{}, fset *struct{}, x interface{}, f func()) (err interface{})
