package p

type ring struct {
	buf        []*sample
	head, size int
}
type sample struct {
	at  int64
	val float64
}

func newRing(n int) ring { return ring{buf: make([]*sample, n)} }
func (r *ring) add(v float64, at int64) {
	s := &sample{at, v}
	r.buf[(r.head+r.size)%len(r.buf)] = s
	if r.size < len(r.buf) {
		r.size++
	} else {
		r.head = (r.head + 1) % len(r.buf)
	}
}
func (r *ring) addReuse(v float64, at int64) {
	i := (r.head + r.size) % len(r.buf)
	if s := r.buf[i]; s != nil {
		s.at, s.val = at, v
	} else {
		r.buf[i] = &sample{at, v}
	}
}
func (r ring) mean() float64 {
	sum := 0.0
	for i := 0; i < r.size; i++ {
		sum += r.buf[(r.head+i)%len(r.buf)].val
	}
	return sum / float64(r.size)
}
func (r ring) last() *sample { return r.buf[(r.head+r.size-1)%len(r.buf)] }
func run() float64 {
	r := newRing(8)
	for i := 0; i < 20; i++ {
		r.add(float64(i), int64(i))
		r.addReuse(1, 2)
	}
	return r.mean() + r.last().val
}
