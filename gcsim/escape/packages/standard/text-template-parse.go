// Package text/template/parse of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package parse
import "strings"
type ActionNode struct{ NodeType; Pos; tr *struct{}; Line int; Pipe *PipeNode }
//gcsim:leaks receiver=2
func (a *ActionNode) Copy() Node
//gcsim:leaks receiver=5
//gcsim:inline 1.19:75
func (a *ActionNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (a *ActionNode) tree() *Tree
//gcsim:leaks receiver=5 sb=0
func (a *ActionNode) writeTo(sb *strings.Builder)
type BoolNode struct{ NodeType; Pos; tr *struct{}; True bool }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:21
func (b *BoolNode) Copy() Node
//gcsim:inline 1.19:7
func (b *BoolNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (b *BoolNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:55
func (b *BoolNode) writeTo(sb *strings.Builder)
type BranchNode struct{ NodeType; Pos; tr *struct{}; Line int; Pipe *PipeNode; List *ListNode; ElseList *ListNode }
//gcsim:leaks receiver=1
func (b *BranchNode) Copy() Node
//gcsim:leaks receiver=3
//gcsim:inline 1.19:75
func (b *BranchNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (b *BranchNode) tree() *Tree
//gcsim:leaks receiver=3 sb=0
func (b *BranchNode) writeTo(sb *strings.Builder)
type BreakNode struct{ tr *struct{}; NodeType; Pos; Line int }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:21
func (b *BreakNode) Copy() Node
//gcsim:inline 1.19:2
func (b *BreakNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (b *BreakNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:46
func (b *BreakNode) writeTo(sb *strings.Builder)
type ChainNode struct{ NodeType; Pos; tr *struct{}; Node Node; Field []string }
//gcsim:leaks receiver=1 field=0
//gcsim:inline 1.19:33
func (c *ChainNode) Add(field string)
//gcsim:leaks receiver=2
//gcsim:inline 1.19:21
func (c *ChainNode) Copy() Node
//gcsim:leaks receiver=1
//gcsim:inline 1.19:75
func (c *ChainNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *ChainNode) tree() *Tree
//gcsim:leaks receiver=1 sb=0
func (c *ChainNode) writeTo(sb *strings.Builder)
type CommandNode struct{ NodeType; Pos; tr *struct{}; Args []Node }
//gcsim:leaks receiver=1,result0@0
func (c *CommandNode) Copy() Node
//gcsim:leaks receiver=2
//gcsim:inline 1.19:75
func (c *CommandNode) String() string
//gcsim:leaks receiver=1 arg=0
//gcsim:inline 1.19:7
func (c *CommandNode) append(arg interface{})
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *CommandNode) tree() *Tree
//gcsim:leaks receiver=2 sb=0
func (c *CommandNode) writeTo(sb *strings.Builder)
type CommentNode struct{ NodeType; Pos; tr *struct{}; Text string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:15
func (c *CommentNode) Copy() Node
//gcsim:inline 1.19:75
func (c *CommentNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *CommentNode) tree() *Tree
//gcsim:leaks sb=1
func (c *CommentNode) writeTo(sb *strings.Builder)
type ContinueNode struct{ tr *struct{}; NodeType; Pos; Line int }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:21
func (c *ContinueNode) Copy() Node
//gcsim:inline 1.19:2
func (c *ContinueNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *ContinueNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:46
func (c *ContinueNode) writeTo(sb *strings.Builder)
type DotNode struct{ NodeType; Pos; tr *struct{} }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:17
func (d *DotNode) Copy() Node
//gcsim:inline 1.19:2
func (d *DotNode) String() string
//gcsim:inline 1.19:2
func (d *DotNode) Type() NodeType
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (d *DotNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:50
func (d *DotNode) writeTo(sb *strings.Builder)
type FieldNode struct{ NodeType; Pos; tr *struct{}; Ident []string }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:18
func (f *FieldNode) Copy() Node
//gcsim:inline 1.19:75
func (f *FieldNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (f *FieldNode) tree() *Tree
//gcsim:leaks sb=1
func (f *FieldNode) writeTo(sb *strings.Builder)
type IdentifierNode struct{ NodeType; Pos; tr *struct{}; Ident string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:39
func (i *IdentifierNode) Copy() Node
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:6
func (i *IdentifierNode) SetPos(pos Pos) *IdentifierNode
//gcsim:leaks receiver=result0@0 t=0
//gcsim:inline 1.19:6
func (i *IdentifierNode) SetTree(t *Tree) *IdentifierNode
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (i *IdentifierNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (i *IdentifierNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:51
func (i *IdentifierNode) writeTo(sb *strings.Builder)
type IfNode struct{ BranchNode }
//gcsim:leaks receiver=2
func (i *IfNode) Copy() Node
//gcsim:leaks n=0
func IsEmptyTree(n Node) bool
type ListNode struct{ NodeType; Pos; tr *struct{}; Nodes []Node }
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:62
func (l *ListNode) Copy() Node
//gcsim:leaks receiver=1,result0@0
func (l *ListNode) CopyList() *ListNode
//gcsim:leaks receiver=2
func (l *ListNode) String() string
//gcsim:leaks receiver=1 n=0
//gcsim:inline 1.19:7
func (l *ListNode) append(n interface{})
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (l *ListNode) tree() *Tree
//gcsim:leaks receiver=2 sb=0
//gcsim:inline 1.19:68
func (l *ListNode) writeTo(sb *strings.Builder)
type Mode uint
//gcsim:leaks name=0 funcs=0
//gcsim:inline 1.19:7
func New(name string, funcs ...map[string]any) *Tree
//gcsim:leaks ident=0
//gcsim:inline 1.19:7
func NewIdentifier(ident string) *IdentifierNode
type NilNode struct{ NodeType; Pos; tr *struct{} }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:17
func (n *NilNode) Copy() Node
//gcsim:inline 1.19:2
func (n *NilNode) String() string
//gcsim:inline 1.19:2
func (n *NilNode) Type() NodeType
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (n *NilNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:50
func (n *NilNode) writeTo(sb *strings.Builder)
type Node interface{ Copy() Node; Position() Pos; String() string; Type() NodeType; tree() *Tree; writeTo(*strings.Builder) }
const NodeAction NodeType = 1
const NodeBool NodeType = 2
const NodeBreak NodeType = 21
const NodeChain NodeType = 3
const NodeCommand NodeType = 4
const NodeComment NodeType = 20
const NodeContinue NodeType = 22
const NodeDot NodeType = 5
const NodeField NodeType = 8
const NodeIdentifier NodeType = 9
const NodeIf NodeType = 10
const NodeList NodeType = 11
const NodeNil NodeType = 12
const NodeNumber NodeType = 13
const NodePipe NodeType = 14
const NodeRange NodeType = 15
const NodeString NodeType = 16
const NodeTemplate NodeType = 17
const NodeText NodeType = 0
type NodeType int
//gcsim:inline 1.19:2
func (t NodeType) Type() NodeType
const NodeVariable NodeType = 18
const NodeWith NodeType = 19
type NumberNode struct{ NodeType; Pos; tr *struct{}; IsInt bool; IsUint bool; IsFloat bool; IsComplex bool; Int64 int64; Uint64 uint64; Float64 float64; Complex128 complex128; Text string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:14
func (n *NumberNode) Copy() Node
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (n *NumberNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (n *NumberNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:51
func (n *NumberNode) writeTo(sb *strings.Builder)
//gcsim:leaks name=0 text=0 leftDelim=0 rightDelim=0 funcs=0
func Parse(name string, text string, leftDelim string, rightDelim string, funcs ...map[string]any) (map[string]*Tree, error)
const ParseComments Mode = 1
type PipeNode struct{ NodeType; Pos; tr *struct{}; Line int; IsAssign bool; Decl []*VariableNode; Cmds []*CommandNode }
//gcsim:leaks receiver=1,result0@0
//gcsim:inline 1.19:62
func (p *PipeNode) Copy() Node
//gcsim:leaks receiver=1,result0@0
func (p *PipeNode) CopyPipe() *PipeNode
//gcsim:leaks receiver=4
//gcsim:inline 1.19:75
func (p *PipeNode) String() string
//gcsim:leaks receiver=1 command=0
//gcsim:inline 1.19:7
func (p *PipeNode) append(command *struct{})
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (p *PipeNode) tree() *Tree
//gcsim:leaks receiver=4 sb=0
func (p *PipeNode) writeTo(sb *strings.Builder)
type Pos int
//gcsim:inline 1.19:2
func (p Pos) Position() Pos
type RangeNode struct{ BranchNode }
//gcsim:leaks receiver=2
func (r *RangeNode) Copy() Node
const SkipFuncCheck Mode = 2
type StringNode struct{ NodeType; Pos; tr *struct{}; Quoted string; Text string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:25
func (s *StringNode) Copy() Node
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (s *StringNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (s *StringNode) tree() *Tree
//gcsim:leaks sb=1
//gcsim:inline 1.19:51
func (s *StringNode) writeTo(sb *strings.Builder)
type TemplateNode struct{ NodeType; Pos; tr *struct{}; Line int; Name string; Pipe *PipeNode }
//gcsim:leaks receiver=2
func (t *TemplateNode) Copy() Node
//gcsim:leaks receiver=5
//gcsim:inline 1.19:75
func (t *TemplateNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (t *TemplateNode) tree() *Tree
//gcsim:leaks receiver=5 sb=0
func (t *TemplateNode) writeTo(sb *strings.Builder)
type TextNode struct{ NodeType; Pos; tr *struct{}; Text []byte }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:18
func (t *TextNode) Copy() Node
//gcsim:leaks receiver=1
//gcsim:inline 1.19:64
func (t *TextNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (t *TextNode) tree() *Tree
//gcsim:leaks receiver=1 sb=1
func (t *TextNode) writeTo(sb *strings.Builder)
type Tree struct{ Name string; ParseName string; Root *ListNode; Mode Mode; text string; funcs []struct{}; lex *struct{}; token [3]item; peekCount int; vars []struct{}; treeSet map[int]struct{}; actionLine int; rangeDepth int }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:80
func (t *Tree) Copy() *Tree
//gcsim:leaks receiver=1 n=0
func (t *Tree) ErrorContext(n Node) (location string, context string)
//gcsim:leaks receiver=0 text=0 leftDelim=0 rightDelim=0 treeSet=0 funcs=0
func (t *Tree) Parse(text string, leftDelim string, rightDelim string, treeSet map[string]*Tree, funcs ...map[string]any) (tree *Tree, err error)
//gcsim:inline 1.19:4
func (t *Tree) backup()
//gcsim:leaks receiver=1 format=0 args=1
func (t *Tree) errorf(format string, args ...interface{})
//gcsim:leaks receiver=1 context=0
func (t *Tree) expect(expected itemType, context string) item
//gcsim:leaks receiver=0
//gcsim:inline 1.19:11
func (t *Tree) newBool(pos Pos, true bool) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:11
func (t *Tree) newBreak(pos Pos, line int) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:11
func (t *Tree) newContinue(pos Pos, line int) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:9
func (t *Tree) newDot(pos Pos) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:11
func (t *Tree) newElse(pos Pos, line int) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:9
func (t *Tree) newEnd(pos Pos) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:9
func (t *Tree) newNil(pos Pos) *struct{}
//gcsim:leaks receiver=0 orig=0 text=0
//gcsim:inline 1.19:13
func (t *Tree) newString(pos Pos, orig string, text string) *struct{}
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:42
func (t *Tree) nextNonSpace() (token item)
type VariableNode struct{ NodeType; Pos; tr *struct{}; Ident []string }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:18
func (v *VariableNode) Copy() Node
//gcsim:inline 1.19:75
func (v *VariableNode) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (v *VariableNode) tree() *Tree
//gcsim:leaks sb=1
func (v *VariableNode) writeTo(sb *strings.Builder)
type WithNode struct{ BranchNode }
//gcsim:leaks receiver=2
func (w *WithNode) Copy() Node
//gcsim:inline 1.19:16
func isSpace(r rune) bool
type item struct{ typ itemType; pos Pos; val string; line int }
type itemType int
//gcsim:leaks l=1
func lexFieldOrVariable(l *struct{}, typ itemType) func()
