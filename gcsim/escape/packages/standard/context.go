// Package context of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package context
import "time"
//gcsim:inline 1.19:3
func Background() Context
type CancelFunc func()
var Canceled error
type Context interface{ Deadline() (deadline time.Time, ok bool); Done() <-chan struct{}; Err() error; Value(key any) any }
var DeadlineExceeded error
//gcsim:inline 1.19:3
func TODO() Context
//gcsim:leaks parent=0
func WithCancel(parent Context) (ctx Context, cancel CancelFunc)
//gcsim:leaks parent=0 d=0
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc)
//gcsim:leaks parent=0
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc)
//gcsim:leaks parent=0 key=0 val=0
func WithValue(parent Context, key any, val any) Context
//gcsim:leaks c=0
func contextName(c interface{}) string
//gcsim:leaks c=0 key=0
func value(c interface{}, key interface{}) interface{}
