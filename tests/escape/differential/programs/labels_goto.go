package p

type cell struct{ p *int }

func backward() {
	var c cell
	n := 0
again:
	x := n
	c.p = &x
	n++
	if n < 3 {
		goto again
	}
}
func forward(b bool) {
	var c cell
	if b {
		goto end
	}
	c.p = new(int)
end:
	_ = c
}
func labelledLoop(m [][]int) (last *int) {
outer:
	for i := range m {
		for j := range m[i] {
			if m[i][j] < 0 {
				continue outer
			}
			if m[i][j] == 0 {
				break outer
			}
			last = &m[i][j]
		}
	}
	return
}
func retry(f func(*int) bool) {
try:
	v := 0
	if !f(&v) {
		goto try
	}
}
func breakSelect(c chan *int) (p *int) {
loop:
	for {
		select {
		case p = <-c:
			break loop
		}
	}
	return p
}
func labelledBlock(n int) *int {
	x := n
block:
	switch {
	default:
		if n > 3 {
			break block
		}
		return &x
	}
	return nil
}
