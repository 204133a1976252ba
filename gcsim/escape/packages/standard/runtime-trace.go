// Package runtime/trace of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package trace
import "context"
import "io"
//gcsim:inline 1.19:13
func IsEnabled() bool
//gcsim:leaks ctx=0 category=0 message=0
func Log(ctx context.Context, category string, message string)
//gcsim:leaks ctx=0 category=0 args=1
func Logf(ctx context.Context, category string, format string, args ...any)
//gcsim:leaks pctx=0 taskType=0
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task)
type Region struct{ id uint64; regionType string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:69
func (r *Region) End()
//gcsim:leaks w=0
func Start(w io.Writer) error
//gcsim:leaks ctx=0 regionType=0
func StartRegion(ctx context.Context, regionType string) *Region
func Stop()
type Task struct{ id uint64 }
//gcsim:inline 1.19:61
func (t *Task) End()
//gcsim:leaks ctx=0 regionType=0
func WithRegion(ctx context.Context, regionType string, fn func())
//gcsim:leaks regionType=0
func userRegion(id uint64, mode uint64, regionType string)
func userTaskEnd(id uint64)
