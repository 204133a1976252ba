package p

type conf struct {
	name string
	opts *options
}
type options struct{ n int }

var (
	single    = &conf{name: "x", opts: &options{1}}
	list      = []*conf{{name: "a"}, {name: "b", opts: new(options)}}
	table     = map[string]*conf{"k": {name: "v"}}
	fn        = func(p *int) *int { return p }
	counter   = func() func() int { n := 0; return func() int { n++; return n } }()
	array     [4]*int
	iface     interface{} = 42
	ifacePtr  interface{} = &options{2}
	text                  = "a" + suffix
	suffix                = string([]byte{'b'})
	made                  = make([]int, 10)
	dynamic               = make([]int, len(made))
	pointer               = &array[2]
	structVal             = conf{opts: &options{3}}
)

func setSingle(c *conf)    { single = c }
func setField(o *options)  { single.opts = o }
func setElement(i *int)    { array[1] = i }
func setNested(o *options) { list[0].opts = o }
func read() *conf          { return single }
func addressOf() **conf    { return &single }
func callFn() int          { x := 1; return *fn(&x) }
func local() {
	x := 1
	array[0] = &x
}
