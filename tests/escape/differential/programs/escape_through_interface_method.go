package p

type sinker interface{ put(p *int) }
type storing struct{ p *int }
type ignoring struct{}

var g *int

func (s *storing) put(p *int) { s.p = p }
func (ignoring) put(p *int)   {}

type globalSink struct{}

func (globalSink) put(p *int) { g = p }

func any(s sinker)    { x := 1; s.put(&x) }
func known()          { x := 1; s := storing{}; s.put(&x) }
func knownIgnoring()  { x := 1; ignoring{}.put(&x) }
func knownGlobal()    { x := 1; globalSink{}.put(&x) }
func knownInterface() { x := 1; var s sinker = ignoring{}; s.put(&x) }
func knownInterfaceStoring() *int {
	x := 1
	st := &storing{}
	var s sinker = st
	s.put(&x)
	return st.p
}
func chosen(b bool) {
	var s sinker = ignoring{}
	if b {
		s = globalSink{}
	}
	x := 1
	s.put(&x)
}
func list() {
	x := 1
	for _, s := range []sinker{ignoring{}, globalSink{}} {
		s.put(&x)
	}
}
