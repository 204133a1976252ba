// Package internal/singleflight of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package singleflight
import "sync"
type Group struct{ mu sync.Mutex; m map[int]struct{} }
