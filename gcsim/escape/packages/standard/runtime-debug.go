// Package runtime/debug of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package debug
import "time"
type BuildInfo struct{ GoVersion string; Path string; Main Module; Deps []*Module; Settings []BuildSetting }
//gcsim:leaks receiver=1
func (bi *BuildInfo) String() string
type BuildSetting struct{ Key string; Value string }
//gcsim:inline 1.19:59
func FreeOSMemory()
type GCStats struct{ LastGC time.Time; NumGC int64; PauseTotal time.Duration; Pause []time.Duration; PauseEnd []time.Time; PauseQuantiles []time.Duration }
type Module struct{ Path string; Version string; Sum string; Replace *Module }
//gcsim:leaks data=0
func ParseBuildInfo(data string) (bi *BuildInfo, err error)
func PrintStack()
func ReadBuildInfo() (info *BuildInfo, ok bool)
//gcsim:leaks stats=0
func ReadGCStats(stats *GCStats)
//gcsim:inline 1.19:63
func SetGCPercent(percent int) int
//gcsim:inline 1.19:61
func SetMaxStack(bytes int) int
//gcsim:inline 1.19:61
func SetMaxThreads(threads int) int
//gcsim:inline 1.19:61
func SetMemoryLimit(limit int64) int64
//gcsim:inline 1.19:61
func SetPanicOnFault(enabled bool) bool
//gcsim:leaks level=0
func SetTraceback(level string)
func Stack() []byte
func WriteHeapDump(fd uintptr)
func freeOSMemory()
//gcsim:leaks #0=0
func setGCPercent(int32) int32
//gcsim:leaks #0=0
func setMaxStack(int) int
//gcsim:leaks #0=0
func setMaxThreads(int) int
//gcsim:leaks #0=0
func setMemoryLimit(int64) int64
//gcsim:leaks #0=0
func setPanicOnFault(bool) bool
