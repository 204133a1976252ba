package p

type S0 struct {
	f0 func(*int)
	f1 *int
}

type S1 struct {
	f0 interface{}
	f1 interface{}
	f2 []*int
	f3 string
}

var G0 int

func (r1 S0) M0(p2 interface{}, p3 []int) {
again4:
	{
	}
	if p3[0] == 2 {
		goto again4
	}
}

func (r5 S1) M1(p6 **int, p7 *S0) interface{} {
	v8 := r5.f0.(S1)
	*p7.f1 = 6
	var v9 interface{} = r5.M1(new(*int), &S0{f1: new(int)})
	_ = v9
	return v8.M1(p6, &*p7)
}

func F0(p10 chan *int, p11 string, p12 map[string]*S1) chan *int {
	if p12["k"] != nil {
		defer func(p13 *int) {
			var v14 int = G0
			_ = v14
		}(&*<-p10)
		if p10 != nil {
			return p10
		}
	}
	return p10
}

func F1(p15 int, p16 *int) []int {
	return make([]int, 4)
}

func F2(p17 []int, _ S1) {

}
