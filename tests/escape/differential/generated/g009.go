package p

import "fmt"

type S0 struct {
	f0 []*int
	f1 [3]int
}

var G0 []*int

var G1 []S0

func (r1 *S0) M0(p2 interface{}, p3 *int) {
	v4 := F2(r1.f0[0])
	_ = v4
}

func F0(p5 []S0, p6 ...[]S0) ([]S0, **int) {
	v7 := []S0{p6[0][0]}
	_ = v7
outer8:
	for {
		for {
			G1 = p6[0]
			fmt.Println(p5[0])
			if *G0[0] == 0 {
				break outer8
			}
		}
	}
	if v9 := (&S0{}); v9 != nil {
		for v10 := 0; v10 < 3; v10++ {
			*G0[0] = v10
			v11 := &*v9
			_ = v11
		}
		func() {
			if v12 := *G0[0]; interface{}(v12) != nil {
				for v13 := 0; v13 < 3; v13++ {
					if 7 != 7 {
						continue
					}
				}
			}
			v9.M0(nil, &*G0[0])
		}()
	} else {
		p6, p6 = [][]S0{p6[0][:1]}, p6
		v14 := new(int)
		_ = v14
	}
	return make([]S0, 2), &G0[0]
}

func F1(p15 interface{}, p16 *S0, p17 *S0) (r0 []int) {
	for v18 := 0; v18 < 3; v18++ {
		(*p17).f0 = (*p17).f0
	}
	v19 := (**int)(nil)
	_ = v19
	var v20 []S0 = append(G1, *p17)
	_ = v20
	if 9 != 3 {
		for v21, v22 := range G0 {
			_ = v21
			_ = v22
		}
	}
	return append(r0, *G0[0])
}

func F2(p23 *int) (r0 *S0) {
	for 1 == 0 {
	}
	r0.f0 = append(r0.f0, []*int{&*G0[0]}...)
	defer F1([3]int{}, new(S0), F2(&*G0[0]))
	F1(&S0{}, &G1[0], &*r0)
	return
}
