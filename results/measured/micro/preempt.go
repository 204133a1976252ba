package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// Without the signal of 1.14 a goroutine is preempted in the prologue of a function, as in 1.2-1.13.
const cooperative = "GODEBUG=asyncpreemptoff=1"

func init() {
	benches = append(benches, bench{"preempt", 1, func(r *recorder) {
		const one = "GOMAXPROCS=1"
		for _, c := range []struct {
			name, part, how string
			env             []string
		}{
			{"preempt.slice", "slices", "slice of each of two goroutines that only call functions, asyncpreemptoff=1", []string{one, cooperative}},
			{"preempt.slice.async", "slices", "the same with asynchronous preemption", []string{one}},
			{"preempt.first", "fresh", "first slice of such a goroutine after idle time of random length, asyncpreemptoff=1", []string{one, cooperative}},
			{"retake", "retake", "blocking system call after 30 ms of computing: until another goroutine runs on the P", []string{one, cooperative}},
			{"retake.idle", "retake-idle", "the same after 30 ms of sleep", []string{one, cooperative}},
		} {
			out, stop := startChild(c.part, c.env...)
			samples(out, func(_ string, v float64) { r.add(c.name, "ns", c.how, v) })
			stop()
		}
	}})
}

// samples reads what a child printed: a value on each line, with a label before it or none.
func samples(out *bufio.Reader, add func(label string, v float64)) {
	for {
		line, err := out.ReadString('\n')
		if err == io.EOF {
			return
		}
		check(err)
		label, value, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found {
			label, value = "", label
		}
		v, err := strconv.ParseFloat(value, 64)
		check(err)
		add(label, v)
	}
}

// work has a frame above 128 bytes, so that its prologue compares with stackguard0 although it calls nothing.
//
//go:noinline
func work(n int) int {
	var pad [40]int
	for i := 0; i < 40; i++ {
		pad[(n+i)%40] = i
	}
	return pad[n%40]
}

const slices = 200

// sliceLengths prints how long each of two goroutines ran before the other did. The variables need no lock: with one P
// and preemption in work only, the two never run between the comparison and the store.
func sliceLengths() {
	var owner, ended int32
	last := time.Now()
	lengths := make([]time.Duration, 0, slices)
	done := make(chan bool)
	spin := func(me int32) {
		for n := 0; atomic.LoadInt32(&ended) == 0; n++ {
			work(n)
			if atomic.LoadInt32(&owner) != me {
				now := time.Now()
				lengths = append(lengths, now.Sub(last))
				last = now
				atomic.StoreInt32(&owner, me)
				if len(lengths) == slices {
					atomic.StoreInt32(&ended, 1)
				}
			}
		}
		done <- true
	}
	go spin(1)
	go spin(2)
	<-done
	<-done
	// The first is the time from the start of the program.
	for _, length := range lengths[1:] {
		fmt.Println(length.Nanoseconds())
	}
}

// freshSlices prints the first slice of a goroutine when sysmon may be anywhere in its rhythm.
func freshSlices() {
	random := rand.New(rand.NewSource(1))
	for trial := 0; trial < slices; trial++ {
		time.Sleep(time.Duration(random.Intn(30000)) * time.Microsecond)
		var started, waited time.Time
		var other int32
		done := make(chan bool)
		go func() {
			waited = time.Now()
			atomic.StoreInt32(&other, 1)
		}()
		go func() {
			started = time.Now()
			for n := 0; atomic.LoadInt32(&other) == 0; n++ {
				work(n)
			}
			done <- true
		}()
		<-done
		fmt.Println(waited.Sub(started).Nanoseconds())
	}
}

// retake prints how long after the entry of a blocking call the P served another goroutine.
func retake(before func()) {
	for trial := 0; trial < 100; trial++ {
		before()
		start := time.Now()
		done := make(chan time.Duration, 1)
		go func() { done <- time.Since(start) }()
		// Longer than sysmon ever takes.
		sleepInKernel(40*time.Millisecond, syscall.Syscall)
		fmt.Println((<-done).Nanoseconds())
	}
}

func retakes() {
	retake(func() {
		for start := time.Now(); time.Since(start) < 30*time.Millisecond; {
			work(1)
		}
	})
}

func retakesIdle() { retake(func() { time.Sleep(30 * time.Millisecond) }) }
