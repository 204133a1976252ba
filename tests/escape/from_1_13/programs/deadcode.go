package p

type T struct{}

const debug = false

var sink interface{}

func branches(i int) {
	if debug {
		sink = &T{}
		sink = i
	}
	if !debug {
		sink = new(T)
	} else {
		sink = new(int)
	}
	if debug && i > 0 {
		sink = func() {}
	}
	if i > 0 && debug {
		sink = &i
	}
	switch debug {
	case true:
		sink = new(string)
	case false:
		sink = new(bool)
	}
	switch {
	case debug:
		sink = new(int8)
	default:
		sink = new(int16)
	}
	if true {
		return
	}
	sink = new(float64)
}

func loops() {
	for debug {
		sink = new(int32)
	}
}
