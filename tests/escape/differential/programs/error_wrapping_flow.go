package p

type errKind struct{ code int }
type wrapped struct {
	msg   string
	inner error
}

func (e errKind) Error() string  { return "kind" }
func (w *wrapped) Error() string { return w.msg + w.inner.Error() }

var errFixed error = errKind{1}

func byValue(c int) error { return errKind{c} }
func fixed() error        { return errFixed }
func constant() error     { return errKind{2} }
func wrapIt(err error) error {
	if err == nil {
		return nil
	}
	return &wrapped{"w: ", err}
}
func run(step func() error) (err error) {
	for i := 0; i < 3; i++ {
		if err = step(); err != nil {
			return wrapIt(err)
		}
	}
	return
}
func unwrapAll(err error) error {
	for {
		w, ok := err.(*wrapped)
		if !ok {
			return err
		}
		err = w.inner
	}
}
func check() int {
	err := run(func() error { return byValue(3) })
	if k, ok := unwrapAll(err).(errKind); ok {
		return k.code
	}
	return 0
}
