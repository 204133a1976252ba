package main

import (
	"fmt"
	"runtime"
	"time"
	"unsafe"
)

var (
	sinkBytes unsafe.Pointer
	sinkPtrs  unsafe.Pointer
)

// p is a pointer word of the objects that hold pointers.
type p = *byte

// allocations are the objects by size: n of them without and with pointers (every word a pointer, all nil).
var allocations = []struct {
	size      int
	free, ptr func(n int)
}{
	{16, func(n int) {
		for i := 0; i < n; i++ {
			sinkBytes = unsafe.Pointer(new([16]byte))
		}
	}, func(n int) {
		for i := 0; i < n; i++ {
			sinkPtrs = unsafe.Pointer(new([2]p))
		}
	}},
	{64, func(n int) {
		for i := 0; i < n; i++ {
			sinkBytes = unsafe.Pointer(new([64]byte))
		}
	}, func(n int) {
		for i := 0; i < n; i++ {
			sinkPtrs = unsafe.Pointer(new([8]p))
		}
	}},
	{256, func(n int) {
		for i := 0; i < n; i++ {
			sinkBytes = unsafe.Pointer(new([256]byte))
		}
	}, func(n int) {
		for i := 0; i < n; i++ {
			sinkPtrs = unsafe.Pointer(new([32]p))
		}
	}},
	{1024, func(n int) {
		for i := 0; i < n; i++ {
			sinkBytes = unsafe.Pointer(new([1024]byte))
		}
	}, func(n int) {
		for i := 0; i < n; i++ {
			sinkPtrs = unsafe.Pointer(new([128]p))
		}
	}},
	{4096, func(n int) {
		for i := 0; i < n; i++ {
			sinkBytes = unsafe.Pointer(new([4096]byte))
		}
	}, func(n int) {
		for i := 0; i < n; i++ {
			sinkPtrs = unsafe.Pointer(new([512]p))
		}
	}},
	{32768, func(n int) {
		for i := 0; i < n; i++ {
			sinkBytes = unsafe.Pointer(new([32768]byte))
		}
	}, func(n int) {
		for i := 0; i < n; i++ {
			sinkPtrs = unsafe.Pointer(new([4096]p))
		}
	}},
}

// batchBytes of allocation between two collections: small enough to stay in memory that the process has touched before.
const batchBytes = 4 << 20

func init() {
	benches = append(benches, bench{"alloc", 1, func(r *recorder) {
		for _, a := range allocations {
			for _, kind := range []struct {
				name, how string
				f         func(n int)
			}{{"free", "new, no pointers", a.free}, {"ptr", "new, every word a nil pointer", a.ptr}} {
				n := batchBytes / a.size
				if n > 50000 {
					n = 50000
				}
				for i := 0; i < 45; i++ {
					runtime.GC()
					start := time.Now()
					kind.f(n)
					took := time.Since(start)
					if i < 5 {
						// The first batches take spans that another kind or size has left.
						continue
					}
					r.add(fmt.Sprintf("alloc.%s.%d", kind.name, a.size), "ns",
						kind.how+"; no collection runs, memory reused after the last one, zeroing included", float64(took)/float64(n))
				}
			}
		}
	}})
}

// allocFit describes the cost by a part for each object and a part for each byte.
func allocFit(r *recorder, out emit) {
	for _, kind := range []string{"free", "ptr"} {
		var x [][]float64
		var p10, median []float64
		for _, a := range allocations {
			if s := r.byName[fmt.Sprintf("alloc.%s.%d", kind, a.size)]; s != nil {
				x = append(x, []float64{1, float64(a.size)})
				p10 = append(p10, s.quantile(0.1))
				median = append(median, s.quantile(0.5))
			}
		}
		if len(x) < 3 {
			continue
		}
		low, mid := fit(x, p10), fit(x, median)
		how := "fit over 16 B to 32 KiB, relative errors; per object"
		out("alloc."+kind+".fit.base", "ns", how, low[0], mid[0], len(x))
		out("alloc."+kind+".fit.byte", "ns/byte", "the same fit, per byte", low[1], mid[1], len(x))
	}
}
