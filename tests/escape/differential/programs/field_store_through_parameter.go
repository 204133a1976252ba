package p

type node struct {
	next  *node
	value *int
	count int
}

var last *node

func setNext(a, b *node)         { a.next = b }
func setValue(n *node, v *int)   { n.value = v }
func keepNext(n *node)           { last = n.next }
func keepWhole(n *node)          { last = n }
func count(n *node) int          { return n.count }
func local(v *int) int           { var n node; n.value = v; return *n.value }
func localReturned(v *int) *node { n := node{value: v}; return &n }
func byValue(n node) *int        { return n.value }
func byValueCount(n node) int    { return n.count }
