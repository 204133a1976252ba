package p

import "fmt"

const (
	a = iota
	b
	name = "n"
	pi   = 3.14
	big  = 1 << 40
)

type color uint8

const (
	red color = iota
	green
)

func (c color) String() string { return [...]string{"red", "green"}[c] }

func show()                     { fmt.Println(a, b, name, pi, big, red, green, 'x', true, nil) }
func showOne()                  { fmt.Println(red) }
func iface() interface{}        { return pi }
func small() interface{}        { return green }
func smallInt() interface{}     { return b }
func typed(c color) interface{} { return c }
func concat() string            { return name + "x" + "y" }
func index() string             { return green.String() }
func folded() string            { return fmt.Sprintf(name+"%d", a+b*2) }
