package main

import (
	"fmt"
	"sort"
	"time"
	"unsafe"
)

const (
	maxStack  = 1 << 20
	maxLevels = maxStack / 48
)

// What each level of the recursion under test notes: when it ran and where its frame is. Globals, so that the frames stay small.
var (
	levelTime [maxLevels]int64
	levelAddr [maxLevels]uintptr
	levels    int
	heapWord  = new(int)
)

// note reads the clock with nothing called afterwards: a growth in the calls below a level falls before its reading.
func note(n int, local *int) {
	levelTime[n] = time.Now().UnixNano()
	levelAddr[n] = uintptr(unsafe.Pointer(local))
}

//go:noinline
func small(n int) int {
	x := n
	note(n, &x)
	if n == levels {
		return x
	}
	return small(n+1) + x
}

//go:noinline
func middle(n int) int {
	var pad [25]int
	pad[n%25] = n
	note(n, &pad[0])
	if n == levels {
		return n
	}
	return middle(n+1) + pad[n%25]
}

//go:noinline
func large(n int) int {
	var pad [125]int
	pad[n%125] = n
	note(n, &pad[0])
	if n == levels {
		return n
	}
	return large(n+1) + pad[n%125]
}

// pointers has 120 pointer slots in each frame, all set, for the cost of looking at each when a stack is copied.
//
//go:noinline
func pointers(n int) int {
	var pad [120]*int
	for i := range pad {
		pad[i] = heapWord
	}
	note(n, (*int)(unsafe.Pointer(&pad)))
	if n == levels {
		return n
	}
	return pointers(n+1) + *pad[n%120]
}

// kinds of frame; the index is part of the names of the series.
var kinds = []struct {
	name  string
	slots float64
	f     func(n int) int
}{{"small", 0, small}, {"middle", 0, middle}, {"large", 0, large}, {"pointers", 120, pointers}}

// growth is one copy to a stack of size bytes.
type growth struct {
	size, used, frames, slots float64
}

// grown tells what each doubling copied, by the name of its series; alike in every trial.
var grown = map[string]growth{}

func init() {
	benches = append(benches, bench{"stack", 1, func(r *recorder) {
		for _, k := range kinds {
			frame := frameSize(k.f)
			levels = maxStack*6/10/frame - 1
			for trial := 0; trial < 12; trial++ {
				done := make(chan bool)
				go func() {
					k.f(0)
					done <- true
				}()
				<-done
				noteGrowths(r, k.name, k.slots, frame)
			}
		}
	}})
}

func frameSize(f func(n int) int) int {
	levels = 2
	f(0)
	return int(levelAddr[0] - levelAddr[1])
}

// noteGrowths finds the levels at which the stack had moved since the level before: the time of that step less a plain step is
// the copy.
func noteGrowths(r *recorder, kind string, slots float64, frame int) {
	steps := make([]float64, levels)
	for i := range steps {
		steps[i] = float64(levelTime[i+1] - levelTime[i])
	}
	sorted := append([]float64(nil), steps...)
	sort.Float64s(sorted)
	plain := sorted[len(sorted)/2]
	size := 4096
	for i, step := range steps {
		if levelAddr[i]-levelAddr[i+1] == uintptr(frame) {
			continue
		}
		// A start of more than one doubling (a frame larger than the stack) moves once only.
		for float64(i+1)*float64(frame) > float64(size) {
			size *= 2
		}
		name := fmt.Sprintf("stack.grow.%s.%d", kind, size)
		grown[name] = growth{float64(size), float64(i+1) * float64(frame), float64(i + 1), float64(i+1) * slots}
		r.add(name, "ns", fmt.Sprintf("growth to this many bytes, %d frames of %d bytes in use", i+1, frame), step-plain)
		size *= 2
	}
}

// stackFit explains the cost of all growths by a part for each, for each byte in use, each frame and each pointer slot.
func stackFit(r *recorder, out emit) {
	var x [][]float64
	var p10, median []float64
	for _, s := range r.order {
		if g, found := grown[s.name]; found {
			x = append(x, []float64{1, g.used, g.frames, g.slots})
			p10 = append(p10, s.quantile(0.1))
			median = append(median, s.quantile(0.5))
		}
	}
	if len(x) < 8 {
		return
	}
	low, mid := fit(x, p10), fit(x, median)
	for i, part := range []struct{ name, unit, how string }{
		{"base", "ns", "fit over all growths above, relative errors; per growth"},
		{"byte", "ns/byte", "the same fit, per byte in use"},
		{"frame", "ns/frame", "the same fit, per frame"},
		{"slot", "ns/slot", "the same fit, per pointer slot that is not nil and points to the heap"},
	} {
		out("stack.grow.fit."+part.name, part.unit, part.how, low[i], mid[i], len(x))
	}
}
