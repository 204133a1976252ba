// Package time of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package time
const ANSIC = "Mon Jan _2 15:04:05 2006"
//gcsim:inline 1.19:62
func After(d Duration) <-chan Time
//gcsim:leaks f=0
func AfterFunc(d Duration, f func()) *Timer
const April Month = 4
const August Month = 8
//gcsim:leaks loc=0
func Date(year int, month Month, day int, hour int, min int, sec int, nsec int, loc *Location) Time
const December Month = 12
type Duration int64
//gcsim:inline 1.19:17
func (d Duration) Abs() Duration
//gcsim:inline 1.19:22
func (d Duration) Hours() float64
//gcsim:inline 1.19:4
func (d Duration) Microseconds() int64
//gcsim:inline 1.19:4
func (d Duration) Milliseconds() int64
//gcsim:inline 1.19:22
func (d Duration) Minutes() float64
//gcsim:inline 1.19:2
func (d Duration) Nanoseconds() int64
func (d Duration) Round(m Duration) Duration
//gcsim:inline 1.19:22
func (d Duration) Seconds() float64
func (d Duration) String() string
//gcsim:inline 1.19:12
func (d Duration) Truncate(m Duration) Duration
const February Month = 2
//gcsim:leaks name=0
//gcsim:inline 1.19:44
func FixedZone(name string, offset int) *Location
const Friday Weekday = 5
const Hour Duration = 3600000000000
const January Month = 1
const July Month = 7
const June Month = 6
const Kitchen = "3:04PM"
const Layout = "01/02 03:04:05PM '06 -0700"
//gcsim:leaks name=0
func LoadLocation(name string) (*Location, error)
//gcsim:leaks name=0
func LoadLocationFromTZData(name string, data []byte) (*Location, error)
var Local *Location
type Location struct{ name string; zone []struct{}; tx []struct{}; extend string; cacheStart int64; cacheEnd int64; cacheZone *struct{} }
//gcsim:leaks receiver=result0@1
//gcsim:inline 1.19:62
func (l *Location) String() string
//gcsim:leaks receiver=result0@0
func (l *Location) get() *struct{}
const March Month = 3
const May Month = 5
const Microsecond Duration = 1000
const Millisecond Duration = 1000000
const Minute Duration = 60000000000
const Monday Weekday = 1
type Month int
//gcsim:inline 1.19:77
func (m Month) String() string
const Nanosecond Duration = 1
func NewTicker(d Duration) *Ticker
func NewTimer(d Duration) *Timer
const November Month = 11
func Now() Time
const October Month = 10
//gcsim:leaks layout=0 value=0
//gcsim:inline 1.19:73
func Parse(layout string, value string) (Time, error)
func ParseDuration(s string) (Duration, error)
type ParseError struct{ Layout string; Value string; LayoutElem string; ValueElem string; Message string }
func (e *ParseError) Error() string
//gcsim:leaks layout=0 value=0 loc=0
//gcsim:inline 1.19:73
func ParseInLocation(layout string, value string, loc *Location) (Time, error)
const RFC1123 = "Mon, 02 Jan 2006 15:04:05 MST"
const RFC1123Z = "Mon, 02 Jan 2006 15:04:05 -0700"
const RFC3339 = "2006-01-02T15:04:05Z07:00"
const RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
const RFC822 = "02 Jan 06 15:04 MST"
const RFC822Z = "02 Jan 06 15:04 -0700"
const RFC850 = "Monday, 02-Jan-06 15:04:05 MST"
const RubyDate = "Mon Jan 02 15:04:05 -0700 2006"
const Saturday Weekday = 6
const Second Duration = 1000000000
const September Month = 9
func Since(t Time) Duration
func Sleep(d Duration)
const Stamp = "Jan _2 15:04:05"
const StampMicro = "Jan _2 15:04:05.000000"
const StampMilli = "Jan _2 15:04:05.000"
const StampNano = "Jan _2 15:04:05.000000000"
const Sunday Weekday = 0
const Thursday Weekday = 4
//gcsim:inline 1.19:68
func Tick(d Duration) <-chan Time
type Ticker struct{ C <-chan Time; r runtimeTimer }
//gcsim:leaks receiver=0
func (t *Ticker) Reset(d Duration)
//gcsim:leaks receiver=0
//gcsim:inline 1.19:62
func (t *Ticker) Stop()
type Time struct{ wall uint64; ext int64; loc *struct{} }
//gcsim:leaks receiver=result0@0
func (t Time) Add(d Duration) Time
//gcsim:leaks receiver=0
func (t Time) AddDate(years int, months int, days int) Time
func (t Time) After(u Time) bool
//gcsim:leaks b=result0@0
func (t Time) AppendFormat(b []byte, layout string) []byte
func (t Time) Before(u Time) bool
func (t Time) Clock() (hour int, min int, sec int)
//gcsim:inline 1.19:67
func (t Time) Date() (year int, month Month, day int)
//gcsim:inline 1.19:70
func (t Time) Day() int
func (t Time) Equal(u Time) bool
func (t Time) Format(layout string) string
func (t Time) GoString() string
//gcsim:inline 1.19:62
func (t *Time) GobDecode(data []byte) error
//gcsim:inline 1.19:70
func (t Time) GobEncode() ([]byte, error)
//gcsim:inline 1.19:66
func (t Time) Hour() int
func (t Time) ISOWeek() (year int, week int)
//gcsim:leaks receiver=result0@0 loc=0
//gcsim:inline 1.19:66
func (t Time) In(loc *Location) Time
func (t Time) IsDST() bool
//gcsim:inline 1.19:40
func (t Time) IsZero() bool
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:59
func (t Time) Local() Time
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:15
func (t Time) Location() *Location
func (t Time) MarshalBinary() ([]byte, error)
func (t Time) MarshalJSON() ([]byte, error)
func (t Time) MarshalText() ([]byte, error)
//gcsim:inline 1.19:66
func (t Time) Minute() int
//gcsim:inline 1.19:70
func (t Time) Month() Month
//gcsim:inline 1.19:12
func (t Time) Nanosecond() int
//gcsim:leaks receiver=result0@0
func (t Time) Round(d Duration) Time
//gcsim:inline 1.19:64
func (t Time) Second() int
func (t Time) String() string
func (t Time) Sub(u Time) Duration
//gcsim:leaks receiver=result0@0
func (t Time) Truncate(d Duration) Time
//gcsim:leaks receiver=result0@0
//gcsim:inline 1.19:60
func (t Time) UTC() Time
//gcsim:inline 1.19:31
func (t Time) Unix() int64
//gcsim:inline 1.19:47
func (t Time) UnixMicro() int64
//gcsim:inline 1.19:47
func (t Time) UnixMilli() int64
//gcsim:inline 1.19:45
func (t Time) UnixNano() int64
func (t *Time) UnmarshalBinary(data []byte) error
func (t *Time) UnmarshalJSON(data []byte) error
func (t *Time) UnmarshalText(data []byte) error
//gcsim:inline 1.19:77
func (t Time) Weekday() Weekday
//gcsim:inline 1.19:70
func (t Time) Year() int
//gcsim:inline 1.19:72
func (t Time) YearDay() int
//gcsim:leaks receiver=result0@1
func (t Time) Zone() (name string, offset int)
//gcsim:leaks receiver=0
func (t Time) ZoneBounds() (start Time, end Time)
func (t Time) abs() uint64
func (t Time) date(full bool) (year int, month Month, day int, yday int)
//gcsim:inline 1.19:6
func (t *Time) nsec() int32
//gcsim:inline 1.19:20
func (t *Time) sec() int64
//gcsim:leaks loc=0
//gcsim:inline 1.19:52
func (t *Time) setLoc(loc *struct{})
//gcsim:inline 1.19:37
func (t *Time) stripMono()
//gcsim:inline 1.19:26
func (t *Time) unixSec() int64
type Timer struct{ C <-chan Time; r runtimeTimer }
//gcsim:leaks receiver=0
func (t *Timer) Reset(d Duration) bool
//gcsim:leaks receiver=0
//gcsim:inline 1.19:72
func (t *Timer) Stop() bool
const Tuesday Weekday = 2
var UTC *Location
//gcsim:inline 1.19:50
func Unix(sec int64, nsec int64) Time
const UnixDate = "Mon Jan _2 15:04:05 MST 2006"
//gcsim:inline 1.19:61
func UnixMicro(usec int64) Time
//gcsim:inline 1.19:61
func UnixMilli(msec int64) Time
func Until(t Time) Duration
const Wednesday Weekday = 3
type Weekday int
//gcsim:inline 1.19:75
func (d Weekday) String() string
//gcsim:inline 1.19:14
func absWeekday(abs uint64) Weekday
//gcsim:inline 1.19:40
func fmtInt(buf []struct{}, v uint64) int
//gcsim:inline 1.19:18
func isLeap(year int) bool
func parseSignedOffset(value string) int
//gcsim:inline 1.19:80
func read(fd uintptr, buf []struct{}) (int, interface{})
type runtimeTimer struct{ pp uintptr; when int64; period int64; f func(); arg interface{}; seq uintptr; nextwhen int64; status uint32 }
//gcsim:leaks #0=0
func stopTimer(*struct{}) bool
//gcsim:inline 1.19:11
func unixTime(sec int64, nsec int32) Time
