package p

type T struct{ a, b *int }

var sink interface{}
var gs []int
var gm map[string]*T

func makes(n int) {
	_ = make([]int, 10)
	_ = make([]int, n)
	_ = make([]int, 0, n)
	_ = make([]int, n, 10)
	_ = make([]int, 10, 20)
	_ = make([]byte, 65536)
	_ = make([]byte, 65537)
	_ = make([]struct{}, 1<<20)
	_ = make([]*T, 1<<10)
	_ = make(map[string]int)
	_ = make(map[string]int, n)
	_ = make(chan int)
	_ = make(chan int, n)
	const c = 12
	_ = make([]int, c)
	_ = make([]int, c*2+1)
	_ = make([]int, len("abc"))
	_ = make([]int, uint8(3))
	var a [4]int
	_ = make([]int, len(a))
}

func makesEscape(n int) ([]int, map[int]int, chan int) {
	gs = make([]int, 3)
	return make([]int, n), make(map[int]int), make(chan int, 1)
}

func news() (*int, *T) {
	_ = new(int)
	_ = new([1 << 16]byte)
	_ = new([1<<16 + 1]byte)
	x := new(T)
	return new(int), x
}

func variables() byte {
	var big [10 << 20]byte
	var bigger [10<<20 + 1]byte
	x := [11 << 20]byte{}
	return big[0] + bigger[1] + x[2]
}

func literals() {
	_ = &[1 << 16]byte{}
	_ = &[1<<16 + 1]byte{}
	_ = []int{1, 2, 3}
	_ = map[string]int{}
	_ = map[string]*T{"a": {}, "b": nil}
	_ = []T{{}, {a: nil}}
	_ = []*T{{}, {a: nil}}
	_ = [2]T{}
	_ = &T{}
	_ = &[]int{}
	_ = &map[string]int{}
	_ = struct{ x []int }{[]int{1}}
	_ = [...]string{2: "a"}
	_ = [][]int{{1}, {2}}
}

func literalsEscape(x *int) ([]*int, map[string]*int, *T, [1]*int) {
	gm = map[string]*T{"a": &T{}}
	return []*int{x}, map[string]*int{"a": x}, &T{x, x}, [1]*int{x}
}

func keyEscapes(p *int) {
	m := map[*int]bool{p: true}
	_ = m
}

func appends(s []*T, t *T, b []byte, str string, o []*T) []*T {
	s = append(s, t)
	s = append(s, &T{}, nil)
	s = append(s, o...)
	b = append(b, str...)
	b = append(b, 1, 2)
	x := append([]byte(nil), b...)
	_ = x
	return s
}

func appendsLocal() int {
	var s []int
	s = append(s, 1)
	var t []*int
	x := 1
	t = append(t, &x)
	return len(s) + len(t)
}

func copies(a, b []*T, c, d []int, s string, e []byte) {
	copy(a, b)
	copy(c, d)
	copy(e, s)
}

func maps(m map[string]*T, t *T, k string) *T {
	m[k] = t
	v := m[k]
	delete(m, k)
	if w, ok := m[k]; ok {
		return w
	}
	return v
}

func mapKeys(m map[*T]int, t *T) {
	m[t] = 1
	m[t]++
	delete(m, t)
}

func channels(c chan *T, t *T, d <-chan *T) *T {
	c <- t
	x := <-d
	y, ok := <-d
	_ = ok
	_ = y
	return x
}

func selects(c, d chan *T, t *T) *T {
	select {
	case c <- t:
	case x := <-d:
		return x
	case x, ok := <-d:
		_ = ok
		return x
	case <-c:
		y := &T{}
		return y
	default:
	}
	return nil
}

func panics(p *int, s string) {
	if p == nil {
		panic(s)
	}
	panic(p)
}

func lengths(s []*T, m map[string]int, c chan int, a *[3]int) int {
	return len(s) + cap(s) + len(m) + len(c) + len(a)
}

func complexes(a, b float64) complex128 { return complex(real(complex(a, b)), b) }

func printing(p *int, s string) { print(p, s); println(s) }

func recovers() interface{} { return recover() }
