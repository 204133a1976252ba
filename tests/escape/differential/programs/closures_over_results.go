package p

func cleanup() (p *int, done func()) {
	x := 1
	p = &x
	done = func() { p = nil }
	return p, done
}
func deferred() (out []int) {
	defer func() { out = append(out, 1) }()
	return []int{2}
}
func deferredPointer() (p *int) {
	x := 1
	defer func() {
		if p == nil {
			p = &x
		}
	}()
	return nil
}
func memo(f func(int) *int) func(int) *int {
	cache := map[int]*int{}
	return func(n int) *int {
		if p, ok := cache[n]; ok {
			return p
		}
		p := f(n)
		cache[n] = p
		return p
	}
}
func useMemo() int {
	m := memo(func(n int) *int { r := n * n; return &r })
	return *m(2) + *m(3)
}
func curry(f func(a, b, c *int) *int) func(*int) func(*int) func(*int) *int {
	return func(a *int) func(*int) func(*int) *int {
		return func(b *int) func(*int) *int {
			return func(c *int) *int { return f(a, b, c) }
		}
	}
}
