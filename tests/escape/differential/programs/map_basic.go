package p

var global = map[string]*int{}

func insertGlobal(k string, v *int)           { global[k] = v }
func insert(m map[string]*int, v *int)        { m["k"] = v }
func insertKey(m map[*int]bool, k *int)       { m[k] = true }
func lookup(m map[string]*int) *int           { return m["k"] }
func lookupOk(m map[string]*int) (*int, bool) { v, ok := m["k"]; return v, ok }
func lookupKey(m map[*int]bool, k *int) bool  { return m[k] }
func remove(m map[*int]bool, k *int)          { delete(m, k) }
func local() int {
	m := make(map[string]int)
	m["a"]++
	m["b"] += 2
	return len(m)
}
func sized(n int) int {
	m := make(map[int]int, n)
	return len(m)
}
func literal() int {
	x, y := 1, 2
	m := map[string]*int{"x": &x, "y": &y}
	return *m["x"] + *m["y"]
}
func returned() map[string][]int { return map[string][]int{"a": {1, 2}, "b": nil} }
func ranged(m map[*int]*int) (k, v *int) {
	for k, v = range m {
		break
	}
	return
}
