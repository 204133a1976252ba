// Package net/mail of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package mail
import "io"
import "mime"
import "time"
type Address struct{ Name string; Address string }
//gcsim:leaks receiver=1
func (a *Address) String() string
type AddressParser struct{ WordDecoder *mime.WordDecoder }
//gcsim:leaks receiver=1 address=0
//gcsim:inline 1.19:76
func (p *AddressParser) Parse(address string) (*Address, error)
//gcsim:leaks receiver=1 list=0
//gcsim:inline 1.19:76
func (p *AddressParser) ParseList(list string) ([]*Address, error)
var ErrHeaderNotPresent error
type Header map[string][]string
func (h Header) AddressList(key string) ([]*Address, error)
func (h Header) Date() (time.Time, error)
//gcsim:inline 1.19:62
func (h Header) Get(key string) string
type Message struct{ Header Header; Body io.Reader }
//gcsim:leaks address=0
//gcsim:inline 1.19:73
func ParseAddress(address string) (*Address, error)
//gcsim:leaks list=0
//gcsim:inline 1.19:73
func ParseAddressList(list string) ([]*Address, error)
//gcsim:leaks date=0
func ParseDate(date string) (time.Time, error)
//gcsim:leaks r=0
func ReadMessage(r io.Reader) (msg *Message, err error)
//gcsim:inline 1.19:4
func isMultibyte(r rune) bool
//gcsim:inline 1.19:16
func isVchar(r rune) bool
