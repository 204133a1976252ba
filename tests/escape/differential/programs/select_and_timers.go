package p

import "time"

type throttle struct {
	tokens chan struct{}
	quit   chan chan error
}

func start(n int, every time.Duration) *throttle {
	t := &throttle{make(chan struct{}, n), make(chan chan error)}
	go t.loop(every)
	return t
}
func (t *throttle) loop(every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	var pending *struct{}
	for {
		select {
		case <-tick.C:
			select {
			case t.tokens <- struct{}{}:
			default:
				pending = &struct{}{}
			}
		case reply := <-t.quit:
			var err error
			if pending != nil {
				err = errPending{}
			}
			reply <- err
			return
		}
	}
}
func (t *throttle) stop() error {
	c := make(chan error)
	t.quit <- c
	return <-c
}

type errPending struct{}

func (errPending) Error() string { return "pending" }

func after(d time.Duration, f func(*time.Time)) {
	timer := time.NewTimer(d)
	now := <-timer.C
	f(&now)
}
