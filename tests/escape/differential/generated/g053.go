package p

import "fmt"

type S0 struct {
	f0 [3]int
	f1 string
}

type S1 struct {
	f0 func() *int
	f1 *S0
	f2 func(*int)
}

var G0 []int

var G1 *int

var G2 interface{} = "a"

func (r1 S0) M0(p2 S0) []*int {
	return r1.M0(p2)
}

func F0(p3 **int, p4 interface{}) [3]int {
	F1(p3, G0)
	return [3]int{4}
}

func F1(p5 **int, p6 []int) [3]int {
	G0[0] = *G1
	defer func(p7 *int) {
		v8 := (*S0)(nil)
		_ = v8
	}(&**p5)
	p5, p5 = p5, p5
	return F0(p5, G2)
}

//go:noinline
func F2() {
	G0[0] += *G1
	if G1 != nil {
	} else {
	}
	v9 := (len(G0) - G0[0])
	_ = v9
	v10 := &S0{}
	if v10.f0[1] < 0 {
		F2()
		v10.f0 = v10.f0
	}
}

func F3(p11 string, p12 *int, p13 S0) {
	v14 := []int{}
	_ = v14
	v15 := []*S0{}
	v18 := func(p16 *int) {
		var v17 string = p13.f1 + v15[0].f1
		_ = v17
	}
	_ = v18
	for *G1 != 0 {
	}
	G0 = append(G0, 7)
}

func F4() {
	switch v19 := G2.(type) {
	case []*S0:
		_ = v19
	case S0:
		_ = v19
		_ = interface{}(nil)
	default:
		_ = v19
	}
	v20 := G0
	fmt.Println(S0{})
	switch 1 {
	case 0:
	case 1:
		v20 = append(v20, append(v20, 2)...)
		if v20 != nil {
			return
		}
	}
	v20[0] = G0[0]
}
