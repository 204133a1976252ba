// Package hash/crc64 of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package crc64
import "hash"
//gcsim:inline 1.19:63
func Checksum(data []byte, tab *Table) uint64
const ECMA = 14514072000185962306
const ISO = 15564440312192434176
func MakeTable(poly uint64) *Table
//gcsim:leaks tab=0
//gcsim:inline 1.19:8
func New(tab *Table) hash.Hash64
const Size = 8
type Table [256]uint64
//gcsim:inline 1.19:63
func Update(crc uint64, tab *Table, p []byte) uint64
func update(crc uint64, tab *struct{}, p []struct{}) uint64
