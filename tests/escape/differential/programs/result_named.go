package p

import "errors"

type value struct{ n int }

func bare() (v *value) { v = &value{1}; return }
func addressOfResult() (v value, p *value) {
	p = &v
	return
}
func resultAddressKept() (n int) {
	p := &n
	*p = 2
	return
}
func resultInClosure() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("failed")
		}
	}()
	return nil
}
func resultReturnedByClosure() (n int, f func() int) {
	f = func() int { return n }
	n = 3
	return
}
func shadow(a *int) (r *int) {
	if a != nil {
		r := a
		_ = r
	}
	return
}
func mixedNames(_ *int) (a, _ *int) { a = new(int); return a, nil }
func blankResult() (_ *value)       { return &value{2} }
func viaOther() *value {
	v, p := addressOfResult()
	_ = v
	return p
}
