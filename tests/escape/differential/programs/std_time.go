package p

import "time"

type span struct {
	from time.Time
	took time.Duration
}

func now() time.Time                  { return time.Now() }
func since(t time.Time) time.Duration { return time.Since(t) }
func measure(f func()) span {
	s := time.Now()
	f()
	return span{s, time.Since(s)}
}
func tick(n int, f func(time.Time)) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for i := 0; i < n; i++ {
		f(<-t.C)
	}
}
func later(p *int) *time.Timer   { return time.AfterFunc(time.Second, func() { *p = 1 }) }
func stamp(t time.Time) string   { return t.Format("2006") + t.String() }
func add(t *time.Time) time.Time { return t.Add(3 * time.Hour) }
func before(a, b time.Time) bool { return a.Before(b) }
func sleepy()                    { time.Sleep(10 * time.Millisecond) }
func unix(n int64) *time.Time    { t := time.Unix(n, 0); return &t }
