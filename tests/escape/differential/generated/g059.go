package p

import "fmt"

type S0 struct {
	f0 *S0
}

var G0 *int

var G1 *int = new(int)

var G2 func() *int

func F0(p1 map[string]*S0, p2 *S0) (r0 int) {
	v3 := []*int{&r0}
	for v4 := 0; v4 < 3; v4++ {
	}
	*v3[0] = 5
	for _, v6 := range v3 {
		_ = v6
	}
	if p2.f0 != nil {
		G1 = v3[0]
		v7 := func() int {
			*G0 += r0
			return len(p1)
		}
		_ = v7
	} else {
		v3 = []*int{&*G0}
	}
	F1(p1, &G0)
	return
}

func F1(_ map[string]*S0, p8 **int) *int {
	v9 := new(S0)
	_ = v9
	p8 = p8
	if *G1 < 6 {
		return new(int)
	}
	for v10 := 0; v10 < 3; v10++ {
	}
	return new(int)
}

func F2(p11 func() *int, p12 []int) {
	p12 = append(p12, F0(map[string]*S0{"k": &S0{}}, &S0{}))
	p12 = append(p12, *G1)
outer13:
	for {
		var v14 int
		_ = v14
		for {
			fmt.Println(nil)
			if len(p12) < 5 {
				break outer13
			}
		}
	}
}

func F3(p15 *S0) (*int, *S0) {
	go func(p16 int) {
		v17 := []*int{}
		*G1 += len(v17)
	}(*G0)
	if G0 != nil {
	outer18:
		for {
			for {
				go F5(p15.f0)
				*G1++
				if 5 != 7 {
					continue outer18
				}
			}
		}
		go F3(&*p15)
		for v19 := 0; v19 < 3; v19++ {
		}
	} else {
	}
	switch *G0 {
	case 0:
		F0(map[string]*S0{"k": new(S0)}, &S0{})
	case 1:
		func() {
			F1(make(map[string]*S0), &G1)
		}()
	case 2:
		p15.f0.f0 = (*p15).f0
	}
	return &*G0, &*p15.f0
}

func F4() (r0 interface{}) {
	if v20, v21 := r0.([]*int); v21 {
		if G1 != nil {
			defer func() {
				*G0, *G1 = *v20[0], *v20[0]
				v22, v23 := F3(nil)
				_ = v22
				_ = v23
			}()
			switch *v20[0] {
			case 0:
				v24 := &S0{f0: new(S0)}
				_ = v24
				if 4 == 0 {
				}
			case 1:
			}
			switch v25 := r0.(type) {
			case *S0:
				_ = v25
			case *int:
				_ = v25
				var v26 interface{} = r0
				_ = v26
				v25 = G0
			default:
				_ = v25
			}
		}
	}
	for v27 := 0; v27 < 3; v27++ {
	}
	v28 := F5(new(S0))
	_ = v28
	return r0
}

func F5(p29 *S0) S0 {
	v30 := []*int{}
	go func() {
		var v31 func() *int = G2
		_ = v31
		v30 = append(v30, &*G1)
	}()
	(*p29).f0 = p29
	v32 := G2
	_ = v32
	F0(map[string]*S0{"k": &S0{}}, (*p29).f0)
	var v33 map[string]*S0 = map[string]*S0{"k": &S0{f0: &*p29}}
	_ = v33
	return F5(&*p29.f0)
}
