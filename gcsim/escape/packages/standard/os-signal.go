// Package os/signal of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package signal
import "context"
import "os"
//gcsim:inline 1.19:61
func Ignore(sig ...os.Signal)
func Ignored(sig os.Signal) bool
//gcsim:leaks c=0
func Notify(c chan<- os.Signal, sig ...os.Signal)
//gcsim:leaks parent=0 signals=0
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc)
//gcsim:inline 1.19:61
func Reset(sig ...os.Signal)
//gcsim:leaks c=0
func Stop(c chan<- os.Signal)
func cancel(sigs []struct{}, action func())
//gcsim:leaks #0=0
func signal_disable(uint32)
//gcsim:leaks #0=0
func signal_enable(uint32)
//gcsim:leaks #0=0
func signal_ignore(uint32)
//gcsim:leaks #0=0
func signal_ignored(uint32) bool
