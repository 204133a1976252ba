package p

import "fmt"

type E struct{}
type S struct{ a, b int }
type P struct{ p *int }
type A [1]*int
type Str string
type M map[string]int

func (s S) String() string  { return "" }
func (p *P) String() string { return "" }

type any1 = interface{}

var sink interface{}
var isink fmt.Stringer

func convert(i int, s string, b []byte, p *int, e E, st S, pp P, a A, m M, f func(), c chan int, fl float64) {
	sink = i
	sink = s
	sink = b
	sink = p
	sink = e
	sink = st
	sink = pp
	sink = a
	sink = m
	sink = f
	sink = c
	sink = fl
	sink = 5
	sink = "const"
	sink = true
	sink = 1.5
	sink = nil
	sink = E{}
	sink = S{}
	sink = &S{}
	sink = Str("x")
	sink = Str(s)
}

func stays(i int, s S) bool {
	var x interface{} = i
	var y fmt.Stringer = s
	return x == nil || y == nil
}

func explicit(i int, s S) {
	x := interface{}(i)
	y := fmt.Stringer(s)
	z := interface{}(y)
	_, _, _ = x, y, z
}

func betweenInterfaces(s fmt.Stringer) interface{} { return s }

func assertion(x interface{}) *int {
	p := x.(*int)
	return p
}

func assertionValue(x interface{}) P {
	return x.(P)
}

func assertionOk(x interface{}) (*int, bool) {
	p, ok := x.(*int)
	return p, ok
}

func assertionInterface(x interface{}) fmt.Stringer {
	return x.(fmt.Stringer)
}

func typeSwitch(x interface{}) *int {
	switch y := x.(type) {
	case *int:
		return y
	case P:
		return y.p
	case int:
		return &y
	case nil:
		return nil
	case string, []byte:
		sink = y
	case fmt.Stringer:
		isink = y
	default:
		_ = y
	}
	switch x.(type) {
	case *S:
	}
	return nil
}

func returns(i int) interface{}        { return i }
func returnsTwo(i int, s string) (a, b interface{}) { return i, s }
func compareConcrete(x interface{}, i int) bool     { return x == i }
func inMap(m map[interface{}]interface{}, i int)    { m[i] = "v" }
func readMap(m map[interface{}]int, i int) int      { return m[i] }
func deleteMap(m map[interface{}]int, i int)        { delete(m, i) }
func inSlice(i int) []interface{}                   { return []interface{}{i, "a", nil} }
func inStruct(i int) struct{ x interface{} }        { return struct{ x interface{} }{i} }
func onChannel(c chan interface{}, i int)           { c <- i }
func panics(i int)                                  { panic(i) }
func appends(xs []interface{}, i int) []interface{} { return append(xs, i, "s") }
func prints(i int, s string)                        { fmt.Println(i, s, "c", 1) }
func formats(s S) string                            { return fmt.Sprintf("%v", s) }
func errorf(err error) error                        { return fmt.Errorf("x: %v", err) }
func call(f func(interface{}), i int)               { f(i) }
func assign(i int) (x interface{}) {
	x = i
	x, y := i, i
	_ = y
	return
}
