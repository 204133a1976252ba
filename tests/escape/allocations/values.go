// Package values holds functions whose allocations the real Go counted.
package values

type node struct {
	next *node
	key  int
	name string
}

func (n *node) rename(to string) { n.name = to }

var (
	keep     interface{}
	kept     *node
	channel  chan *node
	function func(string)
	text     = "a text of thirty-two bytes, no les"[:32]
	number   = 12345
)

func Channel()     { channel = make(chan *node, 4) }
func MapOfHint()   { keep = make(map[int]int, 100) }
func MapLiteral()  { keep = map[string]int{text: 1, "b": 2} }
func MethodValue() { function = kept.rename }
func Struct()      { keep = node{key: number} }
func Number()      { keep = number }
func Bytes()       { keep = &[]byte(text)[0] }
func Runes()       { keep = &[]rune(text)[0] }
func Sum()         { keep = text + "-" + text }
func Slices() {
	keep = []*node{{key: 1}, {key: 2}}
}

func MapGrows() {
	m := make(map[int]int)
	for i := 0; i < 100; i++ {
		m[i] = i
	}
	keep = m
}

func List() {
	for i := 0; i < 10; i++ {
		kept = &node{next: kept, key: i}
	}
	kept = nil
}

func variadic(xs ...*node) { kept = xs[0] }

func Variadic() { variadic(&node{}, &node{}) }

func Deferred() {
	n := &node{}
	defer func() { kept = n }()
}

func Switched(n int) {
	switch n {
	case 1:
		kept = new(node)
	default:
		kept = new(node)
	}
}

func Literal() {
	add := func() { kept = new(node) }
	add()
	add()
}

func Swept() {
	var rows [][]int
	for i := 0; i < 20; i++ {
		rows = append(rows, make([]int, 3))
	}
	keep = rows
}
