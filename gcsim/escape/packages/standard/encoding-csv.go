// Package encoding/csv of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package csv
import "io"
var ErrBareQuote error
var ErrFieldCount error
var ErrQuote error
var ErrTrailingComma error
//gcsim:leaks r=0
//gcsim:inline 1.19:66
func NewReader(r io.Reader) *Reader
//gcsim:leaks w=0
//gcsim:inline 1.19:48
func NewWriter(w io.Writer) *Writer
type ParseError struct{ StartLine int; Line int; Column int; Err error }
//gcsim:leaks receiver=1
func (e *ParseError) Error() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *ParseError) Unwrap() error
type Reader struct{ Comma rune; Comment rune; FieldsPerRecord int; LazyQuotes bool; TrimLeadingSpace bool; ReuseRecord bool; TrailingComma bool; r *struct{}; numLine int; offset int64; rawBuffer []struct{}; recordBuffer []struct{}; fieldIndexes []struct{}; fieldPositions []struct{}; lastRecord []struct{} }
//gcsim:inline 1.19:27
func (r *Reader) FieldPos(field int) (line int, column int)
//gcsim:inline 1.19:3
func (r *Reader) InputOffset() int64
//gcsim:leaks receiver=1
func (r *Reader) Read() (record []string, err error)
//gcsim:leaks receiver=1
func (r *Reader) ReadAll() (records [][]string, err error)
type Writer struct{ Comma rune; UseCRLF bool; w *struct{} }
//gcsim:leaks receiver=2
//gcsim:inline 1.19:69
func (w *Writer) Error() error
//gcsim:leaks receiver=2
//gcsim:inline 1.19:61
func (w *Writer) Flush()
//gcsim:leaks receiver=2 record=1
func (w *Writer) Write(record []string) error
//gcsim:leaks receiver=2 records=2
func (w *Writer) WriteAll(records [][]string) error
