// Package net/netip of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package netip
type Addr struct{ addr uint128; z *struct{} }
//gcsim:leaks b=result0@0
func (ip Addr) AppendTo(b []byte) []byte
func (ip Addr) As16() (a16 [16]byte)
func (ip Addr) As4() (a4 [4]byte)
func (ip Addr) AsSlice() []byte
//gcsim:inline 1.19:13
func (ip Addr) BitLen() int
func (ip Addr) Compare(ip2 Addr) int
//gcsim:inline 1.19:5
func (ip Addr) Is4() bool
//gcsim:inline 1.19:28
func (ip Addr) Is4In6() bool
//gcsim:inline 1.19:10
func (ip Addr) Is6() bool
func (ip Addr) IsGlobalUnicast() bool
//gcsim:inline 1.19:55
func (ip Addr) IsInterfaceLocalMulticast() bool
func (ip Addr) IsLinkLocalMulticast() bool
func (ip Addr) IsLinkLocalUnicast() bool
//gcsim:inline 1.19:55
func (ip Addr) IsLoopback() bool
//gcsim:inline 1.19:53
func (ip Addr) IsMulticast() bool
func (ip Addr) IsPrivate() bool
//gcsim:inline 1.19:54
func (ip Addr) IsUnspecified() bool
//gcsim:inline 1.19:5
func (ip Addr) IsValid() bool
//gcsim:inline 1.19:64
func (ip Addr) Less(ip2 Addr) bool
//gcsim:inline 1.19:63
func (ip Addr) MarshalBinary() ([]byte, error)
func (ip Addr) MarshalText() ([]byte, error)
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:64
func (ip Addr) Next() Addr
//gcsim:leaks receiver=result0@0
func (ip Addr) Prefix(b int) (Prefix, error)
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:64
func (ip Addr) Prev() Addr
func (ip Addr) String() string
func (ip Addr) StringExpanded() string
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:38
func (ip Addr) Unmap() Addr
func (ip *Addr) UnmarshalBinary(b []byte) error
func (ip *Addr) UnmarshalText(text []byte) error
//gcsim:leaks receiver=result0@0 zone=0
func (ip Addr) WithZone(zone string) Addr
//gcsim:leaks receiver=result0@2
//gcsim:inline 1.19:22
func (ip Addr) Zone() string
//gcsim:leaks ret=result0@0
func (ip Addr) appendTo4(ret []struct{}) []struct{}
//gcsim:leaks ret=result0@0
func (ip Addr) appendTo6(ret []struct{}) []struct{}
//gcsim:inline 1.19:5
func (ip Addr) isZero() bool
func (ip Addr) marshalBinaryWithTrailingBytes(trailingBytes int) []struct{}
//gcsim:inline 1.19:11
func (ip Addr) v4(i uint8) uint8
//gcsim:inline 1.19:30
func (ip Addr) v6u16(i uint8) uint16
func AddrFrom16(addr [16]byte) Addr
//gcsim:inline 1.19:36
func AddrFrom4(addr [4]byte) Addr
func AddrFromSlice(slice []byte) (ip Addr, ok bool)
type AddrPort struct{ ip Addr; port uint16 }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (p AddrPort) Addr() Addr
//gcsim:leaks b=result0@0
func (p AddrPort) AppendTo(b []byte) []byte
//gcsim:inline 1.19:10
func (p AddrPort) IsValid() bool
func (p AddrPort) MarshalBinary() ([]byte, error)
func (p AddrPort) MarshalText() ([]byte, error)
//gcsim:inline 1.19:3
func (p AddrPort) Port() uint16
func (p AddrPort) String() string
func (p *AddrPort) UnmarshalBinary(b []byte) error
func (p *AddrPort) UnmarshalText(text []byte) error
//gcsim:inline 1.19:4
func (p AddrPort) isZero() bool
//gcsim:leaks ip=result0@0
//gcsim:inline 1.19:6
func AddrPortFrom(ip Addr, port uint16) AddrPort
//gcsim:inline 1.19:40
func IPv4Unspecified() Addr
//gcsim:inline 1.19:70
func IPv6LinkLocalAllNodes() Addr
//gcsim:inline 1.19:4
func IPv6Unspecified() Addr
//gcsim:leaks s=0
//gcsim:inline 1.19:76
func MustParseAddr(s string) Addr
//gcsim:leaks s=0
//gcsim:inline 1.19:76
func MustParseAddrPort(s string) AddrPort
//gcsim:leaks s=0
//gcsim:inline 1.19:76
func MustParsePrefix(s string) Prefix
//gcsim:leaks s=0
func ParseAddr(s string) (Addr, error)
//gcsim:leaks s=0
func ParseAddrPort(s string) (AddrPort, error)
//gcsim:leaks s=0
func ParsePrefix(s string) (Prefix, error)
type Prefix struct{ ip Addr; bits int16 }
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:3
func (p Prefix) Addr() Addr
//gcsim:leaks b=result0@0
func (p Prefix) AppendTo(b []byte) []byte
//gcsim:inline 1.19:4
func (p Prefix) Bits() int
func (p Prefix) Contains(ip Addr) bool
//gcsim:inline 1.19:27
func (p Prefix) IsSingleIP() bool
//gcsim:inline 1.19:38
func (p Prefix) IsValid() bool
func (p Prefix) MarshalBinary() ([]byte, error)
func (p Prefix) MarshalText() ([]byte, error)
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:79
func (p Prefix) Masked() Prefix
func (p Prefix) Overlaps(o Prefix) bool
func (p Prefix) String() string
func (p *Prefix) UnmarshalBinary(b []byte) error
func (p *Prefix) UnmarshalText(text []byte) error
//gcsim:inline 1.19:4
func (p Prefix) isZero() bool
//gcsim:leaks ip=result0@0
//gcsim:inline 1.19:63
func PrefixFrom(ip Addr, bits int) Prefix
//gcsim:inline 1.19:13
func mask6(n int) uint128
//gcsim:inline 1.19:13
func u64CommonPrefixLen(a uint64, b uint64) uint8
type uint128 struct{ hi uint64; lo uint64 }
