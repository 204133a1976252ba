package p

import (
	"bytes"
	"errors"
)

type header struct {
	name, value []byte
}
type request struct {
	method  string
	headers []header
	body    []byte
}

var errShort = errors.New("short")

func parseLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return b, nil
	}
	return b[:i], b[i+1:]
}
func parseHeader(line []byte) (h header, ok bool) {
	i := bytes.IndexByte(line, ':')
	if i < 0 {
		return
	}
	h.name, h.value = line[:i], bytes.TrimSpace(line[i+1:])
	return h, true
}
func parse(b []byte) (*request, error) {
	line, rest := parseLine(b)
	if len(line) == 0 {
		return nil, errShort
	}
	r := &request{method: string(line)}
	for {
		line, rest = parseLine(rest)
		if len(line) == 0 {
			break
		}
		if h, ok := parseHeader(line); ok {
			r.headers = append(r.headers, h)
		}
	}
	r.body = rest
	return r, nil
}
func method(b []byte) string {
	r, err := parse(b)
	if err != nil {
		return err.Error()
	}
	return r.method
}
func count(b []byte) int {
	var r request
	for line, rest := parseLine(b); rest != nil; line, rest = parseLine(rest) {
		h, _ := parseHeader(line)
		r.headers = append(r.headers, h)
	}
	return len(r.headers)
}
