package p

type T struct{ a *int }

func (t *T) run(p *int) {}

type R interface{ run(*int) }

func work(p *int, xs ...interface{}) {}
func nothing()                       {}
func result() int                    { return 1 }

func spawn(x *int, t *T, r R) {
	go work(x)
	go work(x, 1, "a")
	go t.run(x)
	go r.run(x)
	go nothing()
	go func() { _ = *x }()
	go func(p *int) { _ = *p }(x)
}

func deferred(x *int, t *T, r R, n int) {
	defer work(x)
	defer work(x, n, "a")
	defer t.run(x)
	defer r.run(x)
	defer nothing()
	defer result()
	defer func() { _ = *x }()
	defer func(p *int) { _ = *p }(x)
	defer print(n)
	defer recover()
}

func deferredInLoop(x *int, t *T) {
	for i := 0; i < 3; i++ {
		defer work(x, i)
		defer t.run(&i)
		defer func() { _ = *x }()
		y := i
		defer func() { _ = y }()
	}
}

func locals() {
	x := 1
	go work(&x)
	y := 2
	defer work(&y)
	f := func() {}
	go f()
	g := func() {}
	defer g()
	c := make(chan int)
	defer close(c)
	m := map[string]int{}
	defer delete(m, "a")
}

func literals() {
	go work(&[]int{1}[0])
	defer work(new(int))
	go (&T{}).run(nil)
	defer (&T{}).run(nil)
	defer panic(&T{})
}

func labelLoop(x *int) {
again:
	defer work(x)
	if *x > 0 {
		goto again
	}
}
