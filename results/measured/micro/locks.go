package main

import (
	"sync"
	"sync/atomic"
	"time"
)

var (
	word  int64
	mutex sync.Mutex
	rw    sync.RWMutex
	group sync.WaitGroup
	first sync.Once
	pool  = sync.Pool{New: func() interface{} { return new([64]byte) }}
	clock time.Time
)

func init() {
	perOp("loop.empty", "one turn of the loop that the other figures hold as well", 1, 200000, func(n int) {
		for i := 0; i < n; i++ {
			word = int64(i)
		}
	})
	perOp("time.now", "time.Now()", 1, 20000, func(n int) {
		for i := 0; i < n; i++ {
			clock = time.Now()
		}
	})
	perOp("atomic.add", "atomic.AddInt64, line in this core's cache", 1, 100000, func(n int) {
		for i := 0; i < n; i++ {
			atomic.AddInt64(&word, 1)
		}
	})
	perOp("mutex.lock_unlock", "Mutex.Lock + Unlock, nobody else", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			mutex.Lock()
			mutex.Unlock()
		}
	})
	perOp("rwmutex.rlock_runlock", "RWMutex.RLock + RUnlock, nobody else", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			rw.RLock()
			rw.RUnlock()
		}
	})
	perOp("rwmutex.lock_unlock", "RWMutex.Lock + Unlock, nobody else", 1, 20000, func(n int) {
		for i := 0; i < n; i++ {
			rw.Lock()
			rw.Unlock()
		}
	})
	perOp("waitgroup.add_done", "WaitGroup.Add(1) + Done, nobody waits", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			group.Add(1)
			group.Done()
		}
	})
	perOp("once.done", "Once.Do that was done before", 1, 200000, func(n int) {
		for i := 0; i < n; i++ {
			first.Do(func() { word++ })
		}
	})
	perOp("pool.get_put", "Pool.Get + Put of one pointer, always a hit in the P's private slot", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			pool.Put(pool.Get())
		}
	})
	cond := sync.NewCond(&mutex)
	perOp("cond.signal.nobody", "Cond.Signal, nobody waits", 1, 50000, func(n int) {
		for i := 0; i < n; i++ {
			cond.Signal()
		}
	})
	perOp("cond.handoff", "two goroutines take turns by Cond.Signal and Wait under one Mutex, for one turn", 1, 2000, condTurns)
	perOp("mutex.handoff", "Lock that finds the Mutex held and parks, Unlock that wakes it; holder yields once by Gosched", 1, 2000, mutexTurns)
}

// condTurns passes a turn n times between two goroutines.
func condTurns(n int) {
	var lock sync.Mutex
	cond := sync.NewCond(&lock)
	turn := 0
	done := make(chan bool, 2)
	player := func(me int) {
		lock.Lock()
		for turn < n {
			if turn%2 != me {
				cond.Wait()
				continue
			}
			turn++
			cond.Signal()
		}
		cond.Signal()
		lock.Unlock()
		done <- true
	}
	go player(0)
	go player(1)
	<-done
	<-done
}
