package p

import "fmt"

type S0 struct {
	f0 string
	f1 func() *int
}

type S1 struct {
	f0 [3]*int
	f1 []S0
	f2 [3]*int
}

type I0 interface {
	N(*int) int
}

var G0 func() *int

//go:noinline
func (r1 *S1) M0(p2 string, p3 func() *int) {
	defer func(p4 *int) {
		F1(map[string]int{"k": len(r1.f1)}, nil, new(S0))
	}(r1.f2[1])
	go F0(nil)
	if v5 := r1.f0[1]; v5 != nil {
		v6 := &r1
		v6 = new(*S1)
		for v7, _ := range p2 {
			_ = v7
			(*r1).f2, r1.f0 = r1.f0, (*v6).f0
			v8 := func() *int {
				defer func() {

				}()
				return &*v5
			}
			_ = v8
			v5, v5 = &*v5, v5
			if 7 == 4 {
				break
			}
		}
	} else {
	}
}

func (r9 *S1) M1(p10 string, p11 string) S0 {
	r9.f1 = append(r9.f1, (*r9).f1...)
	var v12 map[string]int = make(map[string]int)
	if v13 := (*S0)(nil); v13 != nil {
		v13 := v13
		_ = v13
		v14 := v12
		_ = v14
	}
	return S0{f0: fmt.Sprint(nil), f1: G0}
}

func (r15 *S0) N(p16 *int) int {
	var v17 [3]*int
	_ = v17
	var v18 interface{} = r15.f1()
	_ = v18
	return *p16
}

func (r19 *S1) N(p20 *int) (r0 int) {
	v21 := r19.f0[:]
	_ = v21
	(*r19).f1 = (*r19).f1
	return
}

func F0(p22 []*int) {
	switch 0 + *p22[0] {
	case 0:
		for p22[0] != nil {
			v23 := "bc"
			switch *p22[0] {
			case 0:
			again24:
				{
					G0, G0 = G0, G0
				}
				if 5 != 4 {
					goto again24
				}
				if G0 != nil {
					if p22 != nil {
						func(p25 *int) {
							var v26 map[string]int = nil
							_ = v26
							v23 := v23
							_ = v23
						}(&*p22[0])
						switch 3 {
						case 0:
						case 1:
							v27, v28 := F1(make(map[string]int), &S0{}, new(S0))
							_ = v27
							_ = v28
							G0 = G0
						}
					} else {
					}
				}
			case 1:
			case 2:
			}
		}
	}
}

func F1(p29 map[string]int, p30 interface{}, p31 *S0) (string, []int) {
	v32, v33 := F1(make(map[string]int), p30, p31)
	v34, v35 := F1(map[string]int{"k": v33[0]}, nil, &*p31)
	_ = v34
	_ = v35
	for v36 := 0; v36 < 3; v36++ {
	}
	var v37 []S0 = []S0{S0{f1: func() *int {
		return new(int)
	}}, *p31}
	_ = v37
	v38 := []*int{p31.f1()}
	v39 := *v38[0]
	_ = v39
	return v32 + (*p31).f0, v33
}

func F2() (r0 []*int) {
	var v40 []*int
	v41, v42 := F1(make(map[string]int), nil, &S0{})
	_ = v41
	_ = v42
	v43 := map[string]int{"k": *v40[0]}
	_ = v43
	return
}
