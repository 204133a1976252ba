package p

type I interface{ N(*int) int }
type S struct{ k *int }

func (s S) N(p *int) int { return *p }

var sink *int

func viaLocal(p *int) int {
	f := func(q *int) int {
		sink = nil
		for *q > 3 {
			*q--
		}
		defer println()
		return *q
	}
	return f(p)
}
func mk(s S) I            { return s }
func mk2(s S) I           { var i I = s; return i }
func two(s S, p *int) int { var i I = s; return i.N(p) }

func a() int { x := 1; return viaLocal(&x) }
func b() int { x := 1; return mk(S{}).N(&x) }
func c() int { x := 1; return mk2(S{}).N(&x) }
func d() int { x := 1; return two(S{}, &x) }
func e() int { x := 1; g := func() int { var i I = S{}; return i.N(&x) }; return g() }
