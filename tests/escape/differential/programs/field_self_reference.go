package p

type list struct {
	head, tail *item
	n          int
}
type item struct {
	prev, next *item
	owner      *list
	data       interface{}
}

func (l *list) push(v interface{}) *item {
	it := &item{data: v, owner: l}
	if l.tail == nil {
		l.head = it
	} else {
		l.tail.next = it
		it.prev = l.tail
	}
	l.tail = it
	l.n++
	return it
}

func (l *list) remove(it *item) interface{} {
	if it.prev != nil {
		it.prev.next = it.next
	} else {
		l.head = it.next
	}
	if it.next != nil {
		it.next.prev = it.prev
	} else {
		l.tail = it.prev
	}
	it.owner = nil
	l.n--
	return it.data
}

func use() int {
	var l list
	a := l.push(1)
	l.push("two")
	l.remove(a)
	return l.n
}
