package p

type shape interface{ area() float64 }
type square struct{ side float64 }
type circle struct{ r *float64 }
type empty struct{}

func (s square) area() float64  { return s.side * s.side }
func (c *circle) area() float64 { return *c.r * *c.r * 3 }
func (empty) area() float64     { return 0 }

var kept shape

func static() float64 {
	var s shape = square{2}
	return s.area()
}
func total(list []shape) (sum float64) {
	for _, s := range list {
		sum += s.area()
	}
	return
}
func mixed() float64 {
	r := 2.0
	return total([]shape{square{1}, &circle{&r}, empty{}})
}
func keep(s square)           { kept = s }
func keepPtr(s *square)       { kept = s }
func asShape(c *circle) shape { return c }
func asValue(s square) shape  { return s }
func assert(s shape) *circle {
	c, ok := s.(*circle)
	if !ok {
		return nil
	}
	return c
}
