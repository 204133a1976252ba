package p

type tx struct{ ok bool }

func (t *tx) commit() error { t.ok = true; return nil }
func (t *tx) rollback()     {}
func begin() (*tx, error)   { return &tx{}, nil }

func with(f func(*tx) error) (err error) {
	t, err := begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			t.rollback()
			return
		}
		err = t.commit()
	}()
	return f(t)
}
func methodOfLocal() {
	var t tx
	defer t.rollback()
	t.commit()
}
func labelled(n int) {
start:
	t := &tx{}
	defer t.rollback()
	if n--; n > 0 {
		goto start
	}
}
func nested(n int) {
	defer func() {
		for i := 0; i < n; i++ {
			defer func(k int) { _ = k }(i)
		}
	}()
}
func inSwitch(n int) {
	switch n {
	case 1:
		t := tx{}
		defer t.rollback()
	}
}
func funcValue(f func(*tx)) {
	t := tx{}
	defer f(&t)
}
func trace(s string) func() { return func() { _ = s } }
func traced()               { defer trace("x")() }
func loopedTrace() {
	for _, s := range []string{"a", "b"} {
		defer trace(s)()
	}
}
