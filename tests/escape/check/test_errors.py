import pytest

from gcsim.escape.check.dispatch import expression, statement
from gcsim.escape.check.state import Checker, Environment
from gcsim.escape.errors import SourceError
from gcsim.escape.packages.imports import unknown_package
from gcsim.escape.syntax.nodes import Identifier, SliceTypeExpression, Statement
from gcsim.escape.syntax.positions import column_of, line_of
from gcsim.escape.types.model import Package
from tests.escape.check.trees import Checked, typed

TYPES = (
    "type T struct { n int }\nfunc (t *T) P() {}\nfunc (t T) V() {}\ntype I interface { V(); W() }\n"
    "func two() (int, int)\nfunc two2()\n"
)
PARAMETERS = (
    "a int, s string, t T, p *T, i I, e interface{}, m map[string]int, xs []int, c chan int,"
    " r <-chan int, w chan<- int, g func(int)"
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("_ = x", "undefined: x"),
        ("_ = _", "cannot use _ as a value"),
        ("_ = T", "T is no value"),
        ("_ = 1 + s", "constant cannot be represented as string"),
        ("_ = a + s", "mismatched types int and string"),
        ("_ = true + true", "operator + is not defined on untyped bool"),
        ("_ = 'a' + `b`", "mismatched types untyped rune and untyped string"),
        ("_ = 1 / 0", "division by zero"),
        ("_ = -s", "operator - is not defined on string"),
        ("_ = -`a`", "operator - is not defined on untyped string"),
        ("_ = int8(1) << 7", "constant overflows int8"),
        ("_ = 1 << 2000", "invalid shift count: too large"),
        ("_ = 1.5 << a", "shift of a constant that is not an integer"),
        ("_ = s << 1", "shift of a value of type string"),
        ("_ = a << s", "a shift count of type string"),
        ("var f float64 = 1 << a", "shift of a value of type float64"),
        ("var f string = 1 << a", "cannot use this value as string"),
        ("_ = a == s", "mismatched types int and string"),
        ("_ = xs == xs", "values of type []int cannot be compared"),
        ("_ = t < t", "operator < is not defined on T"),
        ("_ = nil == nil", "nil is compared with nil"),
        ("_ = 1i < 2i", "operator < not defined on these constants"),
        ("x := nil", "use of untyped nil where nothing gives it a type"),
        ("a = nil", "cannot use nil as int"),
        ("a = s", "cannot use a value of type string as int"),
        ("a = 1.5", "constant cannot be represented as int"),
        ("i = t", "cannot use a value of type T as I"),
        ("i = 1", "cannot use a value of type int as I"),
        ("a, s = 1", "1 value for 2 variables"),
        ("a, s = 1, `a`, 2", "3 values for 2 variables"),
        ("a = two()", "this call does not give exactly one value"),
        ("a, s = two()", "cannot use a value of type int as string"),
        ("a, b, d := two()", "2 values for 3 variables"),
        ("var b, d string = two()", "cannot use a value of type int as string"),
        ("a := 1; a := 2", "no new variables on the left of :="),
        ("b, b := 1, 2", "b stands twice on the left of :="),
        ("t.n, b := 1, 2", "only names stand on the left of :="),
        ("var b int; var b int", "b redeclared in this block"),
        ("f = nil", "cannot assign to this"),
        ("m[s].x = 1", "type int has no field or method x"),
        ("s[0] = 1", "cannot assign to this"),
        ("_ = &two", "cannot take the address of this"),
        ("_ = &m[s]", "cannot take the address of this"),
        ("_ = &s[0]", "cannot take the address of this"),
        ("T{}.P()", "cannot take the address of this"),
        ("_ = t.x", "type T has no field or method x"),
        ("_ = T.x", "type T has no method x"),
        ("_ = T.P", "type T has no method P"),
        ("_ = *a", "cannot dereference a value of type int"),
        ("_ = a[0]", "cannot index a value of type int"),
        ("_ = p[0]", "cannot index a value of type *T"),
        ("_ = xs[s]", "a value of type string stands where an integer is wanted"),
        ("_ = xs[-1]", "a constant that is negative stands where an index or a size is wanted"),
        ("_ = xs[1.5]", "constant cannot be represented as int"),
        ("_ = a[1:]", "cannot slice a value of type int"),
        ("_ = p[1:]", "cannot slice a value of type *T"),
        ("_ = two[int]", "type parameters are not supported"),
        ("_ = a.(int)", "a value of type int is no interface"),
        ("_ = e.(a)", "a is no type"),
        ("_ = <-a", "cannot receive from a value of type int"),
        ("_ = <-w", "cannot receive from a value of type chan<- int"),
        ("r <- 1", "cannot send to a value of type <-chan int"),
        ("for range a {}", "cannot range over a value of type int"),
        ("for x, y := range c { _, _ = x, y }", "2 variables for a range over chan int"),
        ("for s = range xs {}", "cannot use a value of type int in this range"),
        ("for t.n := range xs {}", "only names stand on the left of :="),
        ("if a {}", "a value of type int is no condition"),
        ("if 1 {}", "constant cannot be represented as bool"),
        ("switch a { case s: }", "mismatched types int and string"),
        ("switch s { case i: }", "a case can never equal the tag"),
        ("switch a.(type) {}", "a value of type int is no interface"),
        ("select { case a = 1: }", "a case of a select neither sends nor receives"),
        ("1 + 2", "a value is not used"),
        ("go int(1)", "only a call can be started or put off"),
        ("defer a", "only a call can be started or put off"),
        ("goto L", "label L is not defined"),
        ("return 1", "1 values returned where 0 are wanted"),
        ("return two()", "2 values returned where 0 are wanted"),
        ("func() int { return }()", "no values returned where 1 are wanted"),
        ("func() (int, string) { return two() }()", "cannot return a value of type int as string"),
        ("a()", "cannot call a value of type int"),
        ("g()", "0 arguments where 1 are wanted"),
        ("g(two())", "2 values where 1 are wanted"),
        ("func(int, string) {}(two())", "cannot use a value of type int as string"),
        ("func(int, ...int) {}()", "0 arguments where at least 1 are wanted"),
        ("g(xs...)", "... stands in a call of a function that is not variadic"),
        ("_ = int(1, 2)", "a conversion to int takes one value"),
        ("_ = int(s)", "cannot convert a value of type string to int"),
        ("_ = T{1, 2}", "2 values for a struct of 1 fields"),
        ("_ = T{x: 1}", "unknown or repeated field x in a struct literal"),
        ("_ = T{n: 1, 2}", "a struct literal mixes fields with and without names"),
        ("_ = struct{ a, b int }{1, b: 2}", "a struct literal mixes fields with and without names"),
        ("_ = [1]int{1, 2}", "an array of 1 elements is given more"),
        ("_ = []int{a: 1}", "the index of an element is a constant integer"),
        ("_ = []int{1 << 60: 1}", "an index of an element is too large"),
        ("_ = map[int]int{1}", "an element of a map literal has no key"),
        ("_ = int{1}", "a composite literal of type int"),
        ("var x [a]int", "the length of an array is a constant integer that is not negative"),
        ("var x [-1]int", "the length of an array is a constant integer that is not negative"),
        ("var x a", "a is no type"),
        ("var x t.n", "this is no type"),
        ("var x T[int]", "type parameters are not supported"),
        ("var x struct { a int; a string }", "a redeclared in this struct"),
        ("var x interface { T }", "only interfaces can be embedded here"),
        ("var x interface { M(); M() }", "method M declared twice"),
        ("var x interface { I; V() int }", "method V declared twice"),
        ("var x interface { ~int }", "type parameters are not supported"),
        ("type G[P any] struct{}", "type parameters are not supported"),
        ("type R struct { R }", "invalid recursive type R"),
        ("type R [2]R", "invalid recursive type R"),
        ("type R R", "invalid recursive type R"),
        ("const x = a", "the value of x is not constant"),
        ("const x, y = 1", "constant y has no value"),
        ("const x T = 1", "a constant of type T"),
        ("const x int8 = 300", "constant cannot be represented as int8"),
        ("_ = iota", "iota stands outside a constant declaration"),
        ("_ = len()", "0 arguments for len"),
        ("_ = len(xs...)", "... stands in a call of len"),
        ("_ = len(a)", "len cannot take these arguments"),
        ("_ = len(p)", "len cannot take these arguments"),
        ("_ = len(nil)", "len of untyped nil"),
        ("_ = cap(s)", "cap cannot take these arguments"),
        ("_ = append(nil, 1)", "append to untyped nil"),
        ("_ = append(a, 1)", "append to a value of type int"),
        ("_ = append(xs, s...)", "append cannot take these arguments"),
        ("_ = append(xs, []string{}...)", "append cannot take these arguments"),
        ("_ = append(xs, xs, xs...)", "append(s, t...) takes two arguments"),
        ("copy(two())", "1 arguments for copy"),
        ("_ = append(two2())", "this call does not give exactly one value"),
        ("copy(xs, s)", "copy cannot take these arguments"),
        ("close(r)", "close cannot take these arguments"),
        ("delete(xs, 1)", "delete cannot take these arguments"),
        ("_ = make(a)", "the first argument of make is a type"),
        ("_ = make(int)", "cannot make a value of type int"),
        ("_ = make([]int)", "make of []int without a length"),
        ("_ = complex(s, s)", "complex cannot take these arguments"),
        ("_ = complex(`a`, 1)", "complex cannot take these arguments"),
        ("_ = real(a)", "real cannot take these arguments"),
    ],
)
def test_what_makes_no_sense_is_told_once_and_the_function_left_out(text: str, what: str) -> None:
    checked = Checked(
        f"{TYPES}func f({PARAMETERS}) {{ {text} }}\n"
        "func rest() { f(1, ``, T{}, nil, nil, 2, nil, nil, nil, nil, nil, nil) }"
    )
    assert checked.whats() == [f"8: {what}"]
    assert [one.name for one in checked.package.functions] == ["P", "V", "two", "two2", "rest"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("var a = b\nvar b = a", "2: a needs itself to be resolved"),
        ("const a = b\nconst b = a", "2: a needs itself to be resolved"),
        ("func f(a [len(f)]int) {}", "2: f needs itself to be resolved"),
        ("type A = B\ntype B = A", "2: A needs itself to be resolved"),
        ("type A B\ntype B A", "2: invalid recursive type A"),
        ("type A struct { b [1]B }\ntype B struct { A }", "2: invalid recursive type A"),
        ("type I interface { J }\ntype J interface { I }", "3: invalid recursive type: I embeds itself"),
        ("var a int\nfunc a() {}", "3: a redeclared in this package"),
        ("func (int) M() {}", "2: method M of a type that this package does not declare"),
        ("func (*[]int) M() {}", "2: method M of a type that this package does not declare"),
        ("func (undefined) M() {}", "2: undefined: undefined"),
        ("type T int\nfunc (T) M() {}\nfunc (*T) M() {}", "4: method T.M already declared"),
        ("type T[P any] struct{}", "2: type parameters are not supported"),
        ("func f[P any](p P) {}\nvar x = f(1)", "2: type parameters are not supported"),
        ("func f(a undefined) {}\nfunc g() int { f(1, 2); return f }", "2: undefined: undefined"),
        ("type T int\nfunc (t *T) M(a undefined) {}\nfunc g(t T) { t.M(1, 2) }", "3: undefined: undefined"),
        ("type T undefined\nvar x T\nvar y = x.z + 1", "2: undefined: undefined"),
        ("const a = undefined\nconst b = a + 1\nconst c int = a", "2: undefined: undefined"),
        ("var a, b = undefined()\nvar c = a + b", "2: undefined: undefined"),
        ("var a int = undefined\nvar c = a + 1", "2: undefined: undefined"),
        ("var a undefined = 1\nvar c = a + 1", "2: undefined: undefined"),
        ("import `fmt`\nvar x = fmt.println", "3: package fmt has no exported println"),
        ("import `fmt`\nvar x = fmt.Nothing", "3: package fmt has no exported Nothing"),
        ("import `fmt`\nvar x = fmt", "3: fmt is no value"),
        ("import `fmt`\nvar x fmt.Println", "3: fmt.Println is no type"),
        ("import `unsafe`\nvar x = unsafe.Offsetof(1)", "3: Offsetof cannot take these arguments"),
        ("import `unsafe`\nvar x = unsafe.Slice(1, 2)", "3: Slice cannot take these arguments"),
        ("type T struct { a func() }\nvar x = map[string]int{}[undefined]", "3: undefined: undefined"),
    ],
)
def test_a_wrong_declaration_of_the_package_is_told_once(text: str, what: str) -> None:
    assert Checked(text).whats() == [what]


def test_errors_say_where_in_the_order_of_the_text() -> None:
    checked = Checked("func f() {\n\tx = 1\n}\nvar a = b\n", "func g() { y() }")
    places = [(error.position >> 40, line_of(error.position), column_of(error.position)) for error in checked.errors]
    assert places == [(1, 3, 2), (1, 5, 9), (2, 2, 12)]
    assert checked.package.functions == []
    assert checked.package.globals == []


def test_what_is_generic_is_refused_and_what_uses_it_knows_nothing_of_it() -> None:
    checked = Checked(
        "type L[T any] struct { x T }\nfunc (l *L[T]) M() {}\nfunc g[T any](x T) T { return x }\n"
        "func h() int { return g(1) }\n"
        "func k(l L[int]) {}\nfunc ok() int { return k(1) }\ntype N interface { ~int | string }\n"
        "func i() { _ = g[int](1) }"
    )
    assert checked.whats() == [f"{line}: type parameters are not supported" for line in (2, 3, 4, 6, 8, 9)]
    assert [one.name for one in checked.package.functions] == ["h", "ok"]
    assert checked.body("h") == ["Return([Call(g [1=1:int])])"]


def test_members_of_an_unknown_package_have_no_type() -> None:
    checked = Checked(
        "import `example.org/x`\ntype T struct { x.E; m map[x.K]*x.V }\nvar v x.V\n"
        "func f(t *T, w x.I) (x.R, error) {\n"
        "x.F(1, nil, t)\nx.V{1, A: 2}.M()\nv.M(2)\nt.E.N()\nt.lost(3)\n"
        "a := v.Field\na = append(a, 1)\nfor i, b := range a { _, _ = i, b }\n"
        "w = t\nvar y x.V = 3\n_ = y == 4\n"
        "b, c := x.G()\nswitch z := b.(type) { case x.V: _ = z }\n_ = T.also\n_ = x.V(c)\n"
        "_ = a[1:]\n_ = *a\na <- 1\n_ = <-a\ndelete(a, 1)\n_ = unsafe(a)\nreturn 1, nil }\n"
        "func unsafe(a int) string { return `` }"
    )
    assert checked.whats() == []
    assert checked.body()[:8] == [
        "ExpressionStatement(Call(F [1=1:int, nil, t]))",
        "ExpressionStatement(Call(MethodOf(CompositeLiteral(V [1=1:int, KeyValue(`A` 2=2:int)]):V M)))",
        "ExpressionStatement(Call(MethodOf(~AddressOf(v) M) [2=2:int]))",
        "ExpressionStatement(Call(MethodOf(~AddressOf(FieldOf(t E through_pointer)) N)))",
        "ExpressionStatement(Call(MethodOf(t lost) [3=3:int]))",
        "Assign([a] [FieldOf(v Field)] define [a])",
        "Assign([a] [Builtin(append [a, 1=1:int])])",
        "Range(i b a define Block([Assign([_, _] [i, b])]) [i, b])",
    ]
    assert checked.body()[8] == "Assign([w] [~Convert(t):I])"
    assert checked.package.scope["v"].address_taken  # type: ignore[attr-defined] # a variable
    assert not checked.package.imports["example.org/x"].exact


def test_an_unknown_function_gives_as_many_results_as_are_returned() -> None:
    checked = Checked("import `example.org/x`\nfunc f() (int, error) { return x.G() }")
    assert checked.whats() == []
    assert checked.body() == ["Return([Call(G)])"]


def test_an_unknown_package_may_give_names_without_a_qualifier() -> None:
    checked = Checked("import . `example.org/x`\nfunc f() { New(1) }")
    assert checked.whats() == []
    assert checked.body() == ["ExpressionStatement(Call(New [1=1:int]))"]


def test_types_are_said_in_errors_as_they_are_written() -> None:
    for text in ("*int", "[]int", "[2]int", "map[string]int", "chan int", "<-chan int", "chan<- int"):
        assert Checked(f"var x {text}\nvar y bool = x").whats() == [f"3: cannot use a value of type {text} as bool"]
    assert Checked("var x struct{}\nvar y bool = x").whats() == ["3: cannot use a value of type struct {…} as bool"]
    assert Checked("var x func()\nvar y bool = x").whats() == ["3: cannot use a value of type func(…) as bool"]
    assert Checked("var x interface{ M() }\nvar y bool = x").whats() == [
        "3: cannot use a value of type interface {…} as bool"
    ]
    assert Checked("func f() (int, bool)\nvar x = f() + 1").whats() == ["3: this call does not give exactly one value"]


def test_chains_that_are_too_long_to_be_followed_are_told() -> None:
    count = 20_000
    checked = Checked("\n".join(f"var v{n} = v{n + 1}" for n in range(count)) + f"\nvar v{count} = 1")
    assert {error.what for error in checked.errors} == {TOO_LONG}
    assert len(checked.errors) < 10
    assert typed(checked.package.scope["v19999"].type) == "int"  # type: ignore[attr-defined] # a variable
    nested = Checked("\n".join(f"type T{n} struct {{ t T{n + 1} }}" for n in range(150)) + "\ntype T150 int")
    assert nested.whats()[-1] == "52: values of type T50 nest more than 100 declared types deep"


TOO_LONG = "this nests too deep, or needs too long a chain of other declarations: split it"


def test_long_sums_are_gone_down_in_a_loop() -> None:
    checked = Checked(
        f"func f(a int, n uint) int64 {{ _ = {'+'.join(['a'] * 5000)}; return {'+'.join(['1<<n'] * 5000)} }}"
    )
    assert checked.whats() == []


def test_no_files_are_an_empty_package() -> None:
    checked = Checked()
    assert (checked.package.name, checked.package.functions, checked.errors) == ("", [], [])


def test_a_type_or_a_clause_is_no_value_and_no_statement() -> None:
    env = Environment(Checker(Package("p", "p"), unknown_package), {})
    with pytest.raises(SourceError, match="a type stands where a value is wanted"):
        expression(env, SliceTypeExpression(7, Identifier(8, "int")))
    with pytest.raises(SourceError, match="this cannot stand as a statement"):
        statement(env, Statement(7))
