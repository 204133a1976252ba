// Package text/scanner of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package scanner
import "bytes"
import "io"
const Char = -5
const Comment = -8
const EOF = -1
const Float = -4
const GoTokens = 1012
const GoWhitespace = 4294977024
const Ident = -2
const Int = -3
type Position struct{ Filename string; Offset int; Line int; Column int }
//gcsim:inline 1.19:5
func (pos *Position) IsValid() bool
//gcsim:leaks receiver=result0@0
func (pos Position) String() string
const RawString = -7
const ScanChars = 32
const ScanComments = 256
const ScanFloats = 16
const ScanIdents = 4
const ScanInts = 8
const ScanRawStrings = 128
const ScanStrings = 64
type Scanner struct{ src interface{}; srcBuf [1025]byte; srcPos int; srcEnd int; srcBufOffset int; line int; column int; lastLineLen int; lastCharLen int; tokBuf bytes.Buffer; tokPos int; tokEnd int; ch rune; Error func(s *Scanner, msg string); ErrorCount int; Mode uint; Whitespace uint64; IsIdentRune func(ch rune, i int) bool; Position }
//gcsim:leaks receiver=result0@0 src=0
//gcsim:inline 1.19:69
func (s *Scanner) Init(src io.Reader) *Scanner
//gcsim:leaks receiver=0
func (s *Scanner) Next() rune
//gcsim:leaks receiver=0
func (s *Scanner) Peek() rune
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:60
func (s *Scanner) Pos() (pos Position)
//gcsim:leaks receiver=0
func (s *Scanner) Scan() rune
func (s *Scanner) TokenText() string
const SkipComments = 512
const String = -6
//gcsim:inline 1.19:78
func TokenString(tok rune) string
//gcsim:inline 1.19:4
func lower(ch rune) rune
