package p

type reg struct {
	list *[]int
	m    *map[string]*int
}

func grow(s *[]int)                  { *s = append(*s, 1) }
func put(m *map[string]*int, p *int) { (*m)["k"] = p }
func get(m *map[string]*int) *int    { return (*m)["k"] }
func make1(m *map[string]*int)       { *m = make(map[string]*int) }
func element(s *[]int) *int          { return &(*s)[0] }
func rangeOver(s *[]*int) (last *int) {
	for _, p := range *s {
		last = p
	}
	return
}
func local() int {
	var s []int
	grow(&s)
	m := map[string]*int{}
	x := 1
	put(&m, &x)
	return len(s) + *get(&m)
}
func out() *[]int          { s := []int{1}; return &s }
func outMap() *map[int]int { m := map[int]int{}; return &m }
func fields(s []int) reg   { return reg{list: &s} }
func fieldsLocal(s []int) int {
	r := reg{list: &s}
	*r.list = append(*r.list, 4)
	return len(s)
}
func chanPtr(c *chan int) int     { return <-*c }
func funcPtr(f *func() *int) *int { return (*f)() }
