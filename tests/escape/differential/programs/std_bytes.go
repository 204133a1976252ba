package p

import "bytes"

func equal(a, b []byte) bool  { return bytes.Equal(a, b) }
func split(b []byte) [][]byte { return bytes.Split(b, []byte(",")) }
func trim(b []byte) []byte    { return bytes.TrimSpace(b) }
func buffer() *bytes.Buffer   { var b bytes.Buffer; b.WriteString("x"); return &b }
func local(parts [][]byte) int {
	var b bytes.Buffer
	for _, p := range parts {
		b.Write(p)
	}
	return b.Len()
}
func newBuffer(s string) *bytes.Buffer { return bytes.NewBufferString(s) }
func fromLocal() []byte {
	var a [32]byte
	b := bytes.NewBuffer(a[:0])
	b.WriteByte('x')
	return b.Bytes()
}
func contains(b []byte) bool {
	return bytes.Contains(b, []byte("needle")) || bytes.IndexByte(b, 'x') > 0
}
func lines(b []byte) (n int) {
	for len(b) > 0 {
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			break
		}
		b = b[i+1:]
		n++
	}
	return
}
func join(parts [][]byte) []byte { return bytes.Join(parts, nil) }
