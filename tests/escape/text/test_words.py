"""Expressions, types and names as the compilers print them, held against what they did print."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from gcsim.escape.packages.load import load
from gcsim.escape.syntax import nodes
from gcsim.escape.text.expressions import expression_text
from gcsim.escape.text.names import function_text, label, number_literals, result_name
from gcsim.escape.text.packages import package_name
from gcsim.escape.text.quoting import number, quoted, rune
from gcsim.escape.text.types import type_text
from gcsim.escape.types.model import (
    INVALID,
    FunctionObject,
    Interface,
    InterfaceMethod,
    Named,
    Package,
    Pointer,
    Signature,
    Tuple,
    Variable,
)

if TYPE_CHECKING:
    from pathlib import Path


HEAD = """package x

import "math/rand"

type E struct{ f, g string }

func (e *E) PM() string { return e.f }
func (e E) VM() string { return e.g }

type T struct {
	E
	p *E
	a []string
}
type In struct{ *T }
type I interface{ M() string }

const N = 10

func f(a ...int) string { return "" }

func g(
	s string, n int, b []byte, arr [3]string, pa *[3]string, pp **string, x interface{}, cc chan chan string,
	t T, q *T, in In, i I, fl float64,
) {
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Package, list[nodes.Expression]]:
    path = tmp_path_factory.mktemp("x") / "x.go"
    path.write_text(HEAD + "".join(f"\t_ = {text}\n" for text, *_ in EXPRESSIONS) + "}\n\nvar _ = rand.Int\n")
    program = load([path], goroot=None)
    assert program.errors == []
    package = program.packages[-1]
    (function,) = (one for one in package.functions if one.name == "g")
    assert function.body is not None
    values = [statement.values[0] for statement in function.body.statements if isinstance(statement, nodes.Assign)]
    return package, values


EXPRESSIONS = [
    # text, as 1.19 prints it (go build -gcflags=-m of go1.19.8, stored in a sink), as 1.8 does (fmt.go) where differing
    ("s + q.f", "s + q.E.f"),
    ("s + in.f", "s + in.T.E.f"),
    ("s + (*q).p.f", "s + (*q).p.f"),
    ("s + t.PM()", "s + t.E.PM()"),
    ("s + i.M()", "s + i.M()"),
    ("s + f(1, n)", "s + f(1, n)"),
    ("s + f([]int{1}...)", "s + f([]int{...}...)", "s + f([]int literal...)"),
    ("s + **pp", "s + *(*pp)", "s + * (*pp)"),
    ("s + x.(string)", "s + x.(string)"),
    ("s + <-<-cc", "s + <- (<-cc)"),
    ("s + arr[1:][n]", "s + arr[1:][n]"),
    ("s + pa[1:2:3][0]", "s + pa[1:2:3][0]"),
    ("s + pa[0]", "s + pa[0]"),
    ('s + "l\\x41"', 's + "l\\x41"', 's + "lA"'),
    ("s + string(b)", "s + string(b)"),
    ("s + T{}.a[0]", "s + T{}.a[0]", "s + T literal.a[0]"),
    ("s + (&T{a: nil}).f", "s + (&T{...}).E.f", "s + (&T literal).E.f"),
    ("s + func() string { return s }()", "s + (func literal)()"),
    ("(s + s)[1:]", "(s + s)[1:]"),
    ("make([]int, 0x10)", "make([]int, 0x10)", "make([]int, 16)"),
    ("make([]int, N, N*2)", "make([]int, N, N * 2)"),
    ("make([]T, (1+2)*n)", "make([]T, (1 + 2) * n)"),
    ("make([]T, n-(1-n))", "make([]T, n - (1 - n))"),
    ("make(map[string]int)", "make(map[string]int)", "make(map[string]int)", "make(map[string]int, 0)"),
    ("make(map[string]int, n)[s]", "(make(map[string]int, n))[s]"),
    ("make(chan (<-chan int), 3)", "make(chan (<-chan int), 3)"),
    ('new(struct { a, b int; *T; c int `t"` })', 'new(struct { a int; b int; *T; c int "t\\"" })'),
    ("new(interface { M(); N(int) (int, error) })", "new(interface { M(); N(int) (int, error) })"),
    ("new([]func(a int, b ...string) (c, d error))", "new([]func(int, ...string) (error, error))"),
    ("new(map[string]chan<- *T)", "new(map[string]chan<- *T)"),
    ("new(rand.Rand)", "new(rand.Rand)"),
    ("new([2]error)", "new([2]error)"),
    ("&T{a: nil}", "&T{...}", "&T literal"),
    ("&[]int{}", "&[]int{}", "&[]int literal"),
    ("[]byte(s)", "([]byte)(s)"),
    ("I(nil)", "I(nil)"),
    ("(*T)(nil)", "(*T)(nil)"),
    ("interface{}(-n)", "(interface {})(-n)"),
    ("- -n", "- (-n)"),
    ("!!(n == 1)", "! (!(n == 1))"),
    ("n&1 == 0 || n > 2 && s != s", "n & 1 == 0 || n > 2 && s != s"),
    ("len(s) + cap(b)", "len(s) + cap(b)"),
    ("append(b, b...)", "append(b, b...)"),
    ("append(b, 'a')", "append(b, 'a')"),
    ("append(b, '\\n')", "append(b, '\\n')", "append(b, '\\u000a')"),
    ("q.PM", "q.E.PM"),
    ("T.VM", "T.VM"),
    ("(*T).PM", "(*T).PM"),
    ("f", "f"),
    ("rand.Int", "rand.Int"),
    ("rand.Intn(n)", "rand.Intn(n)"),
    ("complex(fl, fl*1.50)", "complex(fl, fl * 1.50)", "complex(fl, fl * 1.5)"),
    ("real(complex(fl, 1)) + 1", "(real(complex(fl, 1))) + 1"),
    ("&n", "&n"),
    ("&arr[1]", "&arr[1]"),
    ("&t.E.f", "&t.E.f"),
    ("^n * +n", "^n * +n"),
    ("copy(b, s)", "copy(b, s)"),
]


@pytest.mark.parametrize("row", range(len(EXPRESSIONS)))
def test_expressions_read_as_the_compilers_print_them(
    checked: tuple[Package, list[nodes.Expression]], row: int
) -> None:
    package, values = checked
    _, *expected = EXPRESSIONS[row]
    texts = [expression_text(values[row], release, package) for release in ("1.19", "1.8", "1.4")]
    assert texts == [expected[0], expected[1 % len(expected)], expected[-1]]
    assert label(values[row], "1.19", package.path) == expected[0]


def names_of(text: str, tmp_path: Path) -> list[FunctionObject]:
    path = tmp_path / "x.go"
    path.write_text(f"package x\n{text}")
    package = load([path], goroot=None).packages[-1]
    number_literals(package)
    functions: list[FunctionObject] = []

    def enter(function: FunctionObject) -> None:
        functions.append(function)
        for literal in function.literals:
            enter(literal)

    for function in [*package.functions, *package.literals]:
        enter(function)
    return functions


def test_functions_and_literals_have_the_names_of_their_release(tmp_path: Path) -> None:
    text = """
var a, b = func() { func() {}() }, func() {}

type T struct{}

func (t T) M() { func() {}() }
func (*T) N() {}

func f() {
	func() {
		func() {}()
		func() {}()
	}()
	func() {}()
}
"""
    functions = names_of(text, tmp_path)
    assert [function_text(one, "1.8") for one in functions] == [
        *("T.M", "T.M.func1", "(*T).N"),
        *("f", "f.func1", "f.func1.1", "f.func1.2", "f.func2"),
        *("glob..func1", "glob..func1.1", "glob..func2"),
    ]
    assert [function_text(one, "1.4") for one in functions] == [
        *("T.M", "func·003", "(*T).N"),
        *("f", "func·006", "func·004", "func·005", "func·007"),
        *("func·001", "func·008", "func·002"),
    ]


def test_a_literal_copied_by_inlining_is_named_by_its_place(tmp_path: Path) -> None:
    f, g, _ = names_of("func f() {}\nfunc g() { func() {}() }", tmp_path)
    copy = FunctionObject("", "x", 0, Signature([], [], variadic=False), None, [], [], None, outer=g)
    assert function_text(copy, "1.19") == "g.func2"
    g.literals.append(copy)
    assert function_text(copy, "1.19") == "g.func2"
    copy.outer = f
    assert function_text(copy, "1.19") == "f.func1"


def test_results_without_names_are_counted_as_the_release_counts(tmp_path: Path) -> None:
    unnamed, named, method, *_ = names_of(
        "func f(a, b int) (int, error) { return 0, nil }\n"
        "func g(a int) (x int, _ error, _ int) { return }\ntype T int\nfunc (t T) M(a int) int { return 0 }",
        tmp_path,
    )
    for release, expected in (
        ("1.8", [["~r2", "~r3"], ["x", "~b1", "~b2"], ["~r1"]]),
        ("1.19", [["~r0", "~r1"], ["x", "~b1", "~b2"], ["~r0"]]),
    ):
        found = [
            [result_name(one, index, release) for index in range(len(one.results))] for one in (unnamed, named, method)
        ]
        assert found == expected


def inlined(type_: Pointer | Named, count: int) -> nodes.Dereference:
    names = []
    for number_ in range(count):
        result = Variable(f"~r{number_}", "x", 0, type_, "local", None)
        name = nodes.Name(0, result)
        name.type = type_
        names.append(name)
    callee = FunctionObject("f", "x", 0, Signature([], [], variadic=False), None, [], [], None)
    call = nodes.Call(0, nodes.Name(0, callee), [])
    return nodes.Dereference(0, nodes.InlinedCall(0, call, callee, [], [], names))


def test_an_inlined_call_is_its_result() -> None:
    """As in the published output of the getAge program: ``*(*int)(~r0)`` until 1.8, ``*(~R0)`` in 1.19."""
    named = Named("T", "x")
    pointer = inlined(Pointer(named), 1)
    assert expression_text(pointer, "1.8", "x") == "*(*T)(~r0)"
    assert expression_text(pointer, "1.19", "x") == "*(~r0)"
    assert expression_text(inlined(named, 1), "1.8", "y") == "*x.T(~r0)"
    assert expression_text(inlined(named, 2), "1.19", "x") == "*((.~r0; ~r1))"


def test_what_inlining_packs_for_a_variadic_parameter_is_the_argument() -> None:
    packed = nodes.CompositeLiteral(0, None, [])
    packed.packed = True
    assert label(packed, "1.19", "x") == label(packed, "1.8", "x") == "... argument"


def test_nodes_that_are_not_checked_read_as_written() -> None:
    selector = nodes.Selector(0, nodes.Identifier(0, "a"), "b")
    pair = nodes.KeyValue(0, nodes.Identifier(0, "k"), nodes.BasicLiteral(0, "int", "0x1"))
    assert [expression_text(node, "1.8", "x") for node in (selector, pair)] == ["a.b", "k:0x1"]


def test_a_long_sum_is_printed_without_recursion() -> None:
    total: nodes.Expression = nodes.Identifier(0, "a")
    for operator in ("+", "*") * 5000:
        total = nodes.Binary(0, operator, total, nodes.Identifier(0, "b"))
    text = expression_text(total, "1.19", "x")
    assert text.startswith("(" * 5000 + "a + b) * b + b)")
    assert text.endswith(") * b")


def test_methods_that_are_not_exported_have_their_package() -> None:
    type_ = Interface([InterfaceMethod("m", Signature([], [], variadic=False), "a/b")])
    assert type_text(type_, "1.19", "a/b") == "interface { a/b.m() }"
    assert type_text(type_, "1.8", "a/b") == "interface { m() }"
    assert type_text(type_, "1.8", "c") == "interface { b.m() }"
    assert type_text(Tuple([INVALID, type_]), "1.8", "a/b") == "(invalid type, interface { m() })"


def test_a_package_is_called_by_the_last_part_of_its_path() -> None:
    assert [package_name(path) for path in ("fmt", "math/rand", "example.org/x/v2", "v2")] == ["fmt", "rand", "x", "v2"]


def test_strings_runes_and_numbers_are_printed_as_go_does() -> None:
    assert quoted(b'a"\\\n\0\xc3\xa9\xe2\x80\xa8\xf0\x9f\x98\x80\xf3\xa0\x80\x81\xff\x7f') == (
        '"a\\"\\\\\\n\\x00é\\u2028😀\\U000e0001\\xff\\x7f"'
    )
    assert [rune(code) for code in (97, 39, 92, 10, 233, 0x1F600)] == [
        *("'a'", "'\\u0027'", "'\\u005c'", "'\\u000a'", "'\\u00e9'", "'\\U0001f600'")
    ]
    numbers = [number(value) for value in (10, Fraction(3, 2), complex(0, 2), complex(1, -2), Fraction(10) ** 400)]
    assert numbers == ["10", "1.5", "2i", "(1-2i)", "+Inf"]
    assert number(-(Fraction(10) ** 400)) == "-Inf"


@pytest.mark.parametrize(
    ("release", "names"), [("1.4", "init·1 init·2"), ("1.8", "init.1 init.2"), ("1.19", "init.0 init.1")]
)
def test_functions_called_init_are_told_apart_by_a_number(release: str, names: str) -> None:
    def function(name: str) -> FunctionObject:
        return FunctionObject(name, "p", 0, Signature([], [], variadic=False), None, [], [], None)

    package = Package("p", "p", functions=[function("init"), function("f"), function("init")])
    number_literals(package)

    assert [function_text(one, release) for one in package.functions if one.place] == names.split()
