// Package container/ring of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package ring
//gcsim:inline 1.19:50
func New(n int) *Ring
type Ring struct{ next *struct{}; prev *struct{}; Value any }
//gcsim:leaks receiver=0
func (r *Ring) Do(f func(any))
//gcsim:leaks receiver=0
//gcsim:inline 1.19:54
func (r *Ring) Len() int
//gcsim:leaks receiver=0 s=0
//gcsim:inline 1.19:80
func (r *Ring) Link(s *Ring) *Ring
//gcsim:leaks receiver=0
//gcsim:inline 1.19:52
func (r *Ring) Move(n int) *Ring
//gcsim:leaks receiver=0
//gcsim:inline 1.19:22
func (r *Ring) Next() *Ring
//gcsim:leaks receiver=0
//gcsim:inline 1.19:22
func (r *Ring) Prev() *Ring
//gcsim:leaks receiver=0
func (r *Ring) Unlink(n int) *Ring
//gcsim:leaks receiver=0
//gcsim:inline 1.19:10
func (r *Ring) init() *struct{}
