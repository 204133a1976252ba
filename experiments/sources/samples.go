package sources

// A Sample is a point of a time series.
type Sample struct {
	At    int64
	Value float64
}

// SamplesByPointer collects samples as pointers: an object for each, which the collector has to follow.
func SamplesByPointer(n int) float64 {
	samples := make([]*Sample, 0, n)
	for i := 0; i < n; i++ {
		samples = append(samples, &Sample{int64(i), float64(i)})
	}
	sum := 0.0
	for _, s := range samples {
		sum += s.Value
	}
	return sum
}

// SamplesByValue collects samples themselves: one array, without a pointer in it.
func SamplesByValue(n int) float64 {
	samples := make([]Sample, 0, n)
	for i := 0; i < n; i++ {
		samples = append(samples, Sample{int64(i), float64(i)})
	}
	sum := 0.0
	for _, s := range samples {
		sum += s.Value
	}
	return sum
}
