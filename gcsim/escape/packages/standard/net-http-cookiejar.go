// Package net/http/cookiejar of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package cookiejar
import "net/http"
import "net/url"
import "sync"
type Jar struct{ psList interface{}; mu sync.Mutex; entries map[int]struct{}; nextSeqNum uint64 }
//gcsim:leaks receiver=0 u=1
func (j *Jar) Cookies(u *url.URL) (cookies []*http.Cookie)
//gcsim:leaks receiver=0 u=1 cookies=2
func (j *Jar) SetCookies(u *url.URL, cookies []*http.Cookie)
//gcsim:leaks o=1
//gcsim:inline 1.19:21
func New(o *Options) (*Jar, error)
type Options struct{ PublicSuffixList PublicSuffixList }
type PublicSuffixList interface{ PublicSuffix(domain string) string; String() string }
//gcsim:inline 1.19:28
func hasDotSuffix(s string, suffix string) bool
