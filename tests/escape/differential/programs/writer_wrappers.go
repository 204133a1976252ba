package p

import (
	"io"
	"os"
)

type counting struct {
	w io.Writer
	n int64
}
type tee struct{ a, b io.Writer }
type discard struct{}

func (c *counting) Write(p []byte) (int, error) { c.n += int64(len(p)); return c.w.Write(p) }
func (t tee) Write(p []byte) (int, error) {
	if n, err := t.a.Write(p); err != nil {
		return n, err
	}
	return t.b.Write(p)
}
func (discard) Write(p []byte) (int, error) { return len(p), nil }

func size(f func(io.Writer)) int64 {
	c := counting{w: discard{}}
	f(&c)
	return c.n
}
func both(a, b io.Writer) io.Writer { return tee{a, b} }
func toStdout(p []byte)             { tee{os.Stdout, discard{}}.Write(p) }
func nested(w io.Writer) io.Writer  { return &counting{w: both(w, discard{})} }
func literalTo(w io.Writer)         { w.Write([]byte("literal")) }
func literalLocal() int {
	c := &counting{w: discard{}}
	c.Write([]byte("abc"))
	return int(c.n)
}
func stringTo(w io.Writer, s string) { io.WriteString(w, s) }
