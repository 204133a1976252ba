package p

import "time"

type job struct{ id int }

func merge(a, b <-chan *job, stop chan struct{}) *job {
	select {
	case j := <-a:
		return j
	case j, ok := <-b:
		if ok {
			return j
		}
	case <-stop:
	}
	return nil
}
func trySend(c chan *job) bool {
	j := &job{1}
	select {
	case c <- j:
		return true
	default:
		return false
	}
}
func timeout(c chan int, d time.Duration) (int, bool) {
	select {
	case v := <-c:
		return v, true
	case <-time.After(d):
		return 0, false
	}
}
func intoField(c chan *job, out *struct{ j *job }) {
	select {
	case out.j = <-c:
	}
}
func loop(c chan *job, done chan bool) (n int) {
	for {
		select {
		case j := <-c:
			n += j.id
		case <-done:
			return
		}
	}
}
func forever() { select {} }
