package p

import (
	"errors"
	"fmt"
	"os"
)

var errBase = errors.New("base")

type opError struct {
	op  string
	err error
}

func (e *opError) Error() string { return e.op + ": " + e.err.Error() }
func (e *opError) Unwrap() error { return e.err }

func fail(op string) error  { return &opError{op, errBase} }
func isBase(err error) bool { return errors.Is(err, errBase) }
func asOp(err error) (string, bool) {
	var e *opError
	if errors.As(err, &e) {
		return e.op, true
	}
	return "", false
}
func fresh(s string) error { return errors.New("e" + s) }
func open(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close()
	return nil
}
func unwrap(err error) error { return errors.Unwrap(err) }
func value() (err error) {
	defer func() {
		if err != nil {
			err = &opError{"value", err}
		}
	}()
	return fail("x")
}
