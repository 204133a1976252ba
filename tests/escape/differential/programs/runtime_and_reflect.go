package p

import (
	"reflect"
	"runtime"
	"runtime/debug"
)

type thing struct {
	A int
	B *string
}

func finalized() *thing {
	t := &thing{}
	runtime.SetFinalizer(t, func(t *thing) { t.B = nil })
	return t
}
func memory() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
func kept() int {
	t := &thing{}
	runtime.KeepAlive(t)
	return t.A
}
func names(v interface{}) (out []string) {
	t := reflect.TypeOf(v)
	for i := 0; i < t.NumField(); i++ {
		out = append(out, t.Field(i).Name)
	}
	return
}
func useNames() []string     { return names(thing{A: 1}) }
func set(v interface{})      { reflect.ValueOf(v).Elem().Field(0).SetInt(3) }
func useSet() int            { t := thing{}; set(&t); return t.A }
func equal(a, b *thing) bool { return reflect.DeepEqual(a, b) }
func percent() int           { return debug.SetGCPercent(50) }
func callers() int {
	var pcs [8]uintptr
	return runtime.Callers(1, pcs[:])
}
