package main

import "time"

// depth of the buffered channels that are filled and drained without a switch.
const depth = 1000

func init() {
	buffered := make(chan int, 1)
	perOp("chan.buffered.send_recv", "send + receive on a 1-slot channel by one goroutine, no switch", 1, 20000, func(n int) {
		for i := 0; i < n; i++ {
			buffered <- i
			<-buffered
		}
	})
	perOp("chan.unbuffered.send_recv", "sender and receiver goroutine, for one message", 1, 5000, func(n int) {
		c := make(chan int)
		go func() {
			for i := 0; i < n; i++ {
				c <- i
			}
		}()
		for i := 0; i < n; i++ {
			<-c
		}
	})
	perOp("chan.roundtrip", "question and answer over two unbuffered channels: 2 messages, 2 switches", 1, 2000, func(n int) {
		ask, answer := make(chan int), make(chan int)
		go func() {
			for v := range ask {
				answer <- v
			}
		}()
		for i := 0; i < n; i++ {
			ask <- i
			<-answer
		}
		close(ask)
	})
	perOp("chan.roundtrip.select", "as chan.roundtrip, each receive a select of two cases that parks on both", 1, 2000, func(n int) {
		ask, answer, quit := make(chan int), make(chan int), make(chan bool)
		go func() {
			for {
				select {
				case v := <-ask:
					answer <- v
				case <-quit:
					return
				}
			}
		}()
		for i := 0; i < n; i++ {
			ask <- i
			select {
			case <-answer:
			case <-quit:
			}
		}
		close(quit)
	})
	perOp("chan.roundtrip.p2", "as chan.roundtrip with 2 Ps: the partner may be stolen and run on the other one", 2, 2000, func(n int) {
		ask, answer := make(chan int), make(chan int)
		go func() {
			for v := range ask {
				answer <- v
			}
		}()
		for i := 0; i < n; i++ {
			ask <- i
			<-answer
		}
		close(ask)
	})
	perOp("select.default.one", "select of one receive that is not ready, with default", 1, 100000, func(n int) {
		for i := 0; i < n; i++ {
			select {
			case <-buffered:
			default:
			}
		}
	})
	other := make(chan int, 1)
	perOp("select.default.two", "select of two receives that are not ready, with default", 1, 20000, func(n int) {
		for i := 0; i < n; i++ {
			select {
			case <-buffered:
			case <-other:
			default:
			}
		}
	})
	perOp("chan.make", "make(chan int), 96 bytes from the heap", 1, 10000, func(n int) {
		for i := 0; i < n; i++ {
			kept = make(chan int)
		}
	})
	benches = append(benches, bench{"chan.parts", 1, channelParts})
}

var kept chan int

// channelParts times what needs a preparation that must not be counted.
func channelParts(r *recorder) {
	a, b := make(chan int, depth), make(chan int, depth)
	each := func(name, how string, f func()) {
		start := time.Now()
		f()
		r.add(name, "ns", how, float64(time.Since(start))/depth)
	}
	fill := func(c chan int) {
		for i := 0; i < depth; i++ {
			c <- i
		}
	}
	drain := func(c chan int) {
		for i := 0; i < depth; i++ {
			<-c
		}
	}
	for rep := 0; rep < 60; rep++ {
		each("chan.buffered.send", "send into a buffer with room", func() { fill(a) })
		each("chan.buffered.recv", "receive from a buffer that holds values", func() { drain(a) })
		fill(a)
		fill(b)
		each("select.ready.two", "select of two receives, both ready", func() {
			for i := 0; i < depth; i++ {
				select {
				case <-a:
				case <-b:
				}
			}
		})
		for len(a) > 0 {
			<-a
		}
		for len(b) > 0 {
			<-b
		}
		var chans [depth]chan int
		for i := range chans {
			chans[i] = make(chan int)
		}
		each("chan.close", "close of a channel on which nobody waits", func() {
			for i := range chans {
				close(chans[i])
			}
		})
	}
}
