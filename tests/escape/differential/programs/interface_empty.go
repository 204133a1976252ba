package p

var sink interface{}

func box(i int)                      { sink = i }
func boxConst()                      { sink = 42 }
func boxString(s string)             { sink = s }
func boxPointer(p *int)              { sink = p }
func boxStruct(s struct{ a, b int }) { sink = s }
func boxZeroSize(s struct{})         { sink = s }
func boxByte(b byte)                 { sink = b }
func boxBool(b bool)                 { sink = b }
func boxSlice(s []int)               { sink = s }
func boxMap(m map[int]int)           { sink = m }
func boxFunc(f func())               { sink = f }
func boxChan(c chan int)             { sink = c }
func boxLocal() {
	x := 5
	var i interface{} = x
	_ = i
}
func boxCompare(a int, b interface{}) bool { return a == b }
func unbox(i interface{}) int              { return i.(int) }
func unboxPointer(i interface{}) *int      { return i.(*int) }
func pass(i interface{}) interface{}       { return i }
func boxPassed(n int) int                  { return pass(n).(int) }
