// Package plugin of Go 1.19 as other packages see it; made by gcsim.escape.packages.digest.
package plugin
//gcsim:inline 1.19:24
func Open(path string) (*Plugin, error)
type Plugin struct{ pluginpath string; err string; loaded chan struct{}; syms map[int]struct{} }
//gcsim:inline 1.19:25
func (p *Plugin) Lookup(symName string) (Symbol, error)
type Symbol any
