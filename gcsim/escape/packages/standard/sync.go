// Package sync of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package sync
import "sync/atomic"
import "unsafe"
type Cond struct{ noCopy noCopy; L Locker; notify notifyList; checker copyChecker }
//gcsim:leaks receiver=0
func (c *Cond) Broadcast()
//gcsim:leaks receiver=0
func (c *Cond) Signal()
//gcsim:leaks receiver=0
func (c *Cond) Wait()
type Locker interface{ Lock(); Unlock() }
type Map struct{ mu Mutex; read atomic.Value; dirty map[int]struct{}; misses int }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:61
func (m *Map) Delete(key any)
//gcsim:leaks receiver=0
func (m *Map) Load(key any) (value any, ok bool)
//gcsim:leaks receiver=0
func (m *Map) LoadAndDelete(key any) (value any, loaded bool)
//gcsim:leaks receiver=0 key=0 value=0
func (m *Map) LoadOrStore(key any, value any) (actual any, loaded bool)
//gcsim:leaks receiver=0
func (m *Map) Range(f func(key any, value any) bool)
//gcsim:leaks receiver=0 key=0 value=0
func (m *Map) Store(key any, value any)
type Mutex struct{ state int32; sema uint32 }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:69
func (m *Mutex) Lock()
//gcsim:leaks receiver=0
//gcsim:inline 1.19:29
func (m *Mutex) TryLock() bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:75
func (m *Mutex) Unlock()
//gcsim:leaks receiver=0
func (m *Mutex) lockSlow()
//gcsim:leaks receiver=0
func (m *Mutex) unlockSlow(new int32)
//gcsim:leaks l=0
//gcsim:inline 1.19:5
func NewCond(l Locker) *Cond
type Once struct{ done uint32; m Mutex }
//gcsim:leaks receiver=0
//gcsim:inline 1.19:69
func (o *Once) Do(f func())
//gcsim:leaks receiver=0
func (o *Once) doSlow(f func())
type Pool struct{ noCopy noCopy; local unsafe.Pointer; localSize uintptr; victim unsafe.Pointer; victimSize uintptr; New func() any }
//gcsim:leaks receiver=0
func (p *Pool) Get() any
//gcsim:leaks receiver=0 x=0
func (p *Pool) Put(x any)
type RWMutex struct{ w Mutex; writerSem uint32; readerSem uint32; readerCount int32; readerWait int32 }
//gcsim:leaks receiver=0
func (rw *RWMutex) Lock()
//gcsim:leaks receiver=0
//gcsim:inline 1.19:73
func (rw *RWMutex) RLock()
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (rw *RWMutex) RLocker() Locker
//gcsim:leaks receiver=0
//gcsim:inline 1.19:75
func (rw *RWMutex) RUnlock()
//gcsim:leaks receiver=0
func (rw *RWMutex) TryLock() bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:28
func (rw *RWMutex) TryRLock() bool
//gcsim:leaks receiver=0
func (rw *RWMutex) Unlock()
//gcsim:leaks receiver=0
func (rw *RWMutex) rUnlockSlow(r int32)
type WaitGroup struct{ noCopy noCopy; state1 uint64; state2 uint32 }
//gcsim:leaks receiver=0
func (wg *WaitGroup) Add(delta int)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:61
func (wg *WaitGroup) Done()
//gcsim:leaks receiver=0
func (wg *WaitGroup) Wait()
type copyChecker uintptr
type noCopy struct{}
type notifyList struct{ wait uint32; notify uint32; lock uintptr; head unsafe.Pointer; tail unsafe.Pointer }
//gcsim:leaks s=0
func runtime_SemacquireMutex(s *struct{}, lifo bool, skipframes int)
func runtime_notifyListCheck(size uintptr)
//gcsim:leaks cleanup=0
func runtime_registerPoolCleanup(cleanup func())
