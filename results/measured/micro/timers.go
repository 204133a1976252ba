package main

import (
	"syscall"
	"time"
)

func init() {
	perOp("sleep.1ns", "Sleep(1): timer added, goroutine parked, timer run by the same P at once; no thread sleeps", 1, 2000, func(n int) {
		for i := 0; i < n; i++ {
			time.Sleep(1)
		}
	})
	perOp("timer.new_stop", "NewTimer(1 h) + Stop, including the allocation", 1, 5000, func(n int) {
		for i := 0; i < n; i++ {
			time.NewTimer(time.Hour).Stop()
		}
	})
	perOp("timer.reset", "Reset of a pending timer to 1 h", 1, 5000, func(n int) {
		timer := time.NewTimer(time.Hour)
		for i := 0; i < n; i++ {
			timer.Reset(time.Hour)
		}
		timer.Stop()
	})
	perOp("timer.after.1ns", "<-time.After(1): timer, channel and allocation; no thread sleeps", 1, 2000, func(n int) {
		for i := 0; i < n; i++ {
			<-time.After(1)
		}
	})
	benches = append(benches, bench{"sleep", 1, sleeps})
}

// cpuTime is what the process has used so far, user and system.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// sleeps measures how late Sleep returns in a process where nothing else runs, and what one sleep costs of CPU.
func sleeps(r *recorder) {
	for _, c := range []struct {
		name string
		d    time.Duration
		n    int
	}{{"50us", 50 * time.Microsecond, 400}, {"1ms", time.Millisecond, 200}, {"10ms", 10 * time.Millisecond, 40}} {
		before := cpuTime()
		for i := 0; i < c.n; i++ {
			start := time.Now()
			time.Sleep(c.d)
			r.add("sleep.late."+c.name, "ns", "how much longer than asked Sleep took, process idle", float64(time.Since(start)-c.d))
		}
		r.add("sleep.cpu."+c.name, "ns", "CPU time of the process for one sleep: timer, park, thread asleep in the kernel and woken",
			float64(cpuTime()-before)/float64(c.n))
	}
}
