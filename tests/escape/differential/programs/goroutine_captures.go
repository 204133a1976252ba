package p

import "sync"

type stats struct {
	n    int
	last *string
}

func byReference() int {
	var s stats
	done := make(chan bool)
	go func() {
		s.n++
		done <- true
	}()
	<-done
	return s.n
}
func byValue(name string) {
	go func() { _ = name + "x" }()
}
func results(fs []func() int) []int {
	out := make([]int, len(fs))
	var wg sync.WaitGroup
	for i, f := range fs {
		i, f := i, f
		wg.Add(1)
		go func() {
			out[i] = f()
			wg.Done()
		}()
	}
	wg.Wait()
	return out
}
func first(fs ...func() *string) *string {
	c := make(chan *string, len(fs))
	for _, f := range fs {
		go func(f func() *string) { c <- f() }(f)
	}
	return <-c
}
func once() func() {
	var o sync.Once
	n := 0
	return func() { o.Do(func() { n++ }) }
}
func guarded(s *stats, name string) {
	var mu sync.Mutex
	mu.Lock()
	go func() {
		defer mu.Unlock()
		s.last = &name
	}()
}
