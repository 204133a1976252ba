// Package hash/crc32 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package crc32
import "hash"
const Castagnoli = 2197175160
//gcsim:leaks data=0
//gcsim:inline 1.19:63
func Checksum(data []byte, tab *Table) uint32
//gcsim:leaks data=0
func ChecksumIEEE(data []byte) uint32
const IEEE = 3988292384
var IEEETable *Table
const Koopman = 3945912366
func MakeTable(poly uint32) *Table
//gcsim:leaks tab=0
func New(tab *Table) hash.Hash32
//gcsim:inline 1.19:61
func NewIEEE() hash.Hash32
const Size = 4
type Table [256]uint32
//gcsim:leaks p=0
func Update(crc uint32, tab *Table, p []byte) uint32
//gcsim:inline 1.19:52
func simplePopulateTable(poly uint32, t *struct{})
func slicingMakeTable(poly uint32) *struct{}
func slicingUpdate(crc uint32, tab *struct{}, p []struct{}) uint32
