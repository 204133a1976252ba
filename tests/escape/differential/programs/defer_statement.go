package p

import "sync"

type res struct {
	mu   sync.Mutex
	open bool
}

func (r *res) close()        { r.open = false }
func note(s string, r *res)  {}
func many(rs ...*res)        {}
func iface(v ...interface{}) {}

func method() {
	r := res{}
	defer r.close()
}
func literal() (n int) {
	r := &res{}
	defer func() { r.open = false; n++ }()
	return 1
}
func argument() {
	r := &res{}
	defer note("x", r)
}
func inLoop(n int) {
	for i := 0; i < n; i++ {
		r := &res{}
		defer r.close()
	}
}
func literalInLoop(n int) {
	for i := 0; i < n; i++ {
		defer func() { println(i) }()
	}
}
func locked(r *res) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.open
}
func variadic() {
	a, b := &res{}, &res{}
	defer many(a, b)
}
func converted(n int) {
	defer iface(n, "s", &n)
}
func conditional(b bool) {
	if b {
		r := &res{}
		defer r.close()
	}
}
func inClosureLoop(n int) {
	for i := 0; i < n; i++ {
		func() {
			r := &res{}
			defer r.close()
		}()
	}
}
func builtins(c chan int, m map[int]int) {
	defer close(c)
	defer delete(m, 1)
	defer println("done")
}
