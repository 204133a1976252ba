package p

type account struct {
	deposit  func(int)
	withdraw func(int) bool
	history  func() []int
}

func open(start int) account {
	balance := start
	var log []int
	return account{
		deposit: func(n int) { balance += n; log = append(log, n) },
		withdraw: func(n int) bool {
			if n > balance {
				return false
			}
			balance -= n
			log = append(log, -n)
			return true
		},
		history: func() []int { return log },
	}
}
func local(start int) int {
	a := open(start)
	a.deposit(3)
	a.withdraw(2)
	return len(a.history())
}
func pair() (get func() *int, set func(*int)) {
	var cur *int
	get = func() *int { return cur }
	set = func(p *int) { cur = p }
	return
}
func assignedBefore(p *int) int {
	q := p
	f := func() int { return *q }
	return f()
}
func assignedAfter(p *int) int {
	q := p
	f := func() int { return *q }
	q = nil
	if q != nil {
		return 0
	}
	return f()
}
func pointerOfCaptured() *int {
	n := 0
	p := &n
	f := func() { n++ }
	f()
	return p
}
