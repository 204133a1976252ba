package main

import (
	"net/http"
	"os"
	"runtime"
	"strings"
)

// requests whose body stays open in one trial.
const requests = 400

func httpServer() {
	body := []byte(strings.Repeat("x", 1024))
	check(http.Serve(listen(), http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(body) })))
}

// state counts what a leak would hold.
type state struct{ goroutines, stack, heap, descriptors float64 }

func now() state {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	open, err := os.ReadDir("/proc/self/fd")
	check(err)
	return state{float64(runtime.NumGoroutine()), float64(m.StackInuse), float64(m.HeapAlloc), float64(len(open))}
}

func init() {
	benches = append(benches, bench{"leak", 2, func(r *recorder) {
		out, stop := startChild("http")
		defer stop()
		address, err := out.ReadString('\n')
		check(err)
		get := func() {
			_, err := http.Get("http://" + strings.TrimSpace(address))
			check(err)
		}
		get()
		for trial := 0; trial < 5; trial++ {
			before := now()
			for i := 0; i < requests; i++ {
				get()
			}
			after := now()
			const how = "for each GET of 1 KiB whose body is neither read nor closed, 400 in a row"
			r.add("leak.goroutines", "1", how, (after.goroutines-before.goroutines)/requests)
			r.add("leak.stack", "bytes", how+"; growth of StackInuse", (after.stack-before.stack)/requests)
			r.add("leak.heap", "bytes", how+"; growth of HeapAlloc after runtime.GC", (after.heap-before.heap)/requests)
			r.add("leak.descriptors", "1", how, (after.descriptors-before.descriptors)/requests)
		}
	}})
}
