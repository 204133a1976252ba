// Package os/user of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package user
func Current() (*User, error)
type Group struct{ Gid string; Name string }
//gcsim:leaks username=0
func Lookup(username string) (*User, error)
//gcsim:leaks name=0
//gcsim:inline 1.19:70
func LookupGroup(name string) (*Group, error)
//gcsim:leaks gid=0
//gcsim:inline 1.19:70
func LookupGroupId(gid string) (*Group, error)
//gcsim:leaks uid=0
func LookupId(uid string) (*User, error)
type UnknownGroupError string
//gcsim:inline 1.19:4
func (e UnknownGroupError) Error() string
type UnknownGroupIdError string
//gcsim:inline 1.19:4
func (e UnknownGroupIdError) Error() string
type UnknownUserError string
//gcsim:inline 1.19:4
func (e UnknownUserError) Error() string
type UnknownUserIdError int
//gcsim:inline 1.19:68
func (e UnknownUserIdError) Error() string
type User struct{ Uid string; Gid string; Username string; Name string; HomeDir string }
//gcsim:leaks receiver=1
//gcsim:inline 1.19:70
func (u *User) GroupIds() ([]string, error)
func current() (*struct{}, interface{})
