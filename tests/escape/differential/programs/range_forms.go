package p

type big struct {
	p *int
	a [100]int
}

func sliceIndex(s []*big) (out *int) {
	for i := range s {
		out = s[i].p
	}
	return
}
func sliceValue(s []big) (out *big) {
	for _, v := range s {
		out = &v
	}
	return
}
func arrayValue(a [3]*int) *int {
	for _, p := range a {
		return p
	}
	return nil
}
func arrayPointer(a *[3]*int) *int {
	for _, p := range a {
		return p
	}
	return nil
}
func mapRange(m map[*int]*big) (k *int, v *big) {
	for k, v = range m {
	}
	return
}
func stringRange(s string) (last *rune) {
	for _, r := range s {
		r := r
		last = &r
	}
	return
}
func chanRange(c chan *big) *big {
	for b := range c {
		return b
	}
	return nil
}
func literalRange() (n int) {
	for _, p := range []*big{{}, {}} {
		n += p.a[0]
	}
	return
}
func intoField(s []*int, b *big) {
	for _, b.p = range s {
	}
}
func empty(s []int) {
	for range s {
	}
}
func localArray() *int {
	var a [4]int
	for i := range a {
		a[i] = i
	}
	for i := range a[:2] {
		return &a[i]
	}
	return nil
}
