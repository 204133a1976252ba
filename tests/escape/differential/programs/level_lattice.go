package p

type link struct{ next *link }

func zero(l *link) *link { return l }
func one(l *link) *link  { return l.next }
func two(l *link) *link  { return l.next.next }
func loopy(l *link) *link {
	for l.next != nil {
		l = l.next
	}
	return l
}
func either(l *link, b bool) *link {
	if b {
		return l
	}
	return l.next
}
func many(l *link) *link           { return l.next.next.next.next.next.next.next.next }
func address(l *link) **link       { return &l.next }
func addressOfNext(l *link) **link { return &l.next.next }
func rewrap(l *link) *link         { return &link{l} }
func rewrapTwice(l *link) *link    { return &link{&link{l}} }
func unwrapWrapped(l *link) *link {
	w := link{l}
	return w.next
}
func unwrapLocal() *link {
	a := &link{}
	b := &link{a}
	return b.next
}
func cycle() *link {
	a := &link{}
	a.next = a
	return a.next.next
}
