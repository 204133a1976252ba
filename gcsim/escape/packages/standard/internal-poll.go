// Package internal/poll of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package poll
type FD struct{ fdmu fdMutex; Sysfd int; pd pollDesc; iovecs *struct{}; csema uint32; isBlocking uint32; IsStream bool; ZeroReadIsEOF bool; isFile bool }
type fdMutex struct{ state uint64; rsema uint32; wsema uint32 }
type pollDesc struct{ runtimeCtx uintptr }
