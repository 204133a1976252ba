package p

import "fmt"

type S0 struct {
	f0 *int
}

type S1 struct {
	f0 func(*int)
	f1 []int
	f2 int
	f3 string
}

var G0 []*int

var G1 *S0

//go:noinline
func (r1 *S1) M0(p2 *S0) {
	v3 := fmt.Sprint(p2)
	_ = v3
}

func (r4 S1) M1(p5 []int, _ S0) {
	if *G1.f0 == 2 {
		defer func(p6 int) {
			r4.M1(nil, *G1)
			fmt.Println(S0{f0: &*G1.f0})
		}(len(r4.f1))
		r4.f2 = 8
		v7 := r4.f0
		_ = v7
	} else {
		for v8, v9 := range r4.f1 {
			_ = v8
			_ = v9
			r4.f1 = append(r4.f1, 0)
			var v10 interface{} = *G1
			_ = v10
		}
		r4.f0 = r4.f0
	}
	v11 := &r4.f2
	for v12, v13 := range G0 {
		_ = v12
		_ = v13
	again14:
		{
			r4.f1[0] = p5[0]
		}
		if *v11 < 0 {
			goto again14
		}
	}
}

func F0(p15 ...int) map[string]int {
	v16 := G1
	G0 = append(G0, &*v16.f0)
	*v16.f0, p15[0] = *G0[0], 3
	G0[0] = &*v16.f0
	var v17 *S0
	switch *v16.f0 + *G1.f0 {
	case 0:
		if *v16.f0 == 4 {
		}
		*G1 = *G1
	case 1:
		(*v17).f0 = &p15[0]
		G0 = append(G0, v17.f0)
	default:
		var v18 *int = &*v16.f0
		_ = v18
	}
	return make(map[string]int)
}

func F1(p19 string, _ map[string]int, p20 S0) {
again21:
	{
		func() {
			if G0 != nil {
				G0 = append(G0, G1.f0)
				v22 := &p20
				_ = v22
			} else {
				switch *G0[0] {
				case 0:
				default:
					p20.f0, p20.f0 = &*p20.f0, &*G0[0]
				}
			}
			_ = interface{}(&p20.f0)
		}()
		G0 = append(G0, G1.f0)
	}
	if G1.f0 != nil {
		goto again21
	}
}
