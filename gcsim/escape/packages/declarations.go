// Declarations lists what packages of the standard library offer, one line for each thing, for
// gcsim/escape/packages/digest.py, which knows what the lines mean. It is run by the toolchain whose library is asked.
package main

import (
	"bufio"
	"fmt"
	"go/build"
	"go/constant"
	"go/importer"
	"go/token"
	"go/types"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// How much of a type is wanted: its size and pointers, or whatever can be done with it.
const (
	layout = 1
	whole  = 2
)

type want struct {
	name  *types.TypeName
	depth int
}

type collector struct {
	files   *token.FileSet
	depths  map[*types.TypeName]int
	pending []want
	hidden  map[*types.Package]map[string]bool // unexported methods that interfaces ask for
	called  map[*types.Package]map[string]bool // unexported functions and methods that inlined text calls
}

func main() {
	build.Default.CgoEnabled = false
	files := token.NewFileSet()
	source := importer.ForCompiler(files, "source", nil).(types.ImporterFrom)
	c := &collector{files: files, depths: map[*types.TypeName]int{}, hidden: map[*types.Package]map[string]bool{}}
	c.called = map[*types.Package]map[string]bool{}
	given := map[*types.Package]bool{}
	for _, argument := range os.Args[1:] {
		path, called, _ := strings.Cut(argument, "=")
		checked, err := source.ImportFrom(path, "", 0)
		if err != nil {
			fmt.Fprintln(os.Stderr, path, err)
			os.Exit(1)
		}
		given[checked] = true
		c.called[checked] = map[string]bool{}
		for _, name := range strings.Split(called, ",") {
			c.called[checked][name] = true
		}
		c.offered(checked)
	}
	c.settle()
	packages := map[*types.Package]bool{}
	for name := range c.depths {
		packages[name.Pkg()] = true
	}
	for one := range given {
		packages[one] = true
	}
	ordered := []*types.Package{}
	for one := range packages {
		ordered = append(ordered, one)
	}
	sort.Slice(ordered, func(i, j int) bool { return ordered[i].Path() < ordered[j].Path() })
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, one := range ordered {
		c.print(out, one, given[one])
	}
}

// offered asks for everything that the exported names of a package lead to.
func (c *collector) offered(one *types.Package) {
	for _, name := range one.Scope().Names() {
		object := one.Scope().Lookup(name)
		if generic(object.Type()) {
			continue
		}
		if function, ok := object.(*types.Func); ok && c.called[one][name] {
			c.outline(function)
		} else if object.Exported() {
			c.reach(object.Type(), whole)
		}
	}
}

func generic(one types.Type) bool {
	switch t := one.(type) {
	case *types.Named:
		return t.TypeParams().Len() > 0
	case *types.Signature:
		return t.TypeParams().Len() > 0
	}
	return false
}

// settle follows types to types until nothing new is met.
func (c *collector) settle() {
	for len(c.pending) > 0 {
		next := c.pending[len(c.pending)-1]
		c.pending = c.pending[:len(c.pending)-1]
		named := next.name.Type().(*types.Named)
		if next.depth == layout {
			c.shape(named.Underlying())
			continue
		}
		c.inside(named.Underlying())
		for i := 0; i < named.NumMethods(); i++ {
			if method := named.Method(i); method.Exported() {
				c.reach(method.Type(), whole)
			} else if c.called[method.Pkg()][method.Name()] {
				c.outline(method)
			}
		}
	}
}

func (c *collector) named(named *types.Named, depth int) {
	name := named.Obj()
	if name.Pkg() == nil || name.Pkg().Path() == "unsafe" || c.depths[name] >= depth {
		return
	}
	c.depths[name] = depth
	c.pending = append(c.pending, want{name, depth})
}

// reach asks for a type as the text of a declaration names it.
func (c *collector) reach(one types.Type, depth int) {
	switch t := one.(type) {
	case *types.Named:
		if t.TypeArgs().Len() > 0 {
			c.shape(t.Underlying())
			return
		}
		c.named(t, depth)
	case *types.Pointer:
		c.reach(t.Elem(), depth)
	case *types.Slice:
		c.reach(t.Elem(), depth)
	case *types.Array:
		c.reach(t.Elem(), depth)
	case *types.Chan:
		c.reach(t.Elem(), depth)
	case *types.Map:
		c.reach(t.Key(), depth)
		c.reach(t.Elem(), depth)
	case *types.Signature:
		for _, tuple := range []*types.Tuple{t.Params(), t.Results()} {
			for i := 0; i < tuple.Len(); i++ {
				c.reach(tuple.At(i).Type(), depth)
			}
		}
	case *types.Struct, *types.Interface:
		c.inside(one)
	}
}

// inside asks for the parts of a type whose name has been asked for.
func (c *collector) inside(one types.Type) {
	switch t := one.(type) {
	case *types.Struct:
		for i := 0; i < t.NumFields(); i++ {
			field := t.Field(i)
			if field.Exported() || field.Embedded() {
				c.reach(field.Type(), whole)
			} else {
				c.shape(field.Type())
			}
		}
	case *types.Interface:
		for i := 0; i < t.NumExplicitMethods(); i++ {
			method := t.ExplicitMethod(i)
			c.reach(method.Type(), whole)
			if !method.Exported() {
				if c.hidden[method.Pkg()] == nil {
					c.hidden[method.Pkg()] = map[string]bool{}
				}
				c.hidden[method.Pkg()][method.Name()] = true
			}
		}
		for i := 0; i < t.NumEmbeddeds(); i++ {
			c.reach(t.EmbeddedType(i), whole)
		}
	default:
		c.reach(one, whole)
	}
}

// shape asks for the types that lie in a value itself: what is behind its pointers is left out.
func (c *collector) shape(one types.Type) {
	switch t := one.(type) {
	case *types.Named:
		if t.TypeArgs().Len() > 0 {
			c.shape(t.Underlying())
		} else if !pointerlike(t.Underlying()) {
			c.named(t, layout)
		}
	case *types.Array:
		c.shape(t.Elem())
	case *types.Struct:
		for i := 0; i < t.NumFields(); i++ {
			c.shape(t.Field(i).Type())
		}
	}
}

// outline asks for the types that lie in the parameters and results of a function that only its own package can call.
func (c *collector) outline(function *types.Func) {
	signature := function.Type().(*types.Signature)
	for _, tuple := range []*types.Tuple{signature.Params(), signature.Results()} {
		for i := 0; i < tuple.Len(); i++ {
			c.shape(tuple.At(i).Type())
		}
	}
}

func pointerlike(one types.Type) bool {
	switch one.(type) {
	case *types.Pointer, *types.Slice, *types.Chan, *types.Map, *types.Signature, *types.Interface:
		return true
	}
	return false
}

type printer struct {
	home    *types.Package
	imports map[string]string
	shapes  bool // parameters are printed as shapes
}

func (p *printer) qualified(name *types.TypeName) string {
	if name.Pkg() == nil || name.Pkg() == p.home {
		return name.Name()
	}
	p.imports[name.Pkg().Path()] = name.Pkg().Name()
	return name.Pkg().Name() + "." + name.Name()
}

// text gives a type as the declaration has it.
func (p *printer) text(one types.Type) string {
	switch t := one.(type) {
	case *types.Named:
		if t.TypeArgs().Len() > 0 {
			return p.shape(t.Underlying())
		}
		return p.qualified(t.Obj())
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			p.imports["unsafe"] = "unsafe"
			return "unsafe.Pointer"
		}
		return t.Name()
	case *types.Pointer:
		return "*" + p.text(t.Elem())
	case *types.Slice:
		return "[]" + p.text(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + p.text(t.Elem())
	case *types.Map:
		return "map[" + p.text(t.Key()) + "]" + p.text(t.Elem())
	case *types.Chan:
		element := p.text(t.Elem())
		switch t.Dir() {
		case types.SendOnly:
			return "chan<- " + element
		case types.RecvOnly:
			return "<-chan " + element
		}
		if inner, ok := t.Elem().(*types.Chan); ok && inner.Dir() == types.RecvOnly {
			element = "(" + element + ")"
		}
		return "chan " + element
	case *types.Signature:
		return "func" + p.signature(t)
	case *types.Struct:
		return p.fields(t, false)
	case *types.Interface:
		return p.methods(t)
	}
	panic(fmt.Sprintf("no text for %T", one))
}

func (p *printer) methods(t *types.Interface) string {
	if one := types.Universe.Lookup("any").Type(); t == one {
		return "any"
	}
	parts := []string{}
	for i := 0; i < t.NumExplicitMethods(); i++ {
		method := t.ExplicitMethod(i)
		parts = append(parts, method.Name()+p.signature(method.Type().(*types.Signature)))
	}
	for i := 0; i < t.NumEmbeddeds(); i++ {
		parts = append(parts, p.text(t.EmbeddedType(i)))
	}
	if len(parts) == 0 {
		return "interface{}"
	}
	return "interface{ " + strings.Join(parts, "; ") + " }"
}

func (p *printer) fields(t *types.Struct, hide bool) string {
	parts := []string{}
	for i := 0; i < t.NumFields(); i++ {
		field := t.Field(i)
		kind := ""
		if hide || !field.Exported() && !field.Embedded() {
			kind = p.shape(field.Type())
		} else {
			kind = p.text(field.Type())
		}
		if field.Embedded() && !hide {
			parts = append(parts, kind)
		} else {
			parts = append(parts, field.Name()+" "+kind)
		}
	}
	if len(parts) == 0 {
		return "struct{}"
	}
	return "struct{ " + strings.Join(parts, "; ") + " }"
}

// shape gives a type of the same size, pointers and kind, without what is behind its pointers.
func (p *printer) shape(one types.Type) string {
	switch t := one.(type) {
	case *types.Named:
		if t.TypeArgs().Len() > 0 || pointerlike(t.Underlying()) {
			return p.shape(t.Underlying())
		}
		return p.qualified(t.Obj())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + p.shape(t.Elem())
	case *types.Struct:
		return p.fields(t, true)
	case *types.Pointer:
		return "*struct{}"
	case *types.Slice:
		return "[]struct{}"
	case *types.Chan:
		return "chan struct{}"
	case *types.Map:
		return "map[int]struct{}"
	case *types.Signature:
		return "func()"
	case *types.Interface:
		return "interface{}"
	}
	return p.text(one)
}

func (p *printer) signature(t *types.Signature) string {
	text := "(" + p.tuple(t.Params(), t.Variadic()) + ")"
	results := p.tuple(t.Results(), false)
	switch {
	case t.Results().Len() == 0:
	case t.Results().Len() == 1 && t.Results().At(0).Name() == "":
		text += " " + results
	default:
		text += " (" + results + ")"
	}
	return text
}

func (p *printer) tuple(t *types.Tuple, variadic bool) string {
	parts := []string{}
	typed := p.text
	if p.shapes {
		typed = p.shape
	}
	for i := 0; i < t.Len(); i++ {
		kind := ""
		if variadic && i == t.Len()-1 {
			if slice, ok := t.At(i).Type().(*types.Slice); ok {
				kind = "..." + typed(slice.Elem())
			} else {
				kind = "...byte" // append([]byte, string...) alone has this
			}
		} else {
			kind = typed(t.At(i).Type())
		}
		if name := t.At(i).Name(); name != "" {
			kind = name + " " + kind
		}
		parts = append(parts, kind)
	}
	return strings.Join(parts, ", ")
}

func number(value constant.Value) string {
	switch v := constant.Val(value).(type) {
	case *big.Rat:
		return floating(new(big.Rat).Set(v))
	case *big.Float:
		exact, _ := v.Rat(nil)
		return floating(exact)
	}
	return value.ExactString()
}

func floating(value *big.Rat) string {
	places := value.Denom().BitLen() - 1
	power := new(big.Int).Lsh(big.NewInt(1), uint(places))
	if power.Cmp(value.Denom()) == 0 {
		sign := ""
		numerator := new(big.Int).Set(value.Num())
		if numerator.Sign() < 0 {
			sign = "-"
			numerator.Neg(numerator)
		}
		if zeros := int(numerator.TrailingZeroBits()); places == 0 && numerator.Sign() != 0 {
			numerator.Rsh(numerator, uint(zeros))
			places = -zeros
		}
		return fmt.Sprintf("%s0x%sp%d", sign, numerator.Text(16), -places)
	}
	return value.Num().String() + ".0 / " + value.Denom().String() + ".0"
}

func (p *printer) constant(object *types.Const) string {
	basic := object.Type().Underlying().(*types.Basic)
	value := object.Val()
	text := value.ExactString()
	switch {
	case basic.Info()&types.IsFloat != 0:
		text = number(constant.ToFloat(value))
	case basic.Kind() == types.UntypedRune:
		code, _ := constant.Int64Val(value)
		text = strconv.QuoteRuneToASCII(rune(code))
		if !utf8.ValidRune(rune(code)) {
			text = fmt.Sprintf(`'\x00' + %d`, code)
		}
	case basic.Info()&types.IsString != 0:
		text = strconv.QuoteToASCII(constant.StringVal(value))
	}
	kind := ""
	if basic.Info()&types.IsUntyped == 0 || object.Type() != object.Type().Underlying() {
		kind = " " + p.text(object.Type())
	}
	return "const " + object.Name() + kind + " = " + text
}

// print writes the lines of a package: P path name, I path name for what it imports, D declaration, and for a function
// F declaration, then G with the file, line and column of its name, receiver and parameters.
func (c *collector) print(out *bufio.Writer, one *types.Package, all bool) {
	p := &printer{home: one, imports: map[string]string{}}
	lines := []string{}
	for _, name := range one.Scope().Names() {
		object := one.Scope().Lookup(name)
		if generic(object.Type()) {
			continue
		}
		switch object := object.(type) {
		case *types.Const:
			if all && object.Exported() && wanted(object) {
				lines = append(lines, "D "+p.constant(object))
			}
		case *types.Var:
			if all && object.Exported() {
				lines = append(lines, "D var "+name+" "+p.text(object.Type()))
			}
		case *types.Func:
			if all && (object.Exported() || c.called[one][name]) {
				lines = append(lines, c.function(p, object, "")...)
			}
		case *types.TypeName:
			lines = append(lines, c.typeName(p, object, all)...)
		}
	}
	fmt.Fprintln(out, "P", one.Path(), one.Name())
	paths := []string{}
	for path := range p.imports {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	for _, path := range paths {
		fmt.Fprintln(out, "I", path, p.imports[path])
	}
	for _, line := range lines {
		fmt.Fprintln(out, line)
	}
}

// wanted leaves out the thousands of numbers that package syscall knows.
func wanted(object *types.Const) bool {
	if object.Pkg().Path() != "syscall" {
		return true
	}
	for _, prefix := range []string{"E", "O_", "SIG", "Std"} {
		if strings.HasPrefix(object.Name(), prefix) {
			return true
		}
	}
	return false
}

func (c *collector) typeName(p *printer, object *types.TypeName, all bool) []string {
	if object.IsAlias() {
		if all && object.Exported() {
			return []string{"D type " + object.Name() + " = " + p.text(object.Type())}
		}
		return nil
	}
	depth := c.depths[object]
	if depth == 0 {
		return nil
	}
	named := object.Type().(*types.Named)
	if depth == layout {
		return []string{"D type " + object.Name() + " " + p.shape(named.Underlying())}
	}
	lines := []string{"D type " + object.Name() + " " + p.text(named.Underlying())}
	methods := []*types.Func{}
	for i := 0; i < named.NumMethods(); i++ {
		method := named.Method(i)
		if method.Exported() || c.hidden[object.Pkg()][method.Name()] || c.called[object.Pkg()][method.Name()] {
			methods = append(methods, method)
		}
	}
	sort.Slice(methods, func(i, j int) bool { return methods[i].Name() < methods[j].Name() })
	for _, method := range methods {
		receiver := method.Type().(*types.Signature).Recv()
		text := p.text(receiver.Type())
		if receiver.Name() != "" {
			text = receiver.Name() + " " + text
		}
		lines = append(lines, c.function(p, method, "("+text+") ")...)
	}
	return lines
}

func (c *collector) function(p *printer, object *types.Func, receiver string) []string {
	signature := object.Type().(*types.Signature)
	places := []string{c.place(object)}
	if signature.Recv() != nil {
		places = append(places, c.place(signature.Recv()))
	}
	for i := 0; i < signature.Params().Len(); i++ {
		places = append(places, c.place(signature.Params().At(i)))
	}
	p.shapes = !object.Exported() && c.called[object.Pkg()][object.Name()] && !c.hidden[object.Pkg()][object.Name()]
	defer func() { p.shapes = false }()
	return []string{
		"F func " + receiver + object.Name() + p.signature(signature),
		"G " + strings.Join(places, " "),
	}
}

func (c *collector) place(object types.Object) string {
	position := c.files.Position(object.Pos())
	if object.Name() == "" {
		return "-"
	}
	return fmt.Sprintf("%s:%d:%d", filepath.Base(position.Filename), position.Line, position.Column)
}
