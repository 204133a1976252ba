package p

import "fmt"

type S0 struct {
	f0 **int
}

type I0 interface {
	N(interface{})
}

var G0 string

func (r1 *S0) M0(p2 map[string]*int) *S0 {
	return new(S0)
}

func (r3 *S0) N(p4 interface{}) {
	G0 = G0 + G0
	r3.f0 = &*r3.f0
	func(p5 int) {
		for v6, _ := range G0 {
			_ = v6
			r3.M0(map[string]*int{"k": *r3.f0})
		}
		v7 := F0(r3)
		_ = v7
	}(0)
}

func F0(p8 *S0) (r0 []*int) {
	if *r0[0] < 8 {
		return r0
	}
	return []*int{r0[0]}
}

func F1() {
	G0 = G0
	v9 := &S0{f0: new(*int)}
	if v9.f0 != nil {
		var v10 *S0 = &*v9
		_ = v10
		(*v9).f0 = nil
	}
	v9 = &*v9
}

func F2(p11 *int) (r0 []int) {
	var v12 interface{} = 6
	_ = v12
	v13 := &S0{f0: &p11}
	_ = v13
	v14 := &*p11
	for _, v16 := range r0 {
		_ = v16
		for v17 := 0; v17 < 3; v17++ {
			copy(r0, r0)
			v18 := map[string]*int{"k": &*v14}
			_ = v18
		}
		fmt.Println(nil)
		v19 := F0(new(S0))
		_ = v19
		if 7 < 1 {
			continue
		}
	}
	for _, v21 := range r0 {
		_ = v21
	}
	return []int{}
}
