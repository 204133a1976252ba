package p

import "fmt"

type S0 struct {
	f0 int
	f1 *int
	f2 func() *int
	f3 interface{}
}

var G0 []int

var G1 *int = new(int)

func (r1 S0) M0(p2 *int, p3 int) (r0 func() int) {
	fmt.Println(nil)
	*r1.f1++
	return
}

func F0() int {
	F4(G1)
	for v4, v5 := range G0 {
		_ = v5
		v4, v4 = len(G0), 0
		if v6 := &*G1; v6 != nil {
		}
		defer func(p7 int) {
			v4 = v4
			v10 := func(p8 *int) {
				v9 := [3]int{2, v4}
				_ = v9
			}
			_ = v10
		}(1)
	}
	return G0[0]
}

func F1(p11 []*int, p12 [3]int, p13 func() int) *S0 {
	return F2(&S0{f2: func() *int {
		return p11[0]
	}}, ""+"a")
}

func F2(p14 *S0, p15 string) *S0 {
	v16 := p14.f3.(*int)
	switch F0() {
	case 0:
	default:
		v16 := v16
		_ = v16
		var v17 interface{} = &*p14
		_ = v17
	}
	_ = []*int{(*p14).f1, v16}
	(*p14).f3 = &G1
	if G0 != nil {
	} else {
	}
	v18, v19 := F4(&(*p14).f0)
	_ = v18
	_ = v19
	return &*p14
}

func F3(p20 **int, p21 []int) (r0 *int) {
	p20, p20 = p20, nil
	v22 := [3]int{}
	go func(p23 *int) {

	}(nil)
outer24:
	for {
		for {
			if p21 != nil {
				break outer24
			}
		}
	}
	v25 := make([]*int, 2)
	switch len(p21) {
	case 0:
		go F4(G1)
		func() {
			v22 = v22
			p20 = p20
		}()
	case 1:
		v26 := fmt.Sprint(v25) + ""
		_ = v26
		go func(p27 int) {
			G0 = append(G0, G0[0])
		}(v22[1])
	}
	return
}

func F4(p28 *int) ([3]int, string) {
	switch G0[0] {
	case 0:
		F2(&S0{f3: &S0{}}, fmt.Sprint(func() *int {
			return G1
		}))
	default:
		if *p28 == 8 {
			return [3]int{F0()}, fmt.Sprint(make([]*int, G0[0]))
		}
	}
	G0[0] = *p28
	return [3]int{G0[0], 4}, fmt.Sprint(&*G1)
}
