package p

type closer interface{ close() error }
type namer interface{ name() string }
type both interface {
	closer
	namer
}
type thing struct {
	n    string
	done *bool
}

func (t *thing) close() error { *t.done = true; return nil }
func (t *thing) name() string { return t.n }

type wrapped struct{ both }

func open(n string) both       { return &thing{n, new(bool)} }
func narrow(b both) closer     { return b }
func wrap(b both) wrapped      { return wrapped{b} }
func wrapPtr(b both) *wrapped  { return &wrapped{b} }
func nameOf(w *wrapped) string { return w.name() }
func promote(w wrapped) namer  { return w }
func local() string {
	var done bool
	w := wrapped{&thing{"x", &done}}
	defer w.close()
	return w.name()
}
