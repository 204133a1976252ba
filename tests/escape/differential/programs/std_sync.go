package p

import (
	"sync"
	"sync/atomic"
)

type cache struct {
	mu   sync.RWMutex
	once sync.Once
	data map[string]*entry
	hits int64
}
type entry struct{ v string }

var pool = sync.Pool{New: func() interface{} { return new([64]byte) }}

func (c *cache) get(k string) *entry {
	c.mu.RLock()
	defer c.mu.RUnlock()
	atomic.AddInt64(&c.hits, 1)
	return c.data[k]
}
func (c *cache) put(k, v string) {
	c.once.Do(func() { c.data = make(map[string]*entry) })
	c.mu.Lock()
	c.data[k] = &entry{v}
	c.mu.Unlock()
}
func pooled() int {
	b := pool.Get().(*[64]byte)
	defer pool.Put(b)
	return len(b)
}
func parallel(n int) int64 {
	var wg sync.WaitGroup
	var total int64
	for i := 0; i < n; i++ {
		wg.Add(1)
		go func(k int) {
			defer wg.Done()
			atomic.AddInt64(&total, int64(k))
		}(i)
	}
	wg.Wait()
	return total
}
func stored() interface{} {
	var v atomic.Value
	v.Store(&entry{"x"})
	return v.Load()
}
func counter() int32 {
	var n int32
	atomic.StoreInt32(&n, 3)
	return atomic.LoadInt32(&n)
}
func swap(p **entry) bool { return p != nil }
func shared() *sync.Mutex { var m sync.Mutex; m.Lock(); return &m }
