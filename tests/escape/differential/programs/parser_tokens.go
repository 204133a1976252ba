package p

type kind int

const (
	word kind = iota
	num
	end
)

type token struct {
	kind kind
	text string
	pos  int
}
type lexer struct {
	src  string
	at   int
	back *token
}

func (l *lexer) next() token {
	if l.back != nil {
		t := *l.back
		l.back = nil
		return t
	}
	for l.at < len(l.src) && l.src[l.at] == ' ' {
		l.at++
	}
	start := l.at
	for l.at < len(l.src) && l.src[l.at] != ' ' {
		l.at++
	}
	if start == l.at {
		return token{end, "", start}
	}
	return token{word, l.src[start:l.at], start}
}
func (l *lexer) unread(t token)     { l.back = &t }
func (l *lexer) unreadPtr(t *token) { l.back = t }
func (l *lexer) peek() *token {
	if l.back == nil {
		t := l.next()
		l.back = &t
	}
	return l.back
}
func all(src string) (out []token) {
	l := lexer{src: src}
	for t := l.next(); t.kind != end; t = l.next() {
		out = append(out, t)
	}
	return
}
func count(src string) (n int) {
	l := &lexer{src: src}
	for l.peek().kind != end {
		l.next()
		n++
	}
	return
}
