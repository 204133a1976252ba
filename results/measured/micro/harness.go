// Costs of single operations of a real Go runtime, one figure each, as CSV on stdout.
//
// Every bench runs in several rounds, one after another, so that a burst of noise from the host
// touches a few samples of every figure and not all samples of one; p10 and the median
// of what all rounds gave are printed.
package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"time"
)

// series is everything that was observed of one figure.
type series struct {
	name, unit, how string
	values          []float64
}

// recorder holds the series in the order in which they first appeared.
type recorder struct {
	byName map[string]*series
	order  []*series
}

func (r *recorder) add(name, unit, how string, value float64) {
	s := r.byName[name]
	if s == nil {
		s = &series{name: name, unit: unit, how: how}
		r.byName[name] = s
		r.order = append(r.order, s)
	}
	s.values = append(s.values, value)
}

// quantile sorts in place: the order of the samples is not used by anything.
func (s *series) quantile(q float64) float64 {
	sort.Float64s(s.values)
	return s.values[int(q*float64(len(s.values)-1)+0.5)]
}

// bench runs with procs Ps and adds its samples.
type bench struct {
	name  string
	procs int
	run   func(r *recorder)
}

var benches []bench

// once names benches that cost seconds and give all their samples in one round.
var once = map[string]bool{"preempt": true, "leak": true}

// perOp registers a figure in ns for one operation: each sample is the time of ops of them, divided.
func perOp(name, how string, procs, ops int, f func(n int)) {
	benches = append(benches, bench{name, procs, func(r *recorder) {
		f(ops)
		for i := 0; i < 60; i++ {
			start := time.Now()
			f(ops)
			r.add(name, "ns", how, float64(time.Since(start))/float64(ops))
		}
	}})
}

// fit solves the least squares of y over the columns x, each row weighted by 1/y: an error of a tenth
// counts alike for small and large values.
func fit(x [][]float64, y []float64) []float64 {
	k := len(x[0])
	m := make([][]float64, k)
	for i := range m {
		m[i] = make([]float64, k+1)
		for j := 0; j <= k; j++ {
			for row := range y {
				right := y[row]
				if j < k {
					right = x[row][j]
				}
				m[i][j] += x[row][i] * right / (y[row] * y[row])
			}
		}
	}
	for i := 0; i < k; i++ {
		for row := 0; row < k; row++ {
			if row == i {
				continue
			}
			factor := m[row][i] / m[i][i]
			for j := i; j <= k; j++ {
				m[row][j] -= factor * m[i][j]
			}
		}
	}
	out := make([]float64, k)
	for i := range out {
		out[i] = m[i][k] / m[i][i]
	}
	return out
}

func number(v float64) string {
	if v >= 1000 || v <= -1000 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}

func (r *recorder) write(w *csv.Writer) {
	for _, s := range r.order {
		w.Write([]string{s.name, runtime.Version(), s.unit, number(s.quantile(0.1)), number(s.quantile(0.5)),
			number(s.quantile(0.9)), strconv.Itoa(len(s.values)), s.how})
	}
	for _, d := range derived {
		d(r, func(name, unit, how string, p10, median float64, n int) {
			w.Write([]string{name, runtime.Version(), unit, number(p10), number(median), "", strconv.Itoa(n), how})
		})
	}
	w.Flush()
}

// emit prints a figure that is computed from series.
type emit func(name, unit, how string, p10, median float64, n int)

// derived are the fits, computed at the end.
var derived = []func(r *recorder, out emit){stackFit, allocFit}

func main() {
	child := flag.String("child", "", "the part of a helper process: a key of children")
	only := flag.String("only", "", "regular expression for the benches to run")
	rounds := flag.Int("rounds", 5, "rounds of every bench")
	flag.Parse()
	// Collections would stop the benches; memory is given back between them instead.
	debug.SetGCPercent(-1)
	if *child != "" {
		children[*child]()
		return
	}
	r := &recorder{byName: map[string]*series{}}
	pattern := regexp.MustCompile(*only)
	for round := 0; round < *rounds; round++ {
		for _, b := range benches {
			if !pattern.MatchString(b.name) || (round > 0 && once[b.name]) {
				continue
			}
			runtime.GOMAXPROCS(b.procs)
			runtime.GC()
			began := time.Now()
			b.run(r)
			if took := time.Since(began); took > 10*time.Second {
				fmt.Fprintf(os.Stderr, "%s took %v\n", b.name, took)
			}
		}
	}
	r.write(csv.NewWriter(os.Stdout))
}
