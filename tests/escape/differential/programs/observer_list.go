package p

type event struct {
	kind string
	data interface{}
}
type listener interface{ on(e *event) }
type listenerFunc func(e *event)
type subject struct {
	listeners []listener
	log       []event
}
type collector struct{ seen []*event }
type ignorer struct{}

func (f listenerFunc) on(e *event) { f(e) }
func (c *collector) on(e *event)   { c.seen = append(c.seen, e) }
func (ignorer) on(*event)          {}

func (s *subject) add(l listener) { s.listeners = append(s.listeners, l) }
func (s *subject) fire(kind string, data interface{}) {
	e := event{kind, data}
	s.log = append(s.log, e)
	for _, l := range s.listeners {
		l.on(&e)
	}
}
func use() int {
	s := &subject{}
	c := &collector{}
	n := 0
	s.add(c)
	s.add(ignorer{})
	s.add(listenerFunc(func(e *event) { n++ }))
	s.fire("start", 1)
	s.fire("stop", nil)
	return n + len(c.seen)
}
func direct() {
	var i ignorer
	i.on(&event{kind: "x"})
	f := listenerFunc(func(*event) {})
	f.on(&event{})
}
