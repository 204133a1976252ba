package maps

var kept map[string]*int
var sink interface{}

func putsValue() {
	i := 0 // => moved to heap: i
	m := map[string]*int{} // => putsValue map[string]*int literal does not escape
	m["a"] = &i // => &i escapes to heap
}

func putsKey() {
	i := 0 // => moved to heap: i
	m := map[*int]bool{} // => putsKey map[*int]bool literal does not escape
	m[&i] = true // => &i escapes to heap
}

func getsByKey(m map[*int]*int) *int { // => getsByKey m does not escape
	i := 0
	return m[&i] // => getsByKey &i does not escape
}

func literalWithEntries() {
	i, j := 0, 0 // => moved to heap: i | moved to heap: j
	m := map[*int]*int{&i: &j} // => &i escapes to heap | &j escapes to heap | literalWithEntries map[*int]*int literal does not escape
	_ = m
}

func literalKept() {
	kept = map[string]*int{"a": nil} // => map[string]*int literal escapes to heap
}

func makes() int {
	m := make(map[string]int) // => makes make(map[string]int) does not escape
	m["a"] = 1
	return len(m)
}

func makesWithHint(n int) map[int]int {
	return make(map[int]int, n) // => make(map[int]int, n) escapes to heap
}

func ranges(m map[*int]*int) (k, v *int) { // => leaking param: m to result v level=1
	for k, v = range m {
		break
	}
	return k, v
}

func rangesLocal() *int {
	m := map[string]*int{"a": new(int)} // => new(int) escapes to heap | rangesLocal map[string]*int literal does not escape
	for _, v := range m {
		return v
	}
	return nil
}

func twoResults(m map[string]*int) (*int, bool) { // => twoResults m does not escape
	v, ok := m["a"]
	return v, ok
}

func deletes(m map[*int]int, p *int) { // => deletes m does not escape | deletes p does not escape
	delete(m, p)
}

func interfaceKey(m map[interface{}]int, n int) int { // => interfaceKey m does not escape
	return m[n] // => interfaceKey n does not escape
}

func interfaceValue(m map[int]interface{}, n int) { // => interfaceValue m does not escape
	m[n] = n // => n escapes to heap
}

func structValue(m map[int]struct{ p *int }) *int { // => structValue m does not escape
	return m[0].p
}

func clears(p *int) { // => leaking param: p
	m := make(map[string]*int) // => clears make(map[string]*int) does not escape
	m["a"] = nil
	m["b"] = p
}

func addsUp(m map[string]string, s string) { // => leaking param: s | addsUp m does not escape
	m["a"] += s
}
