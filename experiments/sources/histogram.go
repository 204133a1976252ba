package sources

// An Observer takes observations; nothing is known of what it does with them.
type Observer interface {
	Observe(labels ...interface{})
}

// A Histogram counts observations by status and bucket.
type Histogram struct {
	Counts [6][64]int
}

// Observe counts an observation given as values of any type.
func (h *Histogram) Observe(labels ...interface{}) {
	status, size := labels[0].(int), labels[1].(int)
	h.count(status, size)
}

func (h *Histogram) count(status, size int) {
	bucket := 0
	for size > 0 && bucket < 63 {
		size >>= 1
		bucket++
	}
	h.Counts[status/100%6][bucket]++
}

// ObserveAny counts through an interface: its arguments become interface values.
func ObserveAny(o Observer, sizes []int) {
	for _, size := range sizes {
		o.Observe(200, size)
	}
}

// ObserveInts counts by a method whose type is known, with arguments that stay what they are.
func ObserveInts(h *Histogram, sizes []int) {
	for _, size := range sizes {
		h.count(200, size)
	}
}
