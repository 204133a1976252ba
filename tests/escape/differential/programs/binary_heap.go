package p

import "container/heap"

type item struct {
	prio int
	at   int
}
type pq []*item

func (q pq) Len() int            { return len(q) }
func (q pq) Less(i, j int) bool  { return q[i].prio < q[j].prio }
func (q pq) Swap(i, j int)       { q[i], q[j] = q[j], q[i]; q[i].at = i; q[j].at = j }
func (q *pq) Push(x interface{}) { it := x.(*item); it.at = len(*q); *q = append(*q, it) }
func (q *pq) Pop() interface{} {
	old := *q
	n := len(old) - 1
	it := old[n]
	old[n] = nil
	*q = old[:n]
	return it
}
func drain(ps []int) (out []int) {
	q := make(pq, 0, len(ps))
	for _, p := range ps {
		heap.Push(&q, &item{prio: p})
	}
	for q.Len() > 0 {
		out = append(out, heap.Pop(&q).(*item).prio)
	}
	return
}
func fix(q *pq, it *item, prio int) {
	it.prio = prio
	heap.Fix(q, it.at)
}
