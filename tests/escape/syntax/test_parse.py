"""The parser: what each form of Go becomes, where its nodes stand, what it refuses."""

from __future__ import annotations

import sys
import time
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gcsim.escape.errors import SourceError, SourceErrors
from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.grammar import by_number, field
from gcsim.escape.syntax.nesting import room
from gcsim.escape.syntax.parse import parse
from gcsim.escape.syntax.positions import Files, column_of, file_of, line_of, pack
from gcsim.escape.syntax.source import CHAIN, NESTING

GOROOT = Path("/usr/share/go-1.19/src")
needs_goroot = pytest.mark.skipif(not GOROOT.is_dir(), reason="Go 1.19's library, which it reads, is not installed")
NOT_LIBRARY = ("testdata", "test")


def written(node: Any) -> Any:  # noqa: ANN401 - any part of a tree
    """Give a tree as nested tuples: the class's name, then what is set, positions as ``line:column``."""
    if isinstance(node, list):
        return [written(part) for part in node]
    if not is_dataclass(node):
        return node
    name = type(node).__name__
    if isinstance(node, nodes.Identifier):
        return node.name
    if isinstance(node, nodes.BasicLiteral):
        return node.text
    parts = []
    for slot in fields(node):
        value = getattr(node, slot.name)
        if slot.name == "position":
            parts.append(place(value))
        elif slot.name not in ("end", "packed") and value not in (None, False, [], "", frozenset(), {}):
            parts.append(written(value))
    return (name, *parts)


def place(position: int) -> str:
    return f"{line_of(position)}:{column_of(position)}"


def file_with(text: str) -> nodes.SourceFile:
    return parse(f"package p\n{text}".encode(), "p.go", 1)


def statement(text: str) -> Any:  # noqa: ANN401 - whichever it is
    declaration = file_with(f"func f() {{\n{text}\n}}").declarations[0]
    assert isinstance(declaration, nodes.FunctionDeclaration)
    assert declaration.body is not None
    return written(declaration.body.statements[0])


def expression(text: str) -> Any:  # noqa: ANN401 - whichever it is
    return statement(f"_ = {text}")[-1][0]


def refusal(text: bytes) -> str:
    with pytest.raises(SourceError) as raised:
        parse(text, "p.go", 1)
    return str(raised.value)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a + b*c", ("Binary", "3:7", "+", "a", ("Binary", "3:10", "*", "b", "c"))),
        ("(a + b) * c", ("Binary", "3:13", "*", ("Binary", "3:8", "+", "a", "b"), "c")),
        ("f(x, y...)", ("Call", "3:6", "f", ["x", "y"], True)),
        ("a.b[i].c", ("Selector", "3:11", ("Index", "3:8", ("Selector", "3:6", "a", "b"), "i"), "c")),
        ("a[1:2:3]", ("SliceOf", "3:6", "a", "1", "2", "3")),
        ("a[:2]", ("SliceOf", "3:6", "a", "2")),
        ("&T{a: 1}", ("AddressOf", "3:5", ("CompositeLiteral", "3:7", "T", [("KeyValue", "3:9", "a", "1")]))),
        ("-x", ("Unary", "3:5", "-", "x")),
        ("<-c", ("Receive", "3:5", "c")),
        ("*p.x", ("Dereference", "3:5", ("Selector", "3:7", "p", "x"))),
        ("x.(T)", ("TypeAssertion", "3:6", "x", "T")),
        ("(*T)(x)", ("Call", "3:9", ("Dereference", "3:6", "T"), ["x"])),
        ("[]byte(s)", ("Call", "3:11", ("SliceTypeExpression", "3:5", "byte"), ["s"])),
        ("fs[i](x)", ("Call", "3:10", ("Index", "3:7", "fs", "i"), ["x"])),
        ("f[A, B](x, y)", ("Call", "3:12", ("Index", "3:6", ("Index", "3:6", "f", "A"), "B"), ["x", "y"])),
        ("q.F[i](x)", ("Call", "3:11", ("Index", "3:8", ("Selector", "3:6", "q", "F"), "i"), ["x"])),
        ("f[A, B]", ("Index", "3:6", ("Index", "3:6", "f", "A"), "B")),
        ("make(map[K]V, 3)", ("Call", "3:9", "make", [("MapTypeExpression", "3:10", "K", "V"), "3"])),
        ("[...]int{1}", ("CompositeLiteral", "3:13", ("ArrayTypeExpression", "3:5", "int"), ["1"])),
        ("G[A]{}", ("CompositeLiteral", "3:9", ("Index", "3:6", "G", "A"))),
        (
            "[]*T{{1}, 2: {b: 3}}",
            (
                "CompositeLiteral",
                "3:9",
                ("SliceTypeExpression", "3:5", ("Dereference", "3:7", "T")),
                [
                    ("CompositeLiteral", "3:10", ["1"]),
                    ("KeyValue", "3:16", "2", ("CompositeLiteral", "3:18", [("KeyValue", "3:20", "b", "3")])),
                ],
            ),
        ),
        (
            "func(a int) {}(1)",
            (
                "Call",
                "3:19",
                (
                    "FunctionLiteral",
                    "3:5",
                    ("FunctionTypeExpression", "3:9", [("Parameter", "3:10", "a", "int")]),
                    ("Block", "3:17"),
                ),
                ["1"],
            ),
        ),
    ],
)
def test_an_expression_stands_where_the_compiler_puts_it(text: str, tree: object) -> None:
    assert expression(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "*(*[]T)(x)[i]",
            (
                "Dereference",
                "3:5",
                (
                    "Index",
                    "3:15",
                    ("Call", "3:12", ("Dereference", "3:7", ("SliceTypeExpression", "3:8", "T")), ["x"]),
                    "i",
                ),
            ),
        ),
        (
            "**(**[]T)(x)[i]",
            (
                "Dereference",
                "3:5",
                (
                    "Dereference",
                    "3:6",
                    (
                        "Index",
                        "3:17",
                        (
                            "Call",
                            "3:14",
                            ("Dereference", "3:8", ("Dereference", "3:9", ("SliceTypeExpression", "3:10", "T"))),
                            ["x"],
                        ),
                        "i",
                    ),
                ),
            ),
        ),
        (
            "*(*func())(x)()",
            (
                "Dereference",
                "3:5",
                ("Call", "3:18", ("Call", "3:15", ("Dereference", "3:7", ("FunctionTypeExpression", "3:12")), ["x"])),
            ),
        ),
        (
            "(*(*[]T)(x))[i]",
            (
                "Index",
                "3:17",
                (
                    "Dereference",
                    "3:6",
                    ("Call", "3:13", ("Dereference", "3:8", ("SliceTypeExpression", "3:9", "T")), ["x"]),
                ),
                "i",
            ),
        ),
        ("<-chan int(x)", ("Receive", "3:5", ("Call", "3:15", ("ChannelTypeExpression", "3:7", "both", "int"), ["x"]))),
    ],
)
def test_a_star_before_a_conversion_binds_less_than_what_follows(text: str, tree: object) -> None:
    assert expression(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a, b = b, a", ("Assign", "3:6", ["a", "b"], ["b", "a"])),
        ("a, b := f()", ("Assign", "3:6", ["a", "b"], [("Call", "3:10", "f")], True)),
        ("a &^= b", ("AssignOperation", "3:3", "&^", "a", "b")),
        ("a.b++", ("AssignOperation", "3:4", "+", ("Selector", "3:2", "a", "b"), "1", True)),
        ("a--", ("AssignOperation", "3:2", "-", "a", "1", True)),
        ("f(x)", ("ExpressionStatement", "3:2", ("Call", "3:2", "f", ["x"]))),
        ("c <- x", ("Send", "3:3", "c", "x")),
        ("go f()", ("Go", "3:1", ("Call", "3:5", "f"))),
        ("defer f()", ("Defer", "3:1", ("Call", "3:8", "f"))),
        ("return a, b", ("Return", "3:1", ["a", "b"])),
        ("return", ("Return", "3:1")),
        ("{ a++ }", ("Block", "3:1", [("AssignOperation", "3:4", "+", "a", "1", True)])),
        (
            "L: for { break L }",
            ("Labeled", "3:2", "L", ("For", "3:4", ("Block", "3:8", [("Branch", "3:10", "break", "L")]))),
        ),
        ("L:", ("Labeled", "3:2", "L")),
        ("L: ; ", ("Labeled", "3:2", "L")),
        ("goto L", ("Branch", "3:1", "goto", "L")),
        ("continue", ("Branch", "3:1", "continue")),
        (
            "if a := b; a {} else if b {} else {}",
            (
                "If",
                "3:1",
                ("Assign", "3:6", ["a"], ["b"], True),
                "a",
                ("Block", "3:14"),
                ("If", "3:22", "b", ("Block", "3:27"), ("Block", "3:35")),
            ),
        ),
        ("if ; x { }", ("If", "3:1", "x", ("Block", "3:8"))),
        ("for {}", ("For", "3:1", ("Block", "3:5"))),
        ("for a {}", ("For", "3:1", "a", ("Block", "3:7"))),
        (
            "for i := 0; i < n; i++ {}",
            (
                "For",
                "3:1",
                ("Assign", "3:7", ["i"], ["0"], True),
                ("Binary", "3:15", "<", "i", "n"),
                ("AssignOperation", "3:21", "+", "i", "1", True),
                ("Block", "3:24"),
            ),
        ),
        ("for ;; {}", ("For", "3:1", ("Block", "3:8"))),
        ("for range a {}", ("Range", "3:1", "a", ("Block", "3:13"))),
        ("for k, v := range a {}", ("Range", "3:1", "k", "v", "a", True, ("Block", "3:21"))),
        ("for k = range a {}", ("Range", "3:1", "k", "a", ("Block", "3:17"))),
        (
            "switch a := b; a { case 1, 2: f(); default: }",
            (
                "Switch",
                "3:1",
                ("Assign", "3:10", ["a"], ["b"], True),
                "a",
                [
                    ("Case", "3:20", ["1", "2"], [("ExpressionStatement", "3:32", ("Call", "3:32", "f"))]),
                    ("Case", "3:36"),
                ],
            ),
        ),
        (
            "switch { case x: fallthrough; case y: }",
            ("Switch", "3:1", [("Case", "3:10", ["x"], [("Branch", "3:18", "fallthrough")]), ("Case", "3:31", ["y"])]),
        ),
        (
            "switch a := b.(type) { case int, *T: case nil: default: }",
            (
                "TypeSwitch",
                "3:1",
                (pack(1, 3, 8), "a"),
                "b",
                [("Case", "3:24", ["int", ("Dereference", "3:34", "T")]), ("Case", "3:38", ["nil"]), ("Case", "3:48")],
            ),
        ),
        ("switch f(); b.(type) { }", ("TypeSwitch", "3:1", ("ExpressionStatement", "3:9", ("Call", "3:9", "f")), "b")),
        (
            "select { case <-c: f(); case a, ok := <-c: case a[0] = <-c: case c <- 1: default: }",
            (
                "Select",
                "3:1",
                [
                    (
                        "CommunicationCase",
                        "3:10",
                        ("ExpressionStatement", "3:15", ("Receive", "3:15", "c")),
                        [("ExpressionStatement", "3:21", ("Call", "3:21", "f"))],
                    ),
                    ("CommunicationCase", "3:25", ("Assign", "3:36", ["a", "ok"], [("Receive", "3:39", "c")], True)),
                    (
                        "CommunicationCase",
                        "3:44",
                        ("Assign", "3:54", [("Index", "3:50", "a", "0")], [("Receive", "3:56", "c")]),
                    ),
                    ("CommunicationCase", "3:61", ("Send", "3:68", "c", "1")),
                    ("CommunicationCase", "3:74"),
                ],
            ),
        ),
    ],
)
def test_a_statement_stands_where_the_compiler_puts_it(text: str, tree: object) -> None:
    assert statement(text) == tree


def test_a_group_stands_as_its_lines_also_behind_a_label() -> None:
    declaration = file_with("func f() { L: var (a int; b = 2 ) }").declarations[0]
    assert isinstance(declaration, nodes.FunctionDeclaration)
    assert declaration.body is not None
    first, second = declaration.body.statements
    assert isinstance(first, nodes.Labeled)
    assert isinstance(first.statement, nodes.VariableDeclaration)
    assert isinstance(second, nodes.VariableDeclaration)
    assert [first.statement.names[0], second.names[0]] == [(pack(1, 2, 20), "a"), (pack(1, 2, 27), "b")]


def test_constants_without_values_repeat_the_last_in_nodes_of_their_own() -> None:
    made = file_with("const (\n\tA, B T = iota, 1 << iota\n\tC, D\n\t_, _\n\tE = 5\n)").declarations
    assert [line.iota for line in made if isinstance(line, nodes.ConstantDeclaration)] == [0, 1, 2, 3]
    first, second = made[0], made[1]
    assert isinstance(first, nodes.ConstantDeclaration)
    assert isinstance(second, nodes.ConstantDeclaration)
    assert written(first.values) == written(second.values) == ["iota", ("Binary", "3:19", "<<", "1", "iota")]
    assert written(second.type_expression) == "T"
    assert first.values[1] is not second.values[1]


def test_declarations_of_variables_and_types() -> None:
    made = file_with(
        "var a, b []int = f()\nvar (\n\tc = 1\n\td int)\n"
        "type A = B\ntype (\n\tS struct{}\n\tG[K any, V int | ~string] []K\n)"
    ).declarations
    assert [written(line) for line in made] == [
        (
            "VariableDeclaration",
            "2:5",
            [(pack(1, 2, 5), "a"), (pack(1, 2, 8), "b")],
            ("SliceTypeExpression", "2:10", "int"),
            [("Call", "2:19", "f")],
        ),
        ("VariableDeclaration", "4:2", [(pack(1, 4, 2), "c")], ["1"]),
        ("VariableDeclaration", "5:2", [(pack(1, 5, 2), "d")], "int"),
        ("TypeDeclaration", "6:6", "A", "B", True),
        ("TypeDeclaration", "8:2", "S", ("StructTypeExpression", "8:4")),
        ("TypeDeclaration", "9:2", "G", ("SliceTypeExpression", "9:28", "K"), True),
    ]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            'struct { a, b int `t`; *E; q.F "u"; G[int] }',
            (
                "StructTypeExpression",
                "2:8",
                [
                    ("FieldExpression", "2:17", "a", "int", "t"),
                    ("FieldExpression", "2:20", "b", "int", "t"),
                    ("FieldExpression", "2:31", ("Dereference", "2:31", "E")),
                    ("FieldExpression", "2:35", ("Selector", "2:36", "q", "F"), "u"),
                    ("FieldExpression", "2:44", ("Index", "2:45", "G", "int")),
                ],
            ),
        ),
        (
            "interface { M(a int) (b, c T); E; q.F; ~int | string }",
            (
                "InterfaceTypeExpression",
                "2:8",
                [
                    (
                        "MethodExpression",
                        "2:20",
                        "M",
                        (
                            "FunctionTypeExpression",
                            "2:21",
                            [("Parameter", "2:22", "a", "int")],
                            [("Parameter", "2:30", "b", "T"), ("Parameter", "2:33", "c", "T")],
                        ),
                    )
                ],
                ["E", ("Selector", "2:43", "q", "F"), ("Binary", "2:52", "|", ("Unary", "2:47", "~", "int"), "string")],
            ),
        ),
        (
            "func(int, ...q.T) *T",
            (
                "FunctionTypeExpression",
                "2:12",
                [("Parameter", "2:13", "int"), ("Parameter", "2:18", ("Selector", "2:22", "q", "T"))],
                [("Parameter", "2:26", ("Dereference", "2:26", "T"))],
                True,
            ),
        ),
        (
            "func(a, b int, c ...T)",
            (
                "FunctionTypeExpression",
                "2:12",
                [("Parameter", "2:13", "a", "int"), ("Parameter", "2:16", "b", "int"), ("Parameter", "2:23", "c", "T")],
                True,
            ),
        ),
        ("chan<- [2]T", ("ChannelTypeExpression", "2:8", "send", ("ArrayTypeExpression", "2:15", "2", "T"))),
        ("<-chan T", ("ChannelTypeExpression", "2:8", "receive", "T")),
        ("chan T", ("ChannelTypeExpression", "2:8", "both", "T")),
        ("chan <-chan T", ("ChannelTypeExpression", "2:8", "send", ("ChannelTypeExpression", "2:15", "both", "T"))),
        (
            "chan (<-chan T)",
            ("ChannelTypeExpression", "2:8", "both", ("ChannelTypeExpression", "2:14", "receive", "T")),
        ),
        ("map[K](T)", ("MapTypeExpression", "2:8", "K", "T")),
    ],
)
def test_a_type_stands_where_the_compiler_puts_it(text: str, tree: object) -> None:
    (declaration,) = file_with(f"type X {text}").declarations
    assert isinstance(declaration, nodes.TypeDeclaration)
    assert written(declaration.type_expression) == tree


def test_many_names_of_one_type_are_names() -> None:
    names = "abcdefghijkl"
    (declaration,) = file_with(f"func f({', '.join(names)} int, s, t string)").declarations
    assert isinstance(declaration, nodes.FunctionDeclaration)
    given = [(parameter.name, written(parameter.type_expression)) for parameter in declaration.signature.parameters]
    assert given == [*((name, "int") for name in names), ("s", "string"), ("t", "string")]


def test_functions_have_receivers_pragmas_and_directives() -> None:
    made = file_with(
        "//go:noinline\n// a comment\n//gcsim:leaks p=0\n//gcsim:leaks q=1\n\nfunc (t *T) M() {}\n"
        "/* go:nosplit */ //go:nosplit\nfunc g[K any]() int\n//go:noescape\n//go:linkname h other\nfunc h(p *int)"
    ).declarations
    functions = [one for one in made if isinstance(one, nodes.FunctionDeclaration)]
    assert [(one.name, sorted(one.pragmas), one.directives, one.type_parameters) for one in functions] == [
        ("M", ["noinline"], {"leaks": "p=0 q=1"}, False),
        ("g", [], {}, True),
        ("h", ["linkname", "noescape"], {}, False),
    ]
    assert written(functions[0].receiver) == ("Parameter", "7:7", "t", ("Dereference", "7:9", "T"))
    assert place(functions[0].position) == "7:13"
    assert functions[1].body is None


def test_a_file_has_its_package_imports_and_pragmas() -> None:
    text = b'//go:build linux\n\n// Package q is one.\npackage q; import ("a"; . "b/c"); import x `d`\nimport _ "e"\n'
    made = parse(text, "q.go", 3)
    assert (made.name, made.package, made.pragmas, made.text) == ("q.go", "q", frozenset({"build"}), text)
    assert [(place(one.position), one.name, one.path) for one in made.imports] == [
        ("4:20", None, "a"),
        ("4:25", ".", "b/c"),
        ("4:42", "x", "d"),
        ("5:8", "_", "e"),
    ]
    assert file_of(made.position) == 3


def test_comments_leave_no_trace_but_their_line_ends() -> None:
    text = 'a /* ä */ := /* one\ntwo */ "//" + `/*` // b\n_ = \'"\''
    assert statement(text) == ("Assign", "3:12", ["a"], [("Binary", "4:13", "+", '"//"', "`/*`")], True)


def test_columns_are_bytes_and_saturate() -> None:
    assert statement('ä := "ö" + x') == ("Assign", "3:4", ["ä"], [("Binary", "3:12", "+", '"ö"', "x")], True)
    assert expression(" " * 70_000 + "x + y")[1] == "3:65535"


def test_a_byte_order_mark_and_a_last_line_without_end_are_fine() -> None:
    made = parse(b"\xef\xbb\xbfpackage p\nvar x *int", "p.go", 1)
    assert [place(one.position) for one in made.declarations] == ["2:5"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"", "1:1: syntax error: package statement must be first"),
        (b"\n// x\nfunc f() {}", "3:1: syntax error: package statement must be first"),
        (b"package p\nx = 1\n", "2:1: syntax error: non-declaration statement outside function body"),
        (b"package p\nfunc f() {\n\tx := 1 +\n}\n", "4:1: syntax error: unexpected }"),
        (b'package p\nvar x = "abc\n', "2:9: syntax error: string not terminated"),
        (b"package p\nfunc f() {\n", "3:1: syntax error: unexpected end of file"),
        (b"package p\nvar x = @\n", "2:9: syntax error: unexpected @"),
        (b"package p\nvar x = \x01\n", "2:9: syntax error: invalid character U+0001"),
        (b"package p\nvar x = a b\n", "2:11: syntax error: unexpected b"),
        (b"package p\nvar x = 'abc\n", "2:9: syntax error: rune not terminated"),
        (b"package p\n/* abc\n", "2:1: syntax error: comment not terminated"),
        (b"package p\nvar (a int b int)\n", "2:12: syntax error: unexpected b"),
        (b"package p\nvar a = \xff\n", "2:9: invalid UTF-8 encoding"),
        (b"package p\nvar a = 1 \0\n", "2:11: invalid NUL character"),
        (
            b"package p\nfunc f() { " + b"y" * 99 + b" " + b"x" * 99 + b" }\n",
            f"2:112: syntax error: unexpected {'x' * 30}…",
        ),
        (b'package p\ntype T struct { a int "\\xzz" }\n', "2:24: syntax error: unexpected \\"),
        (
            b'package p\ntype T struct { a int "\\U00110000" }\n',
            "2:23: syntax error: escape is invalid Unicode code point",
        ),
    ],
)
def test_the_first_place_that_is_no_go_is_told(text: bytes, error: str) -> None:
    assert refusal(text) == error


def deep(count: int) -> list[bytes]:
    return [
        b"var x = " + b"(" * count + b"1" + b")" * count,
        b"var x = " + b"- " * count + b"1",
        b"var x = a" + b".b" * count,
        b"var x " + b"[]" * count + b"int",
        b"func f() " + b"{" * count + b"}" * count,
        b"var x = []T" + b"{" * count + b"}" * count,
    ]


@pytest.mark.parametrize("which", range(6))
def test_deep_text_is_refused_in_one_line_and_less_deep_text_is_not(which: int) -> None:
    parse(b"package p\n" + deep(NESTING - 50)[which], "p.go", 1)
    for count in (NESTING + 10, 20 * NESTING):
        assert f"nests more than {NESTING} levels deep" in refusal(b"package p\n" + deep(count)[which])


def test_brackets_in_strings_do_not_nest() -> None:
    opening = ", ".join(['"((((["'] * 200)
    assert len(parse(f"package p\nvar x = f({opening})".encode(), "p.go", 1).declarations) == 1


def test_a_long_sum_leans_to_the_left() -> None:
    made = expression(" + ".join(["a"] * 300))
    depth = 0
    while isinstance(made, tuple):
        depth += 1
        made = made[3]
    assert depth == 299
    (declaration,) = parse(b"package p\nvar x = " + b" + ".join([b"a"] * 20_000), "p.go", 1).declarations
    assert isinstance(declaration, nodes.VariableDeclaration)


@pytest.mark.parametrize("head", [b"", b"package p\n"])
def test_noise_is_refused_quickly_and_in_one_line(head: bytes) -> None:
    random = Random(1)  # noqa: S311 - noise, no secret
    letters = bytes(random.choice(b"abc{}()[]+-*/ \n\"'`;:=.,<>!&|^%01") for _ in range(100_000))
    for noise in (
        random.randbytes(10_000_000),
        letters * 30,
        b"lorem ipsum " * 200_000,
        b"(" * 10_000_000,
        b"-" * 10_000_000,
        b'x := = }{ "' * 900_000,
        b"/*" * 5_000_000,
        b"var x = `" + b"a\n" * 5_000_000,
        b"func f() {\n" + b"x = y\n" * 60_000 + b"x := = }{\n" * 300_000,
    ):
        begin = time.perf_counter()
        assert "\n" not in refusal(head + noise)
        assert time.perf_counter() - begin < 8  # a second or so where nothing else runs


def test_a_fault_behind_a_good_start_is_found_in_a_big_file() -> None:
    good = b"".join(b"func f%d(a int) int {\n\treturn a + 1\n}\n" % number for number in range(2000))
    assert refusal(b"package p\n" + good + b"x y\n") == "6002:3: syntax error: unexpected y"


def test_a_table_that_is_bigger_than_the_start_that_is_tried_is_parsed() -> None:
    (declaration,) = parse(b"package p\nvar x = []int{\n" + b"\t123456,\n" * 40_000 + b"}\n", "p.go", 1).declarations
    assert isinstance(declaration, nodes.VariableDeclaration)
    (table,) = declaration.values
    assert isinstance(table, nodes.CompositeLiteral)
    assert len(table.elements) == 40_000
    assert place(table.end) == "40003:1"


@pytest.mark.parametrize("lines", [100, 1000, 10_000, 60_000])
def test_of_many_faults_the_first_is_told(lines: int) -> None:
    text = b"package p\nfunc f() {\n" + b"\tx = y\n" * lines + b"\tx := = }{\n" * 20_000
    assert refusal(text) == f"{lines + 3}:7: syntax error: unexpected ="


@pytest.mark.parametrize(("quote", "what"), [(b"`", "string"), (b'"', "string"), (b"'", "rune"), (b"/*", "comment")])
def test_a_fault_before_something_without_end_is_told_first(quote: bytes, what: str) -> None:
    assert refusal(b"package p\nvar x = a b\nvar y = " + quote) == "2:11: syntax error: unexpected b"
    assert refusal(b"package p\nvar x = a\nvar y = " + quote) == f"3:9: syntax error: {what} not terminated"


def test_signs_in_a_string_are_no_nesting() -> None:
    assert parse(b'package p\nvar x = "' + b"-" * 2 * NESTING + b'"\n', "p.go", 1).declarations


def test_else_if_do_not_nest_but_have_an_end() -> None:
    def text(count: int) -> bytes:
        return b"package p\nfunc f() {\n" + b" else ".join([b"if x {\n}"] * count) + b"\n}\n"

    parse(text(CHAIN), "p.go", 1)
    assert refusal(text(CHAIN + 1)).endswith(f"follows {CHAIN - 1} other else if: use a switch, or several functions")


def test_groups_without_a_semicolon_are_mended_in_a_big_file_too() -> None:
    assert len(parse(b"package p\nvar (a int)\n" + b"var b = 1\n" * 40_000, "p.go", 1).declarations) == 40_001


def test_room_is_given_back() -> None:
    before = sys.getrecursionlimit()
    with room():
        assert sys.getrecursionlimit() > before + NESTING
    assert sys.getrecursionlimit() == before


def test_errors_say_file_line_and_column_in_order() -> None:
    files = Files()
    one = files.add("a.go")
    errors = SourceErrors([SourceError(pack(one, 2, 1), "second"), SourceError(pack(one, 1, 7), "first")])
    assert errors.lines(files) == ["a.go:1:7: first", "a.go:2:1: second"]
    assert str(errors) == "1:7: first\n2:1: second"


def test_names_that_the_grammar_lacks_are_refused() -> None:
    with pytest.raises(ValueError, match="no nonsense"):
        by_number({"nonsense": 1}, 0)
    with pytest.raises(ValueError, match="no field nonsense"):
        field("nonsense")


def parsed(folders: list[str]) -> int:
    files = [path for folder in folders for path in sorted((GOROOT / folder).rglob("*.go"))]
    files = [path for path in files if not set(NOT_LIBRARY) & set(path.parts)]
    for number, path in enumerate(files, 1):
        parse(path.read_bytes(), str(path), number)
    return len(files)


@needs_goroot
def test_some_packages_of_the_library_parse() -> None:
    assert parsed(["fmt", "sort", "strings", "sync", "reflect"]) > 50


@needs_goroot
@pytest.mark.slow
def test_the_whole_library_parses() -> None:
    assert parsed(["."]) > 4000
