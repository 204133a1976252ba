package p

type message struct {
	body  []byte
	reply chan *message
}

func send(c chan *message, m *message)             { c <- m }
func sendNew(c chan *message)                      { c <- &message{} }
func sendValue(c chan message, b []byte)           { c <- message{body: b} }
func receive(c chan *message) *message             { return <-c }
func receiveOk(c <-chan *message) (*message, bool) { m, ok := <-c; return m, ok }
func makeHere() int {
	c := make(chan int, 1)
	c <- 4
	return <-c
}
func makeOut(n int) chan int { return make(chan int, n) }
func ask(c chan<- *message) []byte {
	m := &message{reply: make(chan *message)}
	c <- m
	return (<-m.reply).body
}
func drain(c chan *message) (last *message) {
	for m := range c {
		last = m
	}
	return
}
func closeIt(c chan int)              { close(c) }
func chanOfChan(cc chan chan int) int { c := make(chan int); cc <- c; return <-c }
