package p

type obj struct{ n int }

var keep *obj

func maybe(b bool) {
	o := &obj{}
	if b {
		keep = o
	}
}
func never() {
	o := &obj{}
	if false {
		keep = o
	}
}
func constantTrue() *obj {
	o := &obj{}
	if true {
		return nil
	}
	return o
}
func afterReturn() int {
	o := &obj{}
	return o.n
	keep = o
	return 0
}
func shortCircuit(a, b *obj) *obj {
	if a != nil && b != nil || a == b {
		return a
	}
	return b
}
func loopNever() {
	o := &obj{}
	for false {
		keep = o
	}
}

const debug = false

func debugOnly(o *obj) int {
	if debug {
		keep = o
	}
	return o.n
}
func infinite() {
	o := &obj{}
	for {
		o.n++
	}
}
func panicking(o *obj) int {
	if o == nil {
		panic("nil")
	} else {
		return o.n
	}
}
