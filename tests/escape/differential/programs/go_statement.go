package p

type task struct{ n int }

func (t *task) run()       { t.n++ }
func (t task) runValue()   {}
func work(t *task, n int)  {}
func variadic(ts ...*task) {}

func literal() {
	t := task{}
	go func() { t.n++ }()
}
func argument() {
	t := task{}
	go work(&t, 1)
}
func method() {
	t := task{}
	go t.run()
}
func methodValue() {
	t := task{}
	go t.runValue()
}
func literalArgument() {
	t := &task{}
	go func(u *task) { u.n++ }(t)
}
func many() {
	a, b := &task{}, &task{}
	go variadic(a, b)
}
func inLoop(n int) {
	for i := 0; i < n; i++ {
		go func(k int) { _ = k }(i)
	}
}
func callback(f func(*task)) {
	t := &task{}
	go f(t)
}
func builtin(c chan int, m map[string]int) {
	go close(c)
	go println(len(m))
}
