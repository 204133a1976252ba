package p

type state func(*machine) state
type machine struct {
	input []byte
	pos   int
	out   [][]byte
	start int
}

func text(m *machine) state {
	for m.pos < len(m.input) {
		if m.input[m.pos] == '{' {
			m.emit()
			return action
		}
		m.pos++
	}
	m.emit()
	return nil
}
func action(m *machine) state {
	m.pos++
	for m.pos < len(m.input) && m.input[m.pos] != '}' {
		m.pos++
	}
	m.emit()
	return text
}
func (m *machine) emit() {
	if m.pos > m.start {
		m.out = append(m.out, m.input[m.start:m.pos])
	}
	m.start = m.pos
}
func run(s string) [][]byte {
	m := machine{input: []byte(s)}
	for st := state(text); st != nil; {
		st = st(&m)
	}
	return m.out
}
