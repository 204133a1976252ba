// Package container/list of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package list
type Element struct{ next *struct{}; prev *struct{}; list *struct{}; Value any }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:22
func (e *Element) Next() *Element
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:22
func (e *Element) Prev() *Element
type List struct{ root Element; len int }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:11
func (l *List) Back() *Element
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:11
func (l *List) Front() *Element
//gcsim:leaks receiver=0
//gcsim:inline 1.19:20
func (l *List) Init() *List
//gcsim:leaks receiver=0 v=0 mark=0
//gcsim:inline 1.19:51
func (l *List) InsertAfter(v any, mark *Element) *Element
//gcsim:leaks receiver=0 v=0 mark=1
//gcsim:inline 1.19:52
func (l *List) InsertBefore(v any, mark *Element) *Element
//gcsim:inline 1.19:3
func (l *List) Len() int
//gcsim:leaks e=0 mark=0
//gcsim:inline 1.19:56
func (l *List) MoveAfter(e *Element, mark *Element)
//gcsim:leaks e=0 mark=1
//gcsim:inline 1.19:57
func (l *List) MoveBefore(e *Element, mark *Element)
//gcsim:leaks receiver=1 e=0
//gcsim:inline 1.19:55
func (l *List) MoveToBack(e *Element)
//gcsim:leaks receiver=0 e=0
//gcsim:inline 1.19:55
func (l *List) MoveToFront(e *Element)
//gcsim:leaks receiver=0 v=0
//gcsim:inline 1.19:78
func (l *List) PushBack(v any) *Element
//gcsim:leaks receiver=0 other=1
func (l *List) PushBackList(other *List)
//gcsim:leaks receiver=0 v=0
//gcsim:inline 1.19:78
func (l *List) PushFront(v any) *Element
//gcsim:leaks receiver=0 other=1
func (l *List) PushFrontList(other *List)
//gcsim:leaks e=1
//gcsim:inline 1.19:40
func (l *List) Remove(e *Element) any
//gcsim:leaks receiver=0 e=0 at=0
//gcsim:inline 1.19:29
func (l *List) insert(e *struct{}, at *struct{}) *struct{}
//gcsim:leaks receiver=0 v=0 at=0
//gcsim:inline 1.19:38
func (l *List) insertValue(v interface{}, at *struct{}) *struct{}
//gcsim:leaks receiver=0
//gcsim:inline 1.19:29
func (l *List) lazyInit()
//gcsim:leaks e=0 at=0
//gcsim:inline 1.19:36
func (l *List) move(e *struct{}, at *struct{})
//gcsim:leaks e=1
//gcsim:inline 1.19:28
func (l *List) remove(e *struct{})
//gcsim:inline 1.19:25
func New() *List
