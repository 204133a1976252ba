package p

type conn struct {
	host    string
	port    int
	onError func(error)
	tags    map[string]string
}
type option func(*conn)

func port(n int) option            { return func(c *conn) { c.port = n } }
func onError(f func(error)) option { return func(c *conn) { c.onError = f } }
func tag(k, v string) option {
	return func(c *conn) {
		if c.tags == nil {
			c.tags = map[string]string{}
		}
		c.tags[k] = v
	}
}
func dial(host string, opts ...option) *conn {
	c := &conn{host: host, port: 80}
	for _, o := range opts {
		o(c)
	}
	return c
}
func describe(host string, opts ...option) int {
	var c conn
	for _, o := range opts {
		o(&c)
	}
	return c.port
}
func use() (*conn, int) {
	var last error
	c := dial("a", port(8080), tag("k", "v"), onError(func(e error) { last = e }))
	_ = last
	return c, describe("b", port(1))
}
