package p

var hook func(*int)

type table struct{ f func(*int) *int }

func callGlobal()                { x := 1; hook(&x) }
func callParameter(f func(*int)) { x := 1; f(&x) }
func callField(t *table) *int    { x := 1; return t.f(&x) }
func callResult(g func() func(*int)) {
	x := 1
	g()(&x)
}
func callElement(fs []func(*int)) {
	x := 1
	for _, f := range fs {
		f(&x)
	}
}
func callLocal() int {
	x := 1
	f := func(p *int) int { return *p }
	return f(&x)
}
func callChosen(b bool) int {
	x := 1
	f := func(p *int) int { return *p }
	if b {
		f = func(p *int) int { return *p + 1 }
	}
	return f(&x)
}
func setHook() { hook = func(p *int) { *p++ } }
