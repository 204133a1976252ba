package p

type animal interface {
	name() string
	eat(food *string)
}
type cat struct{ ate []*string }
type cage struct {
	animal
	owner interface{}
}

func (c *cat) name() string  { return "cat" }
func (c *cat) eat(f *string) { c.ate = append(c.ate, f) }

func build(o interface{}) cage   { return cage{&cat{}, o} }
func feed(c cage)                { f := "fish"; c.eat(&f) }
func feedPtr(c *cage, f *string) { c.animal.eat(f) }
func local() string {
	c := cage{animal: &cat{}}
	f := "milk"
	c.eat(&f)
	return c.name()
}
func ownerOf(c *cage) interface{} { return c.owner }
func setOwner(c *cage, n int)     { c.owner = n }
func setOwnerPtr(c *cage, n *int) { c.owner = n }
func same(a, b animal) bool       { return a == b }
func isCat(a animal) (ok bool)    { _, ok = a.(*cat); return }
func list(as ...animal) (out []string) {
	for _, a := range as {
		out = append(out, a.name())
	}
	return
}
func useList() []string { return list(&cat{}, build(nil), &cage{}) }
