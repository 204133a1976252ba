package p

type config struct {
	name    string
	retries int
	next    *config
}

func defaults() config {
	c := &config{name: "base", retries: 3}
	return *c
}
func override(c config) *config {
	c.retries++
	return &c
}
func chainLocal() int {
	a := &config{name: "a"}
	b := &config{name: "b", next: a}
	c := &config{name: "c", next: b}
	return len(c.next.next.name)
}
func chainOut() *config {
	a := &config{name: "a"}
	b := config{name: "b", next: a}
	return b.next
}
func conditional(b bool) *config {
	c := config{}
	if b {
		return &c
	}
	return nil
}
func mutated(c *config) *config {
	c.next = &config{}
	return c.next
}
func newThenSet() config {
	c := new(config)
	c.name = "n"
	return *c
}
