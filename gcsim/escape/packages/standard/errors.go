// Package errors of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package errors
//gcsim:leaks err=0 target=0
func As(err error, target any) bool
//gcsim:leaks err=0 target=0
func Is(err error, target error) bool
//gcsim:leaks text=0
//gcsim:inline 1.19:6
func New(text string) error
//gcsim:leaks err=0
//gcsim:inline 1.19:75
func Unwrap(err error) error
