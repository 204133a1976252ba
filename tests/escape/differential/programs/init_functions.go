package p

import "os"

type plugin struct{ name string }

var plugins map[string]*plugin

func init() { plugins = make(map[string]*plugin) }
func init() {
	register(&plugin{"first"})
	p := plugin{"second"}
	register(&p)
}
func init() {
	f := func(n string) { register(&plugin{n}) }
	f("third")
	f(os.Getenv("FOURTH"))
}
func register(p *plugin) { plugins[p.name] = p }

const prefix = "p" + "q"

var _ = register
var _ interface{} = (*plugin)(nil)
