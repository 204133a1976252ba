package p

func handlers(n int) []func() int {
	var out []func() int
	for i := 0; i < n; i++ {
		out = append(out, func() int { return i })
	}
	return out
}
func shadowed(n int) []func() int {
	var out []func() int
	for i := 0; i < n; i++ {
		i := i
		out = append(out, func() int { return i })
	}
	return out
}
func ranged(list []string) (out []func() string) {
	for _, s := range list {
		out = append(out, func() string { return s })
	}
	return
}
func rangedLocal(list []string) int {
	n := 0
	for _, s := range list {
		func() { n += len(s) }()
	}
	return n
}
func deferred(list []func()) {
	for _, f := range list {
		defer f()
	}
}
func outerFromLoop() int {
	total := 0
	for i := 0; i < 10; i++ {
		add := func(d int) { total += d }
		add(i)
	}
	return total
}
