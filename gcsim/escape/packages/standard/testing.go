// Package testing of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package testing
import "io"
import "reflect"
import "sync"
import "time"
func AllocsPerRun(runs int, f func()) (avg float64)
type B struct{ common; importPath string; context *struct{}; N int; previousN int; previousDuration time.Duration; benchFunc func(); benchTime durationOrCountFlag; bytes int64; missingBytes bool; timerOn bool; showAllocResult bool; result BenchmarkResult; parallelism int; startAllocs uint64; startBytes uint64; netAllocs uint64; netBytes uint64; extra map[int]struct{} }
//gcsim:inline 1.19:4
func (b *B) ReportAllocs()
//gcsim:leaks unit=0
//gcsim:inline 1.19:80
func (b *B) ReportMetric(n float64, unit string)
func (b *B) ResetTimer()
//gcsim:leaks receiver=0 name=0 f=0
func (b *B) Run(name string, f func(b *B)) bool
//gcsim:leaks receiver=0 body=0
func (b *B) RunParallel(body func(*PB))
//gcsim:inline 1.19:4
func (b *B) SetBytes(n int64)
//gcsim:inline 1.19:8
func (b *B) SetParallelism(p int)
func (b *B) StartTimer()
func (b *B) StopTimer()
//gcsim:leaks f=0
func Benchmark(f func(b *B)) BenchmarkResult
type BenchmarkResult struct{ N int; T time.Duration; Bytes int64; MemAllocs uint64; MemBytes uint64; Extra map[string]float64 }
//gcsim:inline 1.19:30
func (r BenchmarkResult) AllocedBytesPerOp() int64
//gcsim:inline 1.19:30
func (r BenchmarkResult) AllocsPerOp() int64
func (r BenchmarkResult) MemString() string
//gcsim:inline 1.19:33
func (r BenchmarkResult) NsPerOp() int64
func (r BenchmarkResult) String() string
type Cover struct{ Mode string; Counters map[string][]uint32; Blocks map[string][]CoverBlock; CoveredPackages string }
type CoverBlock struct{ Line0 uint32; Col0 uint16; Line1 uint32; Col1 uint16; Stmts uint16 }
//gcsim:inline 1.19:3
func CoverMode() string
//gcsim:inline 1.19:47
func Coverage() float64
type F struct{ common; fuzzContext *struct{}; testContext *struct{}; inFuzzFn bool; corpus []struct{}; result fuzzResult; fuzzCalled bool }
//gcsim:leaks receiver=1 args=1
func (f *F) Add(args ...any)
//gcsim:leaks receiver=0
func (f *F) Fail()
//gcsim:leaks receiver=0 ff=0
func (f *F) Fuzz(ff any)
//gcsim:leaks receiver=0
func (f *F) Helper()
//gcsim:leaks receiver=0
func (f *F) Skipped() bool
func Init()
type InternalBenchmark struct{ Name string; F func(b *B) }
type InternalExample struct{ Name string; F func(); Output string; Unordered bool }
type InternalFuzzTarget struct{ Name string; Fn func(f *F) }
type InternalTest struct{ Name string; F func(*T) }
type M struct{ deps interface{}; tests []struct{}; benchmarks []struct{}; fuzzTargets []struct{}; examples []struct{}; timer *struct{}; afterOnce sync.Once; numRun int; exitCode int }
//gcsim:leaks receiver=0
func (m *M) Run() (code int)
//gcsim:leaks receiver=1
func (m *M) writeProfiles()
//gcsim:leaks matchString=0 tests=0 benchmarks=0 examples=0
func Main(matchString func(pat string, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample)
//gcsim:leaks deps=0 tests=0 benchmarks=0 fuzzTargets=0 examples=0
//gcsim:inline 1.19:72
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M
type PB struct{ globalN *struct{}; grain uint64; cache uint64; bN uint64 }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:51
func (pb *PB) Next() bool
//gcsim:leaks c=0
//gcsim:inline 1.19:3
func RegisterCover(c Cover)
//gcsim:leaks matchString=0 benchmarks=1
//gcsim:inline 1.19:62
func RunBenchmarks(matchString func(pat string, str string) (bool, error), benchmarks []InternalBenchmark)
//gcsim:leaks examples=1
//gcsim:inline 1.19:66
func RunExamples(matchString func(pat string, str string) (bool, error), examples []InternalExample) (ok bool)
//gcsim:leaks matchString=0 tests=1
func RunTests(matchString func(pat string, str string) (bool, error), tests []InternalTest) (ok bool)
//gcsim:inline 1.19:24
func Short() bool
type T struct{ common; isParallel bool; isEnvSet bool; context *struct{} }
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:51
func (t *T) Deadline() (deadline time.Time, ok bool)
//gcsim:leaks receiver=0
func (t *T) Parallel()
//gcsim:leaks receiver=0 name=0 f=0
func (t *T) Run(name string, f func(t *T)) bool
//gcsim:leaks receiver=0 key=0 value=0
//gcsim:inline 1.19:74
func (t *T) Setenv(key string, value string)
type TB interface{ Cleanup(func()); Error(args ...any); Errorf(format string, args ...any); Fail(); FailNow(); Failed() bool; Fatal(args ...any); Fatalf(format string, args ...any); Helper(); Log(args ...any); Logf(format string, args ...any); Name() string; Setenv(key string, value string); Skip(args ...any); SkipNow(); Skipf(format string, args ...any); Skipped() bool; TempDir() string; private() }
//gcsim:inline 1.19:24
func Verbose() bool
type common struct{ mu sync.RWMutex; output []struct{}; w interface{}; ran bool; failed bool; skipped bool; done bool; helperPCs map[int]struct{}; helperNames map[int]struct{}; cleanups []struct{}; cleanupName string; cleanupPc []struct{}; finished bool; inFuzzFn bool; chatty *struct{}; bench bool; hasSub int32; raceErrors int; runner string; parent *struct{}; level int; creator []struct{}; name string; start time.Time; duration time.Duration; barrier chan struct{}; signal chan struct{}; sub []struct{}; tempDirMu sync.Mutex; tempDir string; tempDirErr interface{}; tempDirSeq int32 }
//gcsim:leaks receiver=0 f=0
func (c *common) Cleanup(f func())
//gcsim:leaks receiver=0 args=1
func (c *common) Error(args ...any)
//gcsim:leaks receiver=0 args=1
func (c *common) Errorf(format string, args ...any)
//gcsim:leaks receiver=0
func (c *common) Fail()
//gcsim:leaks receiver=0
func (c *common) FailNow()
//gcsim:leaks receiver=0
func (c *common) Failed() bool
//gcsim:leaks receiver=0 args=1
func (c *common) Fatal(args ...any)
//gcsim:leaks receiver=0 args=1
func (c *common) Fatalf(format string, args ...any)
//gcsim:leaks receiver=0
func (c *common) Helper()
//gcsim:leaks receiver=0 args=1
func (c *common) Log(args ...any)
//gcsim:leaks receiver=0 args=1
func (c *common) Logf(format string, args ...any)
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (c *common) Name() string
//gcsim:leaks receiver=0 key=0 value=0
func (c *common) Setenv(key string, value string)
//gcsim:leaks receiver=0 args=1
func (c *common) Skip(args ...any)
//gcsim:leaks receiver=0
func (c *common) SkipNow()
//gcsim:leaks receiver=0 args=1
func (c *common) Skipf(format string, args ...any)
//gcsim:leaks receiver=0
func (c *common) Skipped() bool
//gcsim:leaks receiver=0
func (c *common) TempDir() string
//gcsim:leaks receiver=0 s=0
func (c *common) logDepth(s string, depth int)
//gcsim:inline 1.19:0
func (c *common) private()
//gcsim:leaks receiver=0
func (c *common) runCleanup(ph panicHandling) (panicVal interface{})
type durationOrCountFlag struct{ d time.Duration; n int; allowZero bool }
type fuzzResult struct{ N int; T time.Duration; Error interface{} }
type panicHandling int
//gcsim:leaks importPath=0 matchString=0 benchmarks=1
func runBenchmarks(importPath string, matchString func(), benchmarks []struct{}) bool
//gcsim:leaks examples=1
func runExamples(matchString func(), examples []struct{}) (ran bool, ok bool)
type testDeps interface{ CheckCorpus([]any, []reflect.Type) error; CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []struct{ Parent string; Path string; Data []byte; Values []any; Generation int; IsSeed bool }, []reflect.Type, string, string) error; ImportPath() string; MatchString(pat string, str string) (bool, error); ReadCorpus(string, []reflect.Type) ([]struct{ Parent string; Path string; Data []byte; Values []any; Generation int; IsSeed bool }, error); ResetCoverage(); RunFuzzWorker(func(struct{ Parent string; Path string; Data []byte; Values []any; Generation int; IsSeed bool }) error) error; SetPanicOnExit0(bool); SnapshotCoverage(); StartCPUProfile(io.Writer) error; StartTestLog(io.Writer); StopCPUProfile(); StopTestLog() error; WriteProfileTo(string, io.Writer, int) error }
