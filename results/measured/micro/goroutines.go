package main

import (
	"fmt"
	"runtime"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

func nothing() {}

//go:noinline
func deferOne() {
	defer nothing()
}

// deferMany puts n records on the goroutine's list: a defer in a loop takes a record from the pool (deferproc), as every
// defer did up to go1.12; outside a loop later releases run it without a record.
//
//go:noinline
func deferMany(n int) {
	for i := 0; i < n; i++ {
		defer nothing()
	}
}

//go:noinline
func call() {}

//go:noinline
func panicRecover() {
	defer func() { _ = recover() }()
	panic(failure)
}

var failure = new(int)

// mutexTurns makes n Locks that find the Mutex held: its holder yields with it, so the other must park.
func mutexTurns(n int) {
	var lock sync.Mutex
	done := make(chan bool, 2)
	player := func() {
		for i := 0; i < n/2; i++ {
			lock.Lock()
			runtime.Gosched()
			lock.Unlock()
		}
		done <- true
	}
	go player()
	go player()
	<-done
	<-done
}

func init() {
	perOp("gosched.alone", "Gosched, no other goroutine", 1, 10000, func(n int) {
		for i := 0; i < n; i++ {
			runtime.Gosched()
		}
	})
	perOp("gosched.pair", "Gosched with one other goroutine that does the same, for one switch", 1, 10000, func(n int) {
		done := make(chan bool)
		yields := func() {
			for i := 0; i < n/2; i++ {
				runtime.Gosched()
			}
		}
		go func() {
			yields()
			done <- true
		}()
		yields()
		<-done
	})
	perOp("go.exit", "go f(), run and exit of an empty f, starter yields by Gosched; G from the P's free list", 1, 5000, func(n int) {
		for i := 0; i < n; i++ {
			go nothing()
			runtime.Gosched()
		}
	})
	perOp("go.buffered_chan", "go func() { c <- 1 }() and <-c, one slot", 1, 5000, func(n int) {
		c := make(chan int, 1)
		for i := 0; i < n; i++ {
			go func() { c <- 1 }()
			<-c
		}
	})
	benches = append(benches, bench{"go.parts", 1, spawnParts})
	perOp("call", "call of an empty function that is not inlined", 1, 200000, func(n int) {
		for i := 0; i < n; i++ {
			call()
		}
	})
	perOp("defer.open", "call of a function with one defer outside a loop (open-coded, no record, from go1.14)", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			deferOne()
		}
	})
	perOp("defer.record", "one defer in a loop and its run at return: record from the pool, nearest to 1.4-1.8", 1, 2000, deferMany)
	perOp("panic.recover", "call, defer, panic, recover, return", 1, 5000, func(n int) {
		for i := 0; i < n; i++ {
			panicRecover()
		}
	})
	perOp("lockosthread", "LockOSThread + UnlockOSThread", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			runtime.LockOSThread()
			runtime.UnlockOSThread()
		}
	})
	lockedSwitch := "unbuffered channels between a locked and an unlocked goroutine, for one switch (futex wake + sleep)"
	perOp("locked.switch", lockedSwitch, 1, 200, lockedTurns)
	perOp("locked.switch.p2", lockedSwitch+", 2 Ps", 2, 200, lockedTurns)
	benches = append(benches, bench{"thread.start", 1, newThreads})
}

// lockedTurns makes n switches between this goroutine and one that is wired to a thread of its own.
func lockedTurns(n int) {
	ask, answer := make(chan int), make(chan int)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		for v := range ask {
			answer <- v
		}
	}()
	for i := 0; i < n/2; i++ {
		ask <- i
		<-answer
	}
	close(ask)
}

var (
	finished sync.WaitGroup
	parked   int
)

func finish() { finished.Done() }

// spawnParts separates the go statement from running and ending the goroutine, and a G that is reused from a new one.
func spawnParts(r *recorder) {
	const count = 100
	for rep := 0; rep < 60; rep++ {
		finished.Add(count)
		start := time.Now()
		for i := 0; i < count; i++ {
			go finish()
		}
		made := time.Now()
		finished.Wait()
		r.add("go.statement", "ns", "the go statement alone, G from the P's free list, 100 in a row", float64(made.Sub(start))/count)
		r.add("go.run_exit", "ns", "schedule, run a function that only calls WaitGroup.Done, goexit; 100 in a row", float64(time.Since(made))/count)
	}
	out, stop := startChild("spawn", "GOMAXPROCS=1")
	defer stop()
	samples(out, func(label string, v float64) { r.add(label, "ns", spawned[label], v) })
}

// spawned explains the series that the process for new goroutines prints.
var spawned = map[string]string{
	"go.statement.new":  "the go statement with a new g and stack from new memory, 100 in a row",
	"go.park":           "schedule a new goroutine and park it on a channel, 100 in a row",
	"chan.close.waiter": "close with 4000 parked receivers, for each that is made runnable",
}

// spawn starts goroutines that do not end, so that each takes a new g and a new stack.
func spawn() {
	const count, batches = 100, 40
	gate := make(chan bool)
	for batch := 1; batch <= batches; batch++ {
		start := time.Now()
		for i := 0; i < count; i++ {
			go func() {
				parked++
				<-gate
			}()
		}
		made := time.Now()
		for parked < batch*count {
			runtime.Gosched()
		}
		fmt.Println("go.statement.new", int(made.Sub(start))/count)
		fmt.Println("go.park", int(time.Since(made))/count)
	}
	start := time.Now()
	close(gate)
	fmt.Println("chan.close.waiter", int(time.Since(start))/(count*batches))
}

// newThreads starts fresh processes, whose first Ms are the ones that have to be cloned.
func newThreads(r *recorder) {
	for i := 0; i < 12; i++ {
		out, stop := startChild("threads", "GOMAXPROCS=3")
		samples(out, func(label string, v float64) {
			how := "go statement to its goroutine running on an idle M that was woken and stole it, 3 Ps, the starter goes on computing"
			if label == "new" {
				how = "as thread.start.idle with no M idle: one was cloned"
			}
			r.add("thread.start."+label, "ns", how, v)
		})
		stop()
	}
}

// startThreads prints how long after a go statement another thread runs the new goroutine, while this thread keeps its CPU.
// Of the three Ps this goroutine holds one and the blocker one (in a short system call, which sysmon leaves alone), so that
// one M is started for the third and the chain of wake-ups ends with it. The goroutines stay wired to their threads, which
// keeps the Ms from becoming idle.
func startThreads() {
	begin, forever := make(chan bool), make(chan bool)
	var calls int64
	go func() {
		for range begin {
			atomic.AddInt64(&calls, 1)
			sleepInKernel(3*time.Millisecond, syscall.Syscall)
		}
	}()
	for i := int64(0); i < 10; i++ {
		begin <- true
		for atomic.LoadInt64(&calls) == i {
		}
		threads := pprof.Lookup("threadcreate").Count()
		var running int64
		start := time.Now()
		go func() {
			atomic.StoreInt64(&running, int64(time.Since(start)))
			runtime.LockOSThread()
			// The P stays held until the blocker's is idle: with no P idle, parking would start one more M.
			sleepInKernel(5*time.Millisecond, syscall.RawSyscall)
			<-forever
		}()
		// The second goroutine pushes the first out of runnext, whose thief would sleep first.
		go nothing()
		for atomic.LoadInt64(&running) == 0 {
		}
		label := "idle"
		if pprof.Lookup("threadcreate").Count() > threads {
			label = "new"
		}
		fmt.Println(label, running)
		time.Sleep(10 * time.Millisecond)
	}
}

// sleepInKernel blocks this thread, through the call that does or does not tell the scheduler.
func sleepInKernel(d time.Duration, call func(trap, a, b, c uintptr) (uintptr, uintptr, syscall.Errno)) {
	duration := syscall.NsecToTimespec(int64(d))
	call(syscall.SYS_NANOSLEEP, uintptr(unsafe.Pointer(&duration)), 0, 0)
}
