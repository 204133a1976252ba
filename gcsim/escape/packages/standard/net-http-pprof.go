// Package net/http/pprof of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package pprof
import "net/http"
//gcsim:leaks w=0
func Cmdline(w http.ResponseWriter, r *http.Request)
//gcsim:leaks name=0
//gcsim:inline 1.19:3
func Handler(name string) http.Handler
//gcsim:leaks w=0 r=1
func Index(w http.ResponseWriter, r *http.Request)
//gcsim:leaks w=0 r=1
func Profile(w http.ResponseWriter, r *http.Request)
//gcsim:leaks w=0 r=1
func Symbol(w http.ResponseWriter, r *http.Request)
//gcsim:leaks w=0 r=1
func Trace(w http.ResponseWriter, r *http.Request)
