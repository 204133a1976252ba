package p

type matrix struct {
	rows, cols int
	data       []float64
}

func zeros(r, c int) *matrix           { return &matrix{r, c, make([]float64, r*c)} }
func zerosValue(r, c int) matrix       { return matrix{r, c, make([]float64, r*c)} }
func (m *matrix) at(i, j int) *float64 { return &m.data[i*m.cols+j] }
func (m matrix) row(i int) []float64   { return m.data[i*m.cols : (i+1)*m.cols] }
func (m *matrix) each(f func(i, j int, v *float64)) {
	for i := 0; i < m.rows; i++ {
		for j := 0; j < m.cols; j++ {
			f(i, j, m.at(i, j))
		}
	}
}
func product(a, b *matrix) *matrix {
	c := zeros(a.rows, b.cols)
	c.each(func(i, j int, v *float64) {
		for k := 0; k < a.cols; k++ {
			*v += *a.at(i, k) * *b.at(k, j)
		}
	})
	return c
}
func trace(m *matrix) (t float64) {
	for i := 0; i < m.rows; i++ {
		t += *m.at(i, i)
	}
	return
}
func identity3() float64 {
	m := zerosValue(3, 3)
	for i := 0; i < 3; i++ {
		*m.at(i, i) = 1
	}
	return trace(&m)
}
