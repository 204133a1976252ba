package p

import "sync"

type job struct {
	id   int
	data []byte
	done func(*result)
}
type result struct {
	job *job
	sum int
}
type pool struct {
	jobs chan *job
	wg   sync.WaitGroup
}

func newPool(n int) *pool {
	p := &pool{jobs: make(chan *job, n)}
	for i := 0; i < n; i++ {
		p.wg.Add(1)
		go p.work()
	}
	return p
}
func (p *pool) work() {
	defer p.wg.Done()
	for j := range p.jobs {
		r := result{job: j}
		for _, b := range j.data {
			r.sum += int(b)
		}
		if j.done != nil {
			j.done(&r)
		}
	}
}
func (p *pool) close() {
	close(p.jobs)
	p.wg.Wait()
}
func total(inputs [][]byte) (t int) {
	var mu sync.Mutex
	p := newPool(2)
	for i, in := range inputs {
		p.jobs <- &job{id: i, data: in, done: func(r *result) {
			mu.Lock()
			defer mu.Unlock()
			t += r.sum
		}}
	}
	p.close()
	return
}
