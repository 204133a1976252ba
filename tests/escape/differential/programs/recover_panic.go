package p

import (
	"errors"
	"fmt"
)

type failure struct{ op string }

func (f *failure) Error() string { return f.op }

func raise(s string)     { panic(s) }
func raisePtr(op string) { panic(&failure{op}) }
func raiseValue(n int)   { panic(n) }
func raiseErr(err error) { panic(err) }
func raiseText(n int)    { panic(fmt.Sprintf("bad %d", n)) }
func guarded(f func()) (err error) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case error:
			err = v
		case string:
			err = errors.New(v)
		default:
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	f()
	return nil
}
func must(n int, err error) int {
	if err != nil {
		panic(err)
	}
	return n
}
