package p

func down(n int) int {
	if n <= 0 {
		return 0
	}
	return up(n - 1)
}
func up(n int) int { return down(n - 1) }

func fact(n int) int {
	if n < 2 {
		return 1
	}
	return n * fact(n-1)
}
func leaf(p *int) *int { return p }
func mid(p *int) *int  { return leaf(p) }
func top(p *int) *int  { return mid(p) }
func start() int {
	x := 3
	return *top(&x) + down(x) + fact(x)
}
