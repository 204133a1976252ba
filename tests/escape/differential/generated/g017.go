package p

import "fmt"

type S0 struct {
	f0 string
	f1 **S0
	f2 **int
	f3 **int
}

type S1 struct {
	f0 *S1
	f1 map[string]*int
	f2 string
	f3 *int
}

var G0 S1

func (r1 S1) M0(p2 chan *int) {
	for v3, _ := range r1.f2 {
		_ = v3
		var v4 []int = []int{*r1.f3}
		_ = v4
		fmt.Println(*<-p2)
	}
}

func F0(p5 *S0, p6 *S0) (r0 *S0, r1 *int) {
	v7 := *p6.f1
	_ = v7
	(*r0).f0 += r0.f0
	var v8 **int
	_ = v8
	return r0, G0.f3
}

//go:noinline
func F1() {
	G0.f1["k"] = G0.f1["k"]
	for v9 := 0; v9 < 3; v9++ {
		if v9 != 0 {
			continue
		}
	}
	var v10 S1 = S1{f0: &G0, f3: G0.f1["k"]}
	for v11 := 0; v11 < 3; v11++ {
	}
	for G0.f3 != nil {
		G0.f1["k"], G0.f1["k"] = &*G0.f3, new(int)
		if len(v10.f2) == 3 {
			break
		}
	}
	v12 := make(chan *S1, 0)
	_ = v12
}
