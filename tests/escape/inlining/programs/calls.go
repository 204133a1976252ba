package calls

import (
	"errors"
	"fmt"
)

type S struct{ n int }

func (s S) Get() int   { return s.n }
func (s *S) Set(n int) { s.n = n }

type E struct{ *S }

func closureVal() int                        { y := 1; f := func() int { return y }; return f() }
func main2() int                             { return closureVal() }
func vari(pre string, xs ...interface{}) int { return len(pre) + len(xs) }
func callv(a int) int                        { return vari("a", a, "b") + vari("c") + vari("d", []interface{}{1}...) }
func er() error                              { return errors.New("x") }
func pr(x int)                               { fmt.Println(x); fmt.Printf("%d", x) }
func emb(e E) int                            { e.Set(3); return e.Get() }
func rng(xs []int) (t int) {
	for _, x := range xs {
		t += x
	}
	return
}
func two() (int, error) { return rng(nil), nil }
func use2()             { a, b := two(); _, _ = a, b }
func named() (n int, err error) {
	n = 3
	if n > 2 {
		return
	}
	return 4, nil
}
func useNamed() int { n, _ := named(); return n }
func lbl(n int) int {
	i := 0
loop:
	if i < n {
		i++
		goto loop
	}
	return i
}
func useLbl() int                       { return lbl(3) + lbl(4) }
func higher(f func(int) int, n int) int { return f(n) }
func hi() int                           { k := 3; return higher(func(x int) int { return x + k }, 4) }
func iife() int                         { return func(a int) int { return a * 2 }(21) }

var cb = func(n int) int { return n }

func callcb() int          { return cb(3) }
func mexpr() func(*S, int) { return (*S).Set }
func sw(x interface{}) string {
	switch x := x.(type) {
	case string:
		return x
	case fmt.Stringer:
		return x.String()
	}
	return ""
}
func tiny(_ int, b int) int { return b }
func useTiny() int          { return tiny(1, 2) }

//go:noinline
func noin() int   { return 1 }
func callno() int { return noin() }
func rec2(n int) int {
	if n == 0 {
		return 0
	}
	return rec2(n - 1)
}

const debug = false

func dbg(n int) {
	if debug {
		fmt.Println(n)
	}
	if debug && n > 3 {
		panic("x")
	}
}
func lateclosure(a, b, c, d, e, f, g, h int) int {
	x := a + b + c + d + e + f + g + h + a*b + c*d + e*f + g*h + a*c + b*d + e*g + f*h + a*d + b*c + a*e + b*f
	fn := func() int { return x }
	return fn()
}

var initv = tiny(1, useTiny())

func ret2() (int, error) { return two() }
func (s S) Chain() S     { return s }
func ch() int            { return S{1}.Chain().Chain().Get() }
func gof()               { go func() { tiny(1, 2) }() }
func selectf(c chan int) {
	select {
	case c <- tiny(1, 2):
	case x, ok := <-c:
		_, _ = x, ok
	}
}
func deferred(s *S)                    { defer s.Set(s.Get()); go s.Set(S{3}.Get()) }
func viaField(e *E) int                { return e.S.Get() + (*S).self(e.S).n }
func (s *S) self() *S                  { return s }
func spread(a, b int, rest ...int) int { return a + b + len(rest) }
func pair() (int, int)                 { return 1, 2 }
func tuple() int                       { return spread(pair()) }
func cyclic(n int) int {
	if n > 0 {
		return other(n - 1)
	}
	return n
}
func other(n int) int {
	if n > 9 {
		return cyclic(n)
	}
	return n
}
func outside() int      { return cyclic(1) + other(2) }
func twice(f func())    { f(); f() }
func counted() int      { n := 0; twice(func() { n++ }); return n }
func makes() func() int { n := 0; return func() int { n++; return n } }
func made() int         { f := makes(); return f() + f() }
