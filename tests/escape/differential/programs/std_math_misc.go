package p

import (
	"log"
	"math"
	"math/rand"
	"os"
	"path/filepath"
	"regexp"
	"unicode"
)

var word = regexp.MustCompile(`\w+`)

func hypot(a, b float64) float64 { return math.Sqrt(a*a + b*b) }
func clamp(v float64) float64    { return math.Max(0, math.Min(v, math.Pi)) }
func roll() int                  { return rand.Intn(6) }
func own(seed int64) float64     { return rand.New(rand.NewSource(seed)).Float64() }
func matches(s string) []string  { return word.FindAllString(s, -1) }
func upper(s string) (n int) {
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return
}
func join(parts ...string) string { return filepath.Join(parts...) }
func warn(n int)                  { log.Printf("n=%d", n) }
func die(err error)               { log.Fatal(err) }
func args() []string              { return os.Args[1:] }
func logger() *log.Logger         { return log.New(os.Stderr, "x", log.LstdFlags) }
