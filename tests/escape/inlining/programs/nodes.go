package nodes

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

type T struct{ a, b int }
type I interface{ M() int }
type J interface{ M() int }
type F float64
type B []byte

func bitsOf(f float64) uint64                { return *(*uint64)(unsafe.Pointer(&f)) }
func huge(x interface{}, a [70000]byte) bool { return x == a }
func same(x interface{}, n int) bool         { return x == n && n != x }
func both(i I, j J) bool                     { return i == j }
func toNil(x interface{}) bool               { return x == nil || nil != x }
func letter() byte                           { return "abc"[1] }
func order(b []byte) uint32                  { return binary.LittleEndian.Uint32(b) }
func put(b []byte, n uint64)                 { binary.BigEndian.PutUint64(b, n) }
func zeros(n uint64) int                     { return bits.TrailingZeros64(n) + bits.OnesCount8(uint8(n)) }
func two() (int, int)                        { return 1, 2 }
func any2() (int, error)                     { return 1, nil }
func rest(xs ...interface{}) int             { return len(xs) }
func restOfTwo() int                         { return rest(two()) }
func appended(s []int) []int                 { return append(s, len(s)) }
func wide() (int, interface{})               { var a, b interface{} = two(); return 1, a == b }
func plain() int                             { var a, b = two(); return a + b }
func blank() int                             { var a int; a, _ = two(); return a }
func float(f F) float64                      { return float64(f) }
func ints(n int) int64                       { return int64(n) }
func smaller(n int) int8                     { return int8(n) }
func bytes(b B) string                       { return string(b) }
func named(b []byte) B                       { return B(b) }
func pointers(p unsafe.Pointer) uintptr      { return uintptr(p) + uintptr(unsafe.Pointer(&p)) }
func channels(c chan int) <-chan int         { return (<-chan int)(c) }
func structs(t T) struct{ a, b int }         { return struct{ a, b int }(t) }
func empties(x interface{}) interface{}      { return interface{}(x) }
func shift(n uint) int                       { return 1<<n + 1<<3 }
func maps(m map[interface{}]int) int         { m["a"] = 1; return m[1] + len(m) }
func cases(x interface{}, n int) bool {
	switch x {
	case n, "a":
		return true
	}
	return false
}
func fall(n int) int {
	switch n {
	case 1:
		n++
		fallthrough
	case 2:
		n--
	}
	return n
}
func arrays(a *[4]int) []int { return a[1:3] }
func copies(a, b []int) int  { return copy(a, b) + cap(a) + int(real(complex(1, float64(len(b))))) }
func prints(n int)           { print(n, "a"); println() }
func panics(e error)         { panic(e) }
func panicsNil()             { panic(nil) }
func receives(c chan int) int {
	x, ok := <-c
	if ok {
		return x
	}
	return <-c
}
func asserts(x interface{}) (int, bool) { n, ok := x.(int); return n + x.(T).a, ok }
func loops(n int) (t int) {
	for i, j := 0, n; i < j; i, j = i+1, j-1 {
		t += i * j
	}
	return
}
func endless() {
	for {
		if false {
			break
		}
	}
}
func literals(t T) ([]T, [2]*T, map[T]int) {
	return []T{{1, 2}, t}, [2]*T{{b: 3}, nil}, map[T]int{{1, 2}: 3}
}
func deep(t **T) int                      { return (*t).a + (**t).b }
func receiverCalls(t *T) int              { return t.self().self().sum() + new(T).sum() }
func (t *T) self() *T                     { return t }
func (t T) sum() int                      { return t.a + t.b }
func calledTwice(f func() func() int) int { return f()() }
func chosen(c chan interface{}) interface{} {
	var x interface{}
	select {
	case x = <-c:
	case c <- 1:
	}
	return x
}
func narrowed(c chan int) (x interface{}) {
	select {
	case x = <-c:
	}
	return
}
func method(i I) func() int       { return i.M }
func spread(xs []interface{}) int { return rest(xs...) }
func constants() int {
	const k = 3
	if k > 2 {
		return k
	}
	return 0
}
func indexed(s [2][3]int, n int) *int    { return &s[1][n] }
func negative(x int, b bool) (int, bool) { return -x ^ +x, !b }
func sent(c chan<- interface{}, n int)   { c <- n; close(c) }
func types(x I) int {
	switch x := x.(type) {
	case nil:
		return 0
	case *N:
		return x.n
	default:
		return x.M()
	}
}

type N struct{ n int }

func (n *N) M() int { return n.n }
func labels(n int) {
	goto end
end:
	n++
}
func deleted(m map[string]int, k string) { delete(m, k) }
func full(s []int) []int                 { return s[0:1:2] }
func recursiveLiteral() int              { var f func(int) int; f = func(n int) int { return f(n) }; return f(1) }
func late(a, b, c, d int) int {
	x := a + b + c + d + a*b + c*d + a*c + b*d + a*d + b*c
	y := a + b + c + d + a*b + c*d + a*c + b*d + a*d + b*c
	g := func() int { h := func() int { return x }; return h() }
	return g() + y
}
