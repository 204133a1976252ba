package p

type m [4]int

func cheap(a *m) int { return a[0] + a[1] }
func medium(a *m) int {
	s := 0
	s += a[0] * a[1]
	s += a[1] * a[2]
	s += a[2] * a[3]
	s += a[3] * a[0]
	return s
}
func dear(a, b *m) int {
	s := 0
	s += a[0]*b[1] - a[1]*b[0]
	s += a[1]*b[2] - a[2]*b[1]
	s += a[2]*b[3] - a[3]*b[2]
	s += a[3]*b[0] - a[0]*b[3]
	s += a[0]*b[0] + a[1]*b[1] + a[2]*b[2] + a[3]*b[3]
	return s
}
func callsOne(a *m) int { return dear(a, a) }
func callsTwo(a *m) int { return dear(a, a) + dear(a, a) }
func panics(a *m) int {
	if a == nil {
		panic("nil")
	}
	return a[0]
}
func panicsOften(n int) int {
	if n < 0 {
		panic("a")
	}
	if n > 9 {
		panic("b")
	}
	return n
}

//go:noinline
func never(a *m) int { return a[0] }

func useAll() int {
	a := m{1, 2, 3, 4}
	return cheap(&a) + medium(&a) + callsOne(&a) + callsTwo(&a) + panics(&a) + panicsOften(a[0]) + never(&a)
}
func declares() int {
	type local struct{ a int }
	const c = 3
	var l local
	l.a = c
	return l.a
}
func useDeclares() int { return declares() }
