package p

type t struct{ v *int }

//go:noinline
func plain(p *int) *int { return p }

//go:nosplit
func nosplit(p *int) int { return *p }

//go:norace
func norace(p *t) *int { return p.v }

//go:uintptrescapes
func syscallish(a, b uintptr) uintptr { return a + b }

//go:noinline
//go:nosplit
func both(p *t) { p.v = nil }

// plainComment is no pragma.
// go:noinline
func spaced(p *int) *int { return p }

func use() int {
	x := 1
	v := t{&x}
	both(&v)
	return *plain(&x) + nosplit(&x) + *spaced(&x) + int(syscallish(1, 2))
}
