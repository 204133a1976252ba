package p

import "fmt"

type S0 struct {
	f0 *S0
	f1 *S0
	f2 func() *int
	f3 string
}

type I0 interface {
	N(int) *int
}

var G0 *S0

var G1 int

func (r1 S0) M0(p2 **int) (r0 []*int) {
	switch G1 {
	case 0:
	case 1:
		r1.f0.f3, G0.f3 = "bc", G0.f3
		G0, (*G0).f0 = nil, nil
	case 2:
		var v3 *int = r1.f2()
		_ = v3
		if G0.f2 != nil {
			fmt.Println([]*S0{})
		}
	default:
		(*G0).f3 += fmt.Sprint(r1.f0.f3)
		v4 := fmt.Sprint(S0{})
		_ = v4
	}
	return
}

func (r5 *S0) N(p6 int) *int {
	p6++
	return G0.f0.N(3)
}

func F0(p7 *int, p8 []int, p9 ...S0) *S0 {
	switch p8[0] {
	case 0:
	case 1:
		v10 := map[string]*int{"k": &p8[0]}
		v11 := v10
		_ = v11
	default:
		p8 = append(p8, p8[0])
		p9[0].f0 = &S0{f1: p9[0].f0, f2: func() *int {
			switch p8[0] + *p7 {
			case 0:
			case 1:
				_ = (*S0)(nil)
				v12, v13 := F1()
				_ = v12
				_ = v13
			case 2:
			default:
				v14 := map[string]*int{"k": p7}
				_ = v14
			}
			return p7
		}}
	}
	var v15 []*int = []*int{}
	_ = v15
	var v16 **int
	_ = v16
	return G0.f1.f1
}

//go:noinline
func F1() ([]*int, []*S0) {
	var v17 string
	_ = v17
	return make([]*int, 4), make([]*S0, 4)
}

func F2() *S0 {
	(*G0).f1 = G0.f1.f1
	switch G1 {
	case 0:
	case 1:
	case 2:
	}
	var v18 interface{} = G1
	_ = v18
	fmt.Println(nil)
	var v19 I0 = new(S0)
	_ = v19
	G1 = G1
	return F2()
}

func F3() []*int {
	v20 := G0.f0.f2
	v21, v22 := F1()
	if v20 != nil {
		if *v21[0] == 5 {
			if *v21[0] == 5 {
				return v21
			}
			var v23 interface{} = &*v22[0]
			_ = v23
			G0.f1.f0 = G0.f1
		} else {
			for v24, _ := range G0.f3 {
				_ = v24
				defer v22[0].M0(&v21[0])
				func(p25 int) {

				}(len(v22))
			}
			var v26 string = G0.f1.f3
			_ = v26
		}
		var v27 I0 = (*S0)(nil)
		_ = v27
		defer F3()
	}
	return []*int{v22[0].N(*v21[0]), v21[0]}
}

func F4(p28 **int, p29 []*S0, p30 *S0) {

}

func F5() {

}
