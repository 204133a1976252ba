package p

import "fmt"

type S0 struct {
	f0 []int
}

type S1 struct {
	f0 []int
	f1 func() int
}

var G0 S0

func (r1 *S1) M0(p2 []*int) {
	if v3 := "a"; interface{}(v3) != nil {
		fmt.Println(*p2[0])
		r1.M0([]*int{new(int), &G0.f0[0]})
		func(p4 int) {

		}(len(p2))
	}
}

func (r5 *S0) M1() (r0 **int) {
	r5.f0[0] = (G0.f0[0] & r5.f0[0])
	v6 := "" + "" + "bc"
	_ = v6
	var v7 interface{} = nil
	_ = v7
	return
}

func F0(p8 *S0) (*int, []*S1) {
	var v9 *S0 = &G0
	v10 := map[string]*S0{"k": v9}
	_ = v10
	return &p8.f0[0], []*S1{}
}

func F1(p11 *int, p12 []*S1) (r0 *int) {
	if p12 != nil {
		r0 = F1(r0, p12)
	} else {
		switch *r0 {
		case 0:
			func(p13 *int) {
			outer14:
				for {
					for {
						v15, v16 := F0(new(S0))
						_ = v15
						_ = v16
						if p11 != nil {
							continue outer14
						}
					}
				}
				defer G0.M1()
			}(&*p11)
			if *p11 < 6 {
				return r0
			}
		case 1:
			fmt.Println(&G0)
			v17 := r0
			_ = v17
		case 2:
			defer p12[0].M0([]*int{})
			if G0.f0 != nil {
				p12[0].f0 = append(p12[0].f0, (6 - *r0))
				p11 = &*r0
			}
		}
	}
	return new(int)
}
