package p

import "unsafe"

type T struct {
	a int
	p *int
	q [3]*int
}
type F func(*int) *int
type Named int
type I interface{ M() }

func (t T) M()            {}
func (t *T) get() *int    { return t.p }
func pair() (int, *int)   { return 1, nil }
func boxed() (*T, error)  { return nil, nil }
func id(p *int) *int      { return p }

var n = 3
var arr [4]T
var pt = &arr[2].q[1]
var ps = arr[1:2]
var pd = &(*ptr).a
var ptr = &arr[0]
var part = arr[0].p
var conv F = id
var chain = F(F(id))
var raw = unsafe.Pointer(&n)
var num = Named(n)
var text = string([]byte{65})
var runes = []rune("ab")
var name interface{} = Named(4)
var again interface{} = name
var iface I = T{}
var pointed I = &T{}
var empty interface{} = nil
var inner = struct{ x interface{} }{&T{}}
var keyed = [...]*T{2: {}, 0: nil}
var _ = n / 2
var _ = n % n
var _ = 1 << uint(n)
var _ = n >> 1
var _ = -n
var _ = []int{n + 1, len(ps)}
var _ = arr[0].a
var _ = ptr.a
var _ = make(chan int)
var _ = make(map[int]int, 3)
var _ = make([]int, 3)
var _ = append([]int{1}, n)
var _ = new(int)
var _ = text + "a"
var _ = interface{}(&T{a: n})
var _ = map[string]int{"a": n}
var _ = *ptr
var _ = func() {}
var _, second = pair()
var fromMap, okMap = map[string]*T{"a": nil}["a"]
var asserted, okAsserted = name.(*T)

func declared(m map[string]*T, x interface{}, c chan *T) interface{} {
	var a, b interface{} = pair()
	var v, ok = m["a"]
	var w, ok2 = x.(*T)
	var r, ok3 = <-c
	var d, e = pair()
	f, g := boxed()
	h, i := d, e
	j, k := x.(T)
	_, _, _, _, _, _, _, _, _ = a, b, ok, ok2, ok3, f, g, h, k
	_, _ = i, j
	m["x"], m["y"] = v, w
	var one, two = 1, r
	_ = one
	return two
}

func converted(p *int) *int {
	f := F(id)
	g := F(func(q *int) *int { return q })
	h := (*T).get
	t := &T{p: p}
	_ = h(t)
	return f(g(p))
}

func inlinedConversion(p *int) *int {
	f := pick()
	return f(p)
}

func pick() F { return id }

func arithmetic(p *int, u uintptr) {
	_ = unsafe.Pointer(-u)
	_ = unsafe.Pointer(u << 3)
	_ = unsafe.Pointer(^uintptr(unsafe.Pointer(p)) | 1)
	_ = unsafe.Pointer(uintptr(unsafe.Pointer(p))<<u + uintptr(n))
	_ = unsafe.Pointer(sized().u)
	_ = unsafe.Pointer(call())
}

func sized() *struct{ u uintptr } { return nil }
func call() uintptr               { return 0 }

func operations(s []*int, i int, t *T) {
	s[i] = s[i+1]
	t.q[i], t.q[0] = t.q[len(s)], t.q[i]
	t.q[^i] = t.q[int(uint8(i))]
	t.q[*t.p] = t.q[t.a]
	t.q[i] = (*t).q[i]
	s[0], n = nil, 1
	n++
	i += n
	*t.p -= i
	t.a = int(Named(i))
}

func blocks(x *int) (r *int) {
	if x != nil {
		return x
	} else if y := new(int); y == nil {
		return y
	} else {
		r = y
	}
	switch z := new(int); n {
	case 1, 2:
		r = z
		fallthrough
	case 3:
	default:
		goto end
	}
end:
	for {
		break
	}
	func() {}()
	return
}

func constants() interface{} {
	const big = 1 << 20
	if big > 3 && n > 2 || false {
		return [3]int{}
	}
	return struct{}{}
}

func comparisons(x interface{}, t T, i I) bool {
	return x == t.a || i == x || x == "a" || x != nil
}

func huge(x interface{}) bool {
	var b [1 << 17]byte
	return x == b
}

func bigClosure() func() byte {
	var b [64]byte
	f := func() byte { return b[0] }
	return f
}

func methodOfHuge() func() byte {
	var h hugeType
	return h.first
}

type hugeType [1 << 17]byte

func (h hugeType) first() byte { return h[0] }

func deferredBuiltins(m map[int]*T, c chan int, xs []*T) {
	defer println(len(m), "a")
	defer copy(xs, xs)
	go close(c)
	go panic(m)
	for {
		defer delete(m, n)
	}
}

func chained(t *T) *T {
	defer build(t).get()
	go build(t).get()
	return build(build(t))
}

func build(t *T) *T { return t }

func maker() func() { return func() {} }

func callsMade() {
	maker()()
	defer maker()()
	go maker()()
}

func resultsOfCall() (interface{}, *int) { return pair() }
func many(xs ...interface{})             {}
func spreads(xs []interface{}) {
	many(xs...)
	many(pair())
	many()
}
