package p

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

type server struct {
	client *http.Client
	hits   map[string]int
}

var leaked []*http.Response

func newServer() *server {
	return &server{client: &http.Client{Timeout: time.Second}, hits: make(map[string]int)}
}
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.hits[r.URL.Path]++
	fmt.Fprintf(w, "%s %d", r.URL.Path, s.hits[r.URL.Path])
}
func (s *server) fetch(url string) ([]byte, error) {
	resp, err := s.client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
func leaking(url string) int {
	resp, err := http.Get(url)
	if err != nil {
		return 0
	}
	leaked = append(leaked, resp)
	return resp.StatusCode
}
func leakingStatus(urls []string) (codes []int) {
	for _, u := range urls {
		resp, err := http.Get(u)
		if err != nil {
			continue
		}
		codes = append(codes, resp.StatusCode)
	}
	return
}
func routes(s *server) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/", s)
	mux.HandleFunc("/ping", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "pong") })
	return mux
}
func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		next.ServeHTTP(w, r)
		fmt.Println(r.Method, time.Since(start))
	})
}
