package p

type node struct {
	key        string
	value      interface{}
	prev, next *node
}
type lru struct {
	size       int
	byKey      map[string]*node
	head, tail node
	onEvict    func(key string, value interface{})
}

func newLRU(size int, onEvict func(string, interface{})) *lru {
	c := &lru{size: size, byKey: make(map[string]*node, size), onEvict: onEvict}
	c.head.next = &c.tail
	c.tail.prev = &c.head
	return c
}
func (c *lru) unlink(n *node) { n.prev.next, n.next.prev = n.next, n.prev }
func (c *lru) front(n *node) {
	n.prev, n.next = &c.head, c.head.next
	c.head.next.prev = n
	c.head.next = n
}
func (c *lru) get(k string) (interface{}, bool) {
	n, ok := c.byKey[k]
	if !ok {
		return nil, false
	}
	c.unlink(n)
	c.front(n)
	return n.value, true
}
func (c *lru) put(k string, v interface{}) {
	if n, ok := c.byKey[k]; ok {
		n.value = v
		return
	}
	if len(c.byKey) == c.size {
		last := c.tail.prev
		c.unlink(last)
		delete(c.byKey, last.key)
		if c.onEvict != nil {
			c.onEvict(last.key, last.value)
		}
	}
	n := &node{key: k, value: v}
	c.byKey[k] = n
	c.front(n)
}
func use() int {
	evicted := 0
	c := newLRU(2, func(string, interface{}) { evicted++ })
	for i := 0; i < 5; i++ {
		c.put(string(rune('a'+i)), i)
	}
	return evicted
}
