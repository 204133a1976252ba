package p

import "sort"

type employee struct {
	name string
	pay  int
}
type byPay []employee

func (b byPay) Len() int           { return len(b) }
func (b byPay) Less(i, j int) bool { return b[i].pay < b[j].pay }
func (b byPay) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func order(list []employee) { sort.Sort(byPay(list)) }
func orderName(list []employee) {
	sort.Slice(list, func(i, j int) bool { return list[i].name < list[j].name })
}
func keys(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
func search(ns []int, v int) int {
	return sort.Search(len(ns), func(i int) bool { return ns[i] >= v })
}
func reversed(ns []int) { sort.Sort(sort.Reverse(sort.IntSlice(ns))) }
func median(ns []int) int {
	c := append([]int(nil), ns...)
	sort.Ints(c)
	return c[len(c)/2]
}
