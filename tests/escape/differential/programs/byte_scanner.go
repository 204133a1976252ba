package p

import "io"

type scanner struct {
	r    io.Reader
	buf  [512]byte
	have []byte
	err  error
}

func (s *scanner) fill() bool {
	if s.err != nil {
		return false
	}
	n, err := s.r.Read(s.buf[:])
	s.have, s.err = s.buf[:n], err
	return n > 0
}
func (s *scanner) readByte() (byte, bool) {
	for len(s.have) == 0 {
		if !s.fill() {
			return 0, false
		}
	}
	b := s.have[0]
	s.have = s.have[1:]
	return b, true
}
func (s *scanner) word() string {
	var w []byte
	for {
		b, ok := s.readByte()
		if !ok || b == ' ' {
			return string(w)
		}
		w = append(w, b)
	}
}
func firstWord(r io.Reader) string {
	s := scanner{r: r}
	return s.word()
}
func firstWordPtr(r io.Reader) string {
	s := &scanner{r: r}
	return s.word()
}
func readFull(r io.Reader, n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(r, b)
	return b, err
}
func readInt(r io.Reader) int {
	var b [4]byte
	io.ReadFull(r, b[:])
	return int(b[0]) | int(b[1])<<8
}
