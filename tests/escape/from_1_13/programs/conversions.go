package p

import "fmt"

type S struct{ a int }

func (s S) String() string { return "" }

const limit = 7

var sink, other interface{}

func g(a, b interface{})              {}
func two() (int, string)              { return 1, "" }
func three() (int, S, *int)           { return 1, S{}, nil }
func many(xs ...interface{})          {}
func stringers(a fmt.Stringer, n int) {}

func positions(i int, s string) (interface{}, interface{}) {
	g(two())
	g(i, s)
	g(s+"a", i)
	g(limit, i)
	g(i, limit)
	g(limit, limit)
	g(S{}, S{a: i})
	g(i+1, i*2)
	g(len(s), s[1:])
	g((i), (s))
	many(two())
	many(three())
	many(i, s, limit, 3, nil, &i)
	var x interface{} = s
	var y, z interface{} = i, 9
	_, _, _ = x, y, z
	x, y = two()
	sink, y = s, i
	sink = limit
	sink = i
	other, sink = limit, i
	sink, _ = two()
	return two()
}

func returning(i int) (interface{}, error, interface{}) { return i, nil, limit }
func constant() interface{}                              { return 1 }

func composites(i int, s string) {
	_ = []interface{}{i, s, 1, i + 1}
	_ = []interface{}{0: i, 1: s, 2: limit}
	_ = map[interface{}]interface{}{i: s, 1: 2, "a": i}
	_ = struct{ a, b interface{} }{i, s}
	_ = struct{ a, b interface{} }{a: i, b: 1}
	_ = [2]interface{}{i, 3}
	_ = [][]interface{}{{i}, {s, 2}}
}

func others(m map[interface{}]interface{}, c chan interface{}, i int, xs []interface{}) {
	m[i] = i
	m[1] = 2
	c <- i
	c <- 5
	_ = append(xs, i, 5, i+1)
	_ = append(xs, 5)
	delete(m, i)
	delete(m, 6)
	_ = m[i]
	_, _ = m[i]
	if sink == i {
		panic(i)
	}
	if x := interface{}(i); x == 3 {
		panic("constant")
	}
	for sink = i; sink == nil; sink = 4 {
	}
	for _, sink = range []int{1} {
	}
	switch sink {
	case i, 5:
	}
	switch sink = i; sink {
	}
	f := func(a interface{}) interface{} { return i }
	f(i)
	f(f(7))
	defer f(i)
	go f(8)
	stringers(S{}, i)
	stringers(&S{}, 1)
	g(f, sink)
	g(i == 1, !(i == 2))
	g(-i, *(&i))
	g([]int{1}[0], xs)
	g(m[1], <-c)
	g(S{}.a, (&S{}).a)
	g(string(rune(i)), float64(i))
}
