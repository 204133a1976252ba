package p

import (
	"fmt"
	"io"
	"os"
)

type person struct {
	name string
	age  int
}

func (p person) String() string { return fmt.Sprintf("%s (%d)", p.name, p.age) }

func show(p *person)                 { fmt.Println(p) }
func showValue(p person)             { fmt.Println(p) }
func showField(p *person)            { fmt.Println(p.age, p.name) }
func text(n int, s string) string    { return fmt.Sprintf("%d %s", n, s) }
func sprint(a, b interface{}) string { return fmt.Sprint(a, b) }
func wrap(err error) error           { return fmt.Errorf("wrapped: %w", err) }
func out(w io.Writer, n int)         { fmt.Fprintf(w, "%d\n", n) }
func stderr(s string)                { fmt.Fprintln(os.Stderr, s, 3, 'c', 2.5, true) }
func scan() (int, error) {
	var n int
	_, err := fmt.Sscanf("12", "%d", &n)
	return n, err
}
func scanTwo(r io.Reader) (a int, s string) {
	fmt.Fscan(r, &a, &s)
	return
}
func constantOnly()           { fmt.Println("constant") }
func spread(v ...interface{}) { fmt.Println(v...) }
func print(n int)             { fmt.Print(n, "\n") }
