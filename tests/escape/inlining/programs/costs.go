package costs

var other = func() int { return 7 }

func apply(f func() int) int { return f() }

func applyR(f func() int) int { f = other; return f() }

func use() int {
	return apply(func() int { return 3 }) + applyR(func() int { return 4 })
}

func mk() func() int { return func() int { return 5 } }

func user2() int {
	f := mk()
	return f()
}

type T struct{ a int }

func (t T) V() int                         { return t.a }
func (t *T) P() *T                         { return t }
func multi() (int, interface{})            { return 1, 2 }
func take(a interface{}, b interface{})    {}
func callMulti()                           { take(multi()) }
func retMulti() (interface{}, interface{}) { return multi() }
func asMulti()                             { var a, b interface{}; a, b = multi(); _, _ = a, b }
func chain(t *T) int                       { return t.P().P().V() }
func nested() func() func() int            { return func() func() int { x := 1; return func() int { return x } } }
func user3() int                           { return nested()()() }
func noop()                                {}
func big(x int) int {
	switch x {
	case 1:
		return 2
	case 3:
		return 4
	default:
		return 9
	}
}
func sel(c chan int) int {
	select {
	case x := <-c:
		return x
	case <-c:
		return 3
	default:
		return 0
	}
}
func ts(x interface{}) int {
	switch y := x.(type) {
	case int:
		return y
	case nil:
		return 1
	case string, error:
		return 2
	}
	return 0
}
func lab(n int) int {
L:
	for i := 0; i < n; i++ {
		if i == 3 {
			break L
		}
		continue L
	}
	return n
}
func konst() int {
	const k = 3
	if k == 4 {
		return other()
	}
	return k
}
func ap(s []int, m map[string]int) []int {
	s = append(s, 1, 2)
	m["x"]++
	delete(m, "y")
	return s[1:len(s):cap(s)]
}
func mkk() (map[int]int, chan int, []int, *T) {
	return make(map[int]int), make(chan int), make([]int, 3), new(T)
}
func pan(x int) {
	if x > 3 {
		panic("bad")
	}
	panic(x)
}
func lits() (T, *T, []int, [3]int, map[string]*T) {
	return T{1}, &T{a: 2}, []int{1, 2}, [3]int{2: 1}, map[string]*T{"a": {3}}
}
func iface(e error) string { return e.Error() }
func mval(t T) func() int  { return t.V }
func mexpr(t T) int        { f := T.V; return f(t) + T.V(t) }
func conv(x int, s string) ([]byte, float64, interface{}) {
	return []byte(s), float64(x), interface{}(x)
}
func str(a, b string) string { return a + "x" + b + "y" + "z" }
func arrp(p *[4]int) (int, int) {
	for i := range p {
		p[i] = 1
	}
	return len(p), p[2]
}
func decl() (r int) { var a, b int = 1, 2; var c int; d, e := a, b; r = c + d + e; return }

var g1 = apply(func() int { return 9 })
var g2 = func() int { return big(3) }

func odd(n int) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}
func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}
func callsOdd() bool { return odd(5) }
func rec(n int) int {
	f := func() int { return 1 }
	if n == 0 {
		return f()
	}
	return rec(n - 1)
}
