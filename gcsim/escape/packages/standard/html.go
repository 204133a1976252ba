// Package html of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package html
//gcsim:leaks s=0
//gcsim:inline 1.19:62
func EscapeString(s string) string
//gcsim:leaks s=result0@0
func UnescapeString(s string) string
