package p

type mid func(next func(*req)) func(*req)
type req struct {
	path string
	user *string
}

func logging(log *[]string) mid {
	return func(next func(*req)) func(*req) {
		return func(r *req) {
			*log = append(*log, r.path)
			next(r)
		}
	}
}
func auth(name string) mid {
	return func(next func(*req)) func(*req) {
		return func(r *req) { r.user = &name; next(r) }
	}
}
func chain(h func(*req), ms ...mid) func(*req) {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}
func serve() int {
	var log []string
	h := chain(func(r *req) {}, logging(&log), auth("me"))
	h(&req{path: "/"})
	return len(log)
}
func negate(f func(int) bool) func(int) bool { return func(n int) bool { return !f(n) } }
func useNegate() bool {
	odd := func(n int) bool { return n&1 == 1 }
	return negate(odd)(4) && negate(negate(odd))(5)
}
