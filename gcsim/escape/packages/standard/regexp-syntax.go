// Package regexp/syntax of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package syntax
const ClassNL Flags = 4
//gcsim:leaks re=1
func Compile(re *Regexp) (*Prog, error)
const DotNL Flags = 8
const EmptyBeginLine EmptyOp = 1
const EmptyBeginText EmptyOp = 4
const EmptyEndLine EmptyOp = 2
const EmptyEndText EmptyOp = 8
const EmptyNoWordBoundary EmptyOp = 32
type EmptyOp uint8
func EmptyOpContext(r1 rune, r2 rune) EmptyOp
const EmptyWordBoundary EmptyOp = 16
const ErrInternalError ErrorCode = "regexp/syntax: internal error"
const ErrInvalidCharClass ErrorCode = "invalid character class"
const ErrInvalidCharRange ErrorCode = "invalid character class range"
const ErrInvalidEscape ErrorCode = "invalid escape sequence"
const ErrInvalidNamedCapture ErrorCode = "invalid named capture"
const ErrInvalidPerlOp ErrorCode = "invalid or unsupported Perl syntax"
const ErrInvalidRepeatOp ErrorCode = "invalid nested repetition operator"
const ErrInvalidRepeatSize ErrorCode = "invalid repeat count"
const ErrInvalidUTF8 ErrorCode = "invalid UTF-8"
const ErrMissingBracket ErrorCode = "missing closing ]"
const ErrMissingParen ErrorCode = "missing closing )"
const ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"
const ErrNestingDepth ErrorCode = "expression nests too deeply"
const ErrTrailingBackslash ErrorCode = "trailing backslash at end of expression"
const ErrUnexpectedParen ErrorCode = "unexpected )"
type Error struct{ Code ErrorCode; Expr string }
//gcsim:inline 1.19:13
func (e *Error) Error() string
type ErrorCode string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:2
func (e ErrorCode) String() string
type Flags uint16
const FoldCase Flags = 1
type Inst struct{ Op InstOp; Out uint32; Arg uint32; Rune []rune }
func (i *Inst) MatchEmptyWidth(before rune, after rune) bool
//gcsim:inline 1.19:64
func (i *Inst) MatchRune(r rune) bool
func (i *Inst) MatchRunePos(r rune) int
//gcsim:inline 1.19:75
func (i *Inst) String() string
const InstAlt InstOp = 0
const InstAltMatch InstOp = 1
const InstCapture InstOp = 2
const InstEmptyWidth InstOp = 3
const InstFail InstOp = 5
const InstMatch InstOp = 4
const InstNop InstOp = 6
type InstOp uint8
//gcsim:inline 1.19:13
func (i InstOp) String() string
const InstRune InstOp = 7
const InstRune1 InstOp = 8
const InstRuneAny InstOp = 9
const InstRuneAnyNotNL InstOp = 10
//gcsim:inline 1.19:28
func IsWordChar(r rune) bool
const Literal Flags = 2
const MatchNL Flags = 12
const NonGreedy Flags = 32
const OneLine Flags = 16
type Op uint8
func (i Op) String() string
const OpAlternate Op = 19
const OpAnyChar Op = 6
const OpAnyCharNotNL Op = 5
const OpBeginLine Op = 7
const OpBeginText Op = 9
const OpCapture Op = 13
const OpCharClass Op = 4
const OpConcat Op = 18
const OpEmptyMatch Op = 2
const OpEndLine Op = 8
const OpEndText Op = 10
const OpLiteral Op = 3
const OpNoMatch Op = 1
const OpNoWordBoundary Op = 12
const OpPlus Op = 15
const OpQuest Op = 16
const OpRepeat Op = 17
const OpStar Op = 14
const OpWordBoundary Op = 11
const POSIX Flags = 0
//gcsim:leaks s=0
//gcsim:inline 1.19:71
func Parse(s string, flags Flags) (*Regexp, error)
const Perl Flags = 212
const PerlX Flags = 64
type Prog struct{ Inst []Inst; Start int; NumCap int }
func (p *Prog) Prefix() (prefix string, complete bool)
//gcsim:inline 1.19:54
func (p *Prog) StartCond() EmptyOp
//gcsim:inline 1.19:75
func (p *Prog) String() string
type Regexp struct{ Op Op; Flags Flags; Sub []*Regexp; Sub0 [1]*Regexp; Rune []rune; Rune0 [2]rune; Min int; Max int; Cap int; Name string }
//gcsim:leaks receiver=1
func (re *Regexp) CapNames() []string
func (x *Regexp) Equal(y *Regexp) bool
func (re *Regexp) MaxCap() int
//gcsim:leaks receiver=0
func (re *Regexp) Simplify() *Regexp
//gcsim:inline 1.19:75
func (re *Regexp) String() string
const Simple Flags = 512
const UnicodeGroups Flags = 128
const WasDollar Flags = 256
//gcsim:leaks b=1
func dumpInst(b *struct{}, i *struct{})
//gcsim:leaks b=1
func dumpProg(b *struct{}, p *struct{})
//gcsim:inline 1.19:6
func makePatchList(n uint32) patchList
type patchList struct{ head uint32; tail uint32 }
//gcsim:leaks b=1
func writeRegexp(b *struct{}, re *struct{})
