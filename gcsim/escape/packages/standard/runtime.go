// Package runtime of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package runtime
import "unsafe"
func BlockProfile(p []BlockProfileRecord) (n int, ok bool)
type BlockProfileRecord struct{ Count int64; Cycles int64; StackRecord }
//gcsim:inline 1.19:59
func Breakpoint()
//gcsim:inline 1.19:3
func CPUProfile() []byte
func Caller(skip int) (pc uintptr, file string, line int, ok bool)
//gcsim:inline 1.19:69
func Callers(skip int, pc []uintptr) int
//gcsim:leaks callers=0
//gcsim:inline 1.19:18
func CallersFrames(callers []uintptr) *Frames
const Compiler = "gc"
type Error interface{ RuntimeError(); error }
type Frame struct{ PC uintptr; Func *Func; Function string; File string; Line int; Entry uintptr; funcInfo funcInfo }
type Frames struct{ callers []struct{}; frames []struct{}; frameStore [2]Frame }
//gcsim:leaks receiver=0
func (ci *Frames) Next() (frame Frame, more bool)
type Func struct{ opaque struct{} }
func (f *Func) Entry() uintptr
//gcsim:leaks receiver=1
func (f *Func) FileLine(pc uintptr) (file string, line int)
//gcsim:leaks receiver=result0@1
func (f *Func) Name() string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:73
func (f *Func) funcInfo() funcInfo
func FuncForPC(pc uintptr) *Func
func GC()
const GOARCH string = "amd64"
func GOMAXPROCS(n int) int
const GOOS string = "linux"
//gcsim:inline 1.19:72
func GOROOT() string
func Goexit()
//gcsim:leaks p=0
//gcsim:inline 1.19:71
func GoroutineProfile(p []StackRecord) (n int, ok bool)
//gcsim:inline 1.19:62
func Gosched()
func KeepAlive(x any)
func LockOSThread()
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool)
var MemProfileRate int
type MemProfileRecord struct{ AllocBytes int64; FreeBytes int64; AllocObjects int64; FreeObjects int64; Stack0 [32]uintptr }
//gcsim:inline 1.19:6
func (r *MemProfileRecord) InUseBytes() int64
//gcsim:inline 1.19:6
func (r *MemProfileRecord) InUseObjects() int64
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:26
func (r *MemProfileRecord) Stack() []uintptr
type MemStats struct{ Alloc uint64; TotalAlloc uint64; Sys uint64; Lookups uint64; Mallocs uint64; Frees uint64; HeapAlloc uint64; HeapSys uint64; HeapIdle uint64; HeapInuse uint64; HeapReleased uint64; HeapObjects uint64; StackInuse uint64; StackSys uint64; MSpanInuse uint64; MSpanSys uint64; MCacheInuse uint64; MCacheSys uint64; BuckHashSys uint64; GCSys uint64; OtherSys uint64; NextGC uint64; LastGC uint64; PauseTotalNs uint64; PauseNs [256]uint64; PauseEnd [256]uint64; NumGC uint32; NumForcedGC uint32; GCCPUFraction float64; EnableGC bool; DebugGC bool; BySize [61]struct{ Size uint32; Mallocs uint64; Frees uint64 } }
func MutexProfile(p []BlockProfileRecord) (n int, ok bool)
//gcsim:inline 1.19:3
func NumCPU() int
//gcsim:inline 1.19:32
func NumCgoCall() int64
//gcsim:inline 1.19:44
func NumGoroutine() int
func ReadMemStats(m *MemStats)
func ReadTrace() []byte
func SetBlockProfileRate(rate int)
func SetCPUProfileRate(hz int)
//gcsim:leaks traceback=0 context=0 symbolizer=0
func SetCgoTraceback(version int, traceback unsafe.Pointer, context unsafe.Pointer, symbolizer unsafe.Pointer)
//gcsim:leaks obj=0 finalizer=0
func SetFinalizer(obj any, finalizer any)
//gcsim:inline 1.19:21
func SetMutexProfileFraction(rate int) int
//gcsim:leaks buf=0
func Stack(buf []byte, all bool) int
type StackRecord struct{ Stack0 [32]uintptr }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:26
func (r *StackRecord) Stack() []uintptr
func StartTrace() error
func StopTrace()
//gcsim:inline 1.19:61
func ThreadCreateProfile(p []StackRecord) (n int, ok bool)
type TypeAssertionError struct{ _interface *struct{}; concrete *struct{}; asserted *struct{}; missingMethod string }
//gcsim:leaks receiver=2
func (e *TypeAssertionError) Error() string
//gcsim:inline 1.19:0
func (*TypeAssertionError) RuntimeError()
//gcsim:inline 1.19:48
func UnlockOSThread()
//gcsim:inline 1.19:2
func Version() string
//gcsim:inline 1.19:17
func activeModules() []struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:4
func add(p unsafe.Pointer, x uintptr) unsafe.Pointer
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:4
func add1(p *struct{}) *struct{}
//gcsim:leaks p=result0@0
//gcsim:inline 1.19:4
func addb(p *struct{}, n uintptr) *struct{}
//gcsim:leaks t=0
func addtimer(t *struct{})
//gcsim:inline 1.19:30
func adjustpointer(adjinfo *struct{}, vpp unsafe.Pointer)
//gcsim:inline 1.19:6
func alignDown(n uintptr, a uintptr) uintptr
//gcsim:inline 1.19:10
func alignUp(n uintptr, a uintptr) uintptr
type arenaIdx uint
//gcsim:inline 1.19:6
func arenaIndex(p uintptr) arenaIdx
//gcsim:inline 1.19:0
func assertLockHeld(l *struct{})
//gcsim:inline 1.19:0
func assertWorldStopped()
//gcsim:inline 1.19:0
func assertWorldStoppedOrLockHeld(l *struct{})
func atomicwb(ptr *struct{}, new unsafe.Pointer)
func binarySearchTree(x *struct{}, idx int, n int) (root *struct{}, restBuf *struct{}, restIdx int)
//gcsim:inline 1.19:4
func bool2int(x bool) int
//gcsim:inline 1.19:11
func boring_runtime_arg0() string
func breakpoint()
//gcsim:inline 1.19:6
func bucketShift(b uint8) uintptr
//gcsim:leaks addr=0
func callCgoMmap(addr unsafe.Pointer, n uintptr, prot int32, flags int32, fd int32, off uint32) uintptr
//gcsim:leaks addr=0
func callCgoMunmap(addr unsafe.Pointer, n uintptr)
func callCgoSigaction(sig uintptr, new *struct{}, old *struct{}) int32
func callers(skip int, pcbuf []struct{}) int
func cgoCheckUsingType(typ *struct{}, src unsafe.Pointer, off uintptr, size uintptr)
//gcsim:leaks c=0 ep=0
func chanrecv(c *struct{}, ep unsafe.Pointer, block bool) (selected bool, received bool)
//gcsim:inline 1.19:0
func checkTimeouts()
//gcsim:leaks c=1
func closechan(c *struct{})
//gcsim:leaks buf=0 a=result0@1
func concatstrings(buf *struct{}, a []struct{}) string
//gcsim:inline 1.19:23
func copysign(x float64, y float64) float64
func deltimer(t *struct{}) bool
func dieFromSignal(sig uint32)
//gcsim:inline 1.19:8
func divRoundUp(n uintptr, a uintptr) uintptr
//gcsim:inline 1.19:28
func dolockOSThread()
//gcsim:inline 1.19:28
func dounlockOSThread()
func dumpmemrange(data unsafe.Pointer, len uintptr)
func dwrite(data unsafe.Pointer, len uintptr)
//gcsim:inline 1.19:22
func empty(c *struct{}) bool
func epollctl(epfd int32, op int32, fd int32, ev *struct{}) int32
//gcsim:inline 1.19:16
func evacuated(b *struct{}) bool
func exit(code int32)
func f64toint(f uint64) (val int64, ok bool)
func fadd64(f uint64, g uint64) uint64
func fastexprand(mean int) int32
//gcsim:inline 1.19:31
func fastrand() uint32
//gcsim:inline 1.19:30
func fastrand64() uint64
//gcsim:inline 1.19:41
func fastrandn(n uint32) uint32
//gcsim:inline 1.19:33
func fastrandu() uint
func fatal(s string)
func fcmp64(f uint64, g uint64) (cmp int32, isnan bool)
func finishsweep_m()
func fintto32(val int64) (f uint32)
func fintto64(val int64) (f uint64)
//gcsim:inline 1.19:3
func float64bits(f float64) uint64
//gcsim:inline 1.19:3
func float64frombits(b uint64) float64
//gcsim:inline 1.19:4
func fneg64(f uint64) uint64
type funcInfo struct{ _func *struct{}; datap *struct{} }
//gcsim:leaks gp=0
func gcAssistAlloc1(gp *struct{}, scanWork int64)
func gcMark(startTime int64)
//gcsim:inline 1.19:40
func gcount() int32
//gcsim:leaks gp=1 v=0
func gentraceback(pc0 uintptr, sp0 uintptr, lr0 uintptr, gp *struct{}, skip int, pcbuf *struct{}, max int, callback func(), v unsafe.Pointer, flags uint) int
//gcsim:inline 1.19:2
func getLockRank(l *struct{}) lockRank
//gcsim:leaks r=0
func getRandomData(r []struct{})
func getclosureptr() uintptr
func getg() *struct{}
//gcsim:leaks inter=0 typ=0
func getitab(inter *struct{}, typ *struct{}, canfail bool) *struct{}
func goenvs_unix()
func gogetenv(key string) string
//gcsim:leaks unlockf=0 lock=0
func gopark(unlockf func(), lock unsafe.Pointer, reason waitReason, traceEv byte, traceskip int)
func goready(gp *struct{}, traceskip int)
//gcsim:inline 1.19:20
func heapRetained() uint64
func initsig(preinit bool)
//gcsim:leaks p=0
func interhash(p unsafe.Pointer, h uintptr) uintptr
//gcsim:inline 1.19:4
func isEmpty(x uint8) bool
//gcsim:inline 1.19:11
func isFinite(f float64) bool
//gcsim:inline 1.19:25
func isInf(f float64) bool
//gcsim:inline 1.19:4
func isNaN(f float64) (is bool)
func isSystemGoroutine(gp *struct{}, fixed bool) bool
func iterate_itabs(fn func())
//gcsim:leaks buf=result0@0
//gcsim:inline 1.19:40
func itoa(buf []struct{}, val uint64) []struct{}
type limiterEventStamp uint64
type limiterEventType uint8
//gcsim:inline 1.19:65
func lock(l *struct{})
func lock2(l *struct{})
//gcsim:inline 1.19:0
func lockInit(l *struct{}, rank lockRank)
type lockRank int
//gcsim:inline 1.19:60
func lockWithRank(l *struct{}, rank lockRank)
//gcsim:inline 1.19:10
func makeLimiterEventStamp(typ limiterEventType, now int64) limiterEventStamp
//gcsim:leaks t=1
func makechan(t *struct{}, size int) *struct{}
//gcsim:leaks h=result0@0
func makemap(t *struct{}, hint int, h *struct{}) *struct{}
func malg(stacksize int32) *struct{}
func mallocgc(size uintptr, typ *struct{}, needzero bool) unsafe.Pointer
//gcsim:leaks h=1 key=0
func mapaccess1(t *struct{}, h *struct{}, key unsafe.Pointer) unsafe.Pointer
//gcsim:leaks h=1 key=0
func mapaccess2(t *struct{}, h *struct{}, key unsafe.Pointer) (unsafe.Pointer, bool)
//gcsim:leaks h=result0@1
func mapaccess2_faststr(t *struct{}, h *struct{}, ky string) (unsafe.Pointer, bool)
//gcsim:leaks h=1 key=0
func mapdelete(t *struct{}, h *struct{}, key unsafe.Pointer)
//gcsim:leaks h=1
func mapdelete_faststr(t *struct{}, h *struct{}, ky string)
//gcsim:leaks t=0 h=0 it=1
func mapiterinit(t *struct{}, h *struct{}, it *struct{})
//gcsim:leaks it=1
func mapiternext(it *struct{})
//gcsim:leaks fn=0
func mcall(fn func())
func memclrNoHeapPointers(ptr unsafe.Pointer, n uintptr)
//gcsim:leaks p=0
func memhash(p unsafe.Pointer, h uintptr, s uintptr) uintptr
//gcsim:leaks p=0
func memhash32(p unsafe.Pointer, h uintptr) uintptr
//gcsim:leaks p=0
func memhash64(p unsafe.Pointer, h uintptr) uintptr
func memhashFallback(p unsafe.Pointer, seed uintptr, s uintptr) uintptr
func memmove(to unsafe.Pointer, from unsafe.Pointer, n uintptr)
//gcsim:leaks addr=0
func mmap(addr unsafe.Pointer, n uintptr, prot int32, flags int32, fd int32, off uint32) (unsafe.Pointer, int)
//gcsim:leaks t=0 f=0 arg=0
func modtimer(t *struct{}, when int64, period int64, f func(), arg interface{}, seq uintptr) bool
//gcsim:leaks addr=0
func munmap(addr unsafe.Pointer, n uintptr)
type name struct{ bytes *struct{} }
type nameOff int32
//gcsim:inline 1.19:60
func nanotime() int64
func nanotime1() int64
func netpollGenericInit()
//gcsim:inline 1.19:13
func netpollIsPollDescriptor(fd uintptr) bool
func netpolldeadlineimpl(pd *struct{}, seq uintptr, read bool, write bool)
func newMarkBits(nelems uintptr) *struct{}
func newarray(typ *struct{}, n int) unsafe.Pointer
//gcsim:leaks fn=0
func newm(fn func(), _p_ *struct{}, id int64)
//gcsim:leaks p=0
func nilinterhash(p unsafe.Pointer, h uintptr) uintptr
//gcsim:inline 1.19:9
func noescape(p unsafe.Pointer) unsafe.Pointer
//gcsim:inline 1.19:4
func noteclear(n *struct{})
func notesleep(n *struct{})
func osyield()
func panicCheck2(err string)
//gcsim:leaks have=0 want=0 iface=0
//gcsim:inline 1.19:12
func panicdottypeE(have *struct{}, want *struct{}, iface *struct{})
//gcsim:inline 1.19:3
func panicunsafeslicelen()
//gcsim:inline 1.19:3
func panicunsafeslicenilptr()
func pcvalue(f funcInfo, off uint32, targetpc uintptr, cache *struct{}, strict bool) (int32, uintptr)
func persistentalloc1(size uintptr, align uintptr, sysStat *struct{}) *struct{}
func printhex(v uint64)
//gcsim:inline 1.19:60
func printpointer(p unsafe.Pointer)
//gcsim:leaks s=0
func printstring(s string)
//gcsim:inline 1.19:25
func procPin() int
//gcsim:inline 1.19:11
func procUnpin()
func procyield(cycles uint32)
//gcsim:leaks pauses=1
func readGCStats_m(pauses *struct{})
//gcsim:inline 1.19:35
func readUnaligned32(p unsafe.Pointer) uint32
//gcsim:inline 1.19:67
func readUnaligned64(p unsafe.Pointer) uint64
//gcsim:inline 1.19:6
func readgstatus(gp *struct{}) uint32
func readmemstats_m(stats *struct{})
func ready(gp *struct{}, traceskip int, next bool)
//gcsim:inline 1.19:62
func reflect_typedmemmove(typ *struct{}, dst unsafe.Pointer, src unsafe.Pointer)
func removefinalizer(p unsafe.Pointer)
//gcsim:leaks t=0
//gcsim:inline 1.19:70
func resettimer(t *struct{}, when int64) bool
func resolveNameOff(ptrInModule unsafe.Pointer, off nameOff) name
func resolveTypeOff(ptrInModule unsafe.Pointer, off typeOff) *struct{}
func rtsigprocmask(how int32, new *struct{}, old *struct{}, size int32)
//gcsim:leaks gp=1
func saveg(pc uintptr, sp uintptr, gp *struct{}, r *struct{})
func scanframeworker(frame *struct{}, state *struct{}, gcw *struct{})
func selunlock(scases []struct{}, lockorder []struct{})
type semaProfileFlags int
//gcsim:leaks addr=0
func semacquire1(addr *struct{}, lifo bool, profile semaProfileFlags, skipframes int)
//gcsim:inline 1.19:62
func semrelease(addr *struct{})
func semrelease1(addr *struct{}, handoff bool, skipframes int)
//gcsim:inline 1.19:8
func setGNoWB(gp *struct{}, new *struct{})
//gcsim:inline 1.19:8
func setMNoWB(mp *struct{}, new *struct{})
func setProcessCPUProfilerTimer(hz int32)
func setprofilebucket(p unsafe.Pointer, b *struct{})
func sigaction(sig uint32, new *struct{}, old *struct{})
func signalM(mp *struct{}, sig int)
//gcsim:inline 1.19:63
func sigprocmask(how int32, new *struct{}, old *struct{})
//gcsim:inline 1.19:62
func spanOf(p uintptr) *struct{}
func spanOfHeap(p uintptr) *struct{}
type stack struct{ lo uintptr; hi uintptr }
func stackalloc(n uint32) stack
func stackfree(stk stack)
func startTheWorldWithSema(emitTraceEvent bool) int64
//gcsim:leaks p=0
func strhash(p unsafe.Pointer, h uintptr) uintptr
//gcsim:leaks sp=result0@0
//gcsim:inline 1.19:2
func stringStructOf(sp *struct{}) *struct{}
func sysHugePageOS(v unsafe.Pointer, n uintptr)
//gcsim:leaks v=0
func sysUnusedOS(v unsafe.Pointer, n uintptr)
//gcsim:leaks v=0
func sysUsedOS(v unsafe.Pointer, n uintptr)
func sysargs(argc int32, argv *struct{})
func systemstack(fn func())
func tickspersecond() int64
func traceEvent(ev byte, skip int, args ...uint64)
//gcsim:leaks gp=1
//gcsim:inline 1.19:64
func traceback(pc uintptr, sp uintptr, lr uintptr, gp *struct{})
//gcsim:leaks gp=1
func traceback1(pc uintptr, sp uintptr, lr uintptr, gp *struct{}, flags uint)
//gcsim:leaks gp1=1
func tryRecordGoroutineProfile(gp1 *struct{}, yield func())
//gcsim:leaks gp1=1
func tryRecordGoroutineProfileWB(gp1 *struct{})
type typeOff int32
func typedmemclr(typ *struct{}, ptr unsafe.Pointer)
func typedmemmove(typ *struct{}, dst unsafe.Pointer, src unsafe.Pointer)
//gcsim:leaks p=0
func typehash(t *struct{}, p unsafe.Pointer, h uintptr) uintptr
//gcsim:inline 1.19:60
func unlock(l *struct{})
func unlock2(l *struct{})
func unlockOSThread()
//gcsim:inline 1.19:60
func unlockWithRank(l *struct{})
func unminitSignals()
//gcsim:inline 1.19:43
func unsafeslice(et *struct{}, ptr unsafe.Pointer, len int)
func usleep(usec uint32)
type waitReason uint8
func wbBufFlush1(_p_ *struct{})
func write(fd uintptr, p unsafe.Pointer, n int32) int32
