// Package net/url of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package url
type Error struct{ Op string; URL string; Err error }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:70
func (e *Error) Error() string
//gcsim:leaks receiver=1
//gcsim:inline 1.19:73
func (e *Error) Temporary() bool
//gcsim:leaks receiver=1
//gcsim:inline 1.19:73
func (e *Error) Timeout() bool
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:3
func (e *Error) Unwrap() error
type EscapeError string
func (e EscapeError) Error() string
type InvalidHostError string
func (e InvalidHostError) Error() string
//gcsim:leaks base=0 elem=1
func JoinPath(base string, elem ...string) (result string, err error)
//gcsim:leaks rawURL=0
func Parse(rawURL string) (*URL, error)
//gcsim:leaks query=0
//gcsim:inline 1.19:74
func ParseQuery(query string) (Values, error)
//gcsim:leaks rawURL=0
func ParseRequestURI(rawURL string) (*URL, error)
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:62
func PathEscape(s string) string
//gcsim:leaks s=0
//gcsim:inline 1.19:71
func PathUnescape(s string) (string, error)
//gcsim:leaks s=result0@0
//gcsim:inline 1.19:62
func QueryEscape(s string) string
//gcsim:leaks s=0
//gcsim:inline 1.19:71
func QueryUnescape(s string) (string, error)
type URL struct{ Scheme string; Opaque string; User *Userinfo; Host string; Path string; RawPath string; OmitHost bool; ForceQuery bool; RawQuery string; Fragment string; RawFragment string }
//gcsim:leaks receiver=1
func (u *URL) EscapedFragment() string
//gcsim:leaks receiver=1
func (u *URL) EscapedPath() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:68
func (u *URL) Hostname() string
//gcsim:inline 1.19:5
func (u *URL) IsAbs() bool
//gcsim:leaks receiver=1 elem=1
func (u *URL) JoinPath(elem ...string) *URL
//gcsim:leaks receiver=1
//gcsim:inline 1.19:63
func (u *URL) MarshalBinary() (text []byte, err error)
//gcsim:leaks receiver=1 ref=0
func (u *URL) Parse(ref string) (*URL, error)
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:68
func (u *URL) Port() string
//gcsim:leaks receiver=1
func (u *URL) Query() Values
//gcsim:leaks receiver=1
func (u *URL) Redacted() string
//gcsim:leaks receiver=1
func (u *URL) RequestURI() string
//gcsim:leaks receiver=1 ref=1
func (u *URL) ResolveReference(ref *URL) *URL
//gcsim:leaks receiver=1
func (u *URL) String() string
func (u *URL) UnmarshalBinary(text []byte) error
//gcsim:leaks username=0
//gcsim:inline 1.19:9
func User(username string) *Userinfo
//gcsim:leaks username=0 password=0
//gcsim:inline 1.19:9
func UserPassword(username string, password string) *Userinfo
type Userinfo struct{ username string; password string; passwordSet bool }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:12
func (u *Userinfo) Password() (string, bool)
//gcsim:leaks receiver=result0@1
func (u *Userinfo) String() string
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:9
func (u *Userinfo) Username() string
type Values map[string][]string
//gcsim:leaks key=0 value=0
//gcsim:inline 1.19:9
func (v Values) Add(key string, value string)
//gcsim:inline 1.19:3
func (v Values) Del(key string)
func (v Values) Encode() string
//gcsim:inline 1.19:24
func (v Values) Get(key string) string
//gcsim:inline 1.19:10
func (v Values) Has(key string) bool
//gcsim:leaks key=0 value=0
//gcsim:inline 1.19:7
func (v Values) Set(key string, value string)
type encoding int
//gcsim:leaks s=result0@0
func escape(s string, mode encoding) string
//gcsim:leaks query=0
func parseQuery(m map[int]struct{}, query string) (err interface{})
//gcsim:leaks hostPort=result0@0,result1@0
func splitHostPort(hostPort string) (host string, port string)
