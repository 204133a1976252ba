"""The parts of inlining: dead code, the order of functions, dead functions, growth, the table of costs."""

from pathlib import Path
from typing import Any

import pytest

from gcsim.escape.inlining import Row, cost_table, inline
from gcsim.escape.inlining.deadcode import drop_dead_code
from gcsim.escape.inlining.growth import added_size
from gcsim.escape.inlining.imports import complete
from gcsim.escape.inlining.intrinsics import is_intrinsic
from gcsim.escape.inlining.order import bottom_up
from gcsim.escape.packages.load import load
from gcsim.escape.syntax.nodes import AssignOperation, Block, If, Return
from gcsim.escape.types.model import FunctionObject, Package, Signature
from tests.escape.inlining.packages import function, inlined, package_of, told


def _left(body: str) -> list[Any]:
    """Give what is left of a function's body, its last return aside."""
    package = package_of(f"\nconst no, yes = false, true\nfunc f(x int) int {{ {body}; return x }}")
    drop_dead_code(package)
    statements: list[Any] = function(package, "f").body.statements
    return statements


def test_the_branch_that_is_never_taken_goes_and_what_follows_a_return_in_the_other_one() -> None:
    taken, last = _left("if no { x++ } else { x-- }")
    assert not taken.then.statements
    assert isinstance(last, Return)
    [only] = _left("if yes { return 1 } else { x++ }")
    assert only.otherwise is None
    [only] = _left("if no { x++ } else { panic(1) }")
    assert isinstance(only, If)
    assert len(_left("if yes { return 1 }; if x > 0 { goto L }; L: x++")) == 4
    assert len(_left("{ { if yes { return 1 } } }")) == 1
    assert len(_left("{ if yes { return 1 } }; { L: x++ }; if x < 3 { goto L2 }; L2: x--")) == 5


def test_conditions_that_constants_decide_are_shortened() -> None:
    [only] = _left("if yes || x > 0 { return 1 }")
    assert only.condition.value is True
    undecided, _ = _left("if yes && (no || x > 0) { x++ }")
    assert undecided.condition.operator == ">"
    assert len(_left("if no && x > 0 { return 1 }")) == 2


def test_a_switch_on_constants_keeps_the_clause_that_runs() -> None:
    [chosen] = _left("switch 2 { case 1: x++; case 3, 2: x--; default: x = 0 }")[0].cases
    assert [expression.value for expression in chosen.expressions] == [2]
    assert _left("switch { case no: x++; default: x = 0 }")[0].cases[0].expressions is None
    assert _left("switch 5 { case 1: x++ }")[0].cases == []
    assert len(_left("switch 1 { case 1: x++; fallthrough; case 2: x-- }")[0].cases) == 2
    assert len(_left("switch 5 { default: x++; fallthrough; case 2: x-- }")[0].cases) == 2
    assert len(_left("switch x { case 1: x++ }")[0].cases) == 1
    assert len(_left("switch 1 { case x: x++; case 1: x-- }")[0].cases) == 2


def test_dead_code_is_dropped_inside_other_statements_and_literals() -> None:
    package = package_of(
        "\nfunc f(c chan int, y interface{}) {\nL:\n\tfor { if true { return }; c <- 1 }\n"
        "\tselect { case <-c: if false { c <- 1 } }\n\tswitch y.(type) { case int: if false { c <- 1 } }\n"
        "\tfor range c { if false { c <- 1 } }\n\t_ = func() { if false { c <- 1 } }\n\tgoto L\n}"
    )
    drop_dead_code(package)
    labeled, select, switch, range_, *_ = function(package, "f").body.statements
    assert len(labeled.statement.body.statements) == 1
    for [inner] in (select.cases[0].body, switch.cases[0].body, range_.body.statements):
        assert not inner.then.statements
    assert not function(package, "f").literals[0].body.statements


def test_a_body_in_which_nothing_runs_is_empty() -> None:
    package = package_of("\nfunc f() { if false { print(1) }; for false {} }")
    drop_dead_code(package)
    assert not function(package, "f").body.statements
    assert isinstance(function(package, "f").body, Block)


def _graph(edges: str) -> tuple[list[FunctionObject], dict[FunctionObject, list[FunctionObject]]]:
    nodes: dict[str, FunctionObject] = {}
    graph: dict[FunctionObject, list[FunctionObject]] = {}
    for edge in edges.split():
        source, _, targets = edge.partition(":")
        for name in source + targets:
            if name not in nodes:
                nodes[name] = FunctionObject(name, "p", 0, Signature([], [], variadic=False), None, [], [], None)
        graph[nodes[source]] = [nodes[name] for name in targets]
    return list(nodes.values()), graph


@pytest.mark.parametrize(
    ("edges", "blocks"),
    [
        ("a:b b:c c:", ["c", "b", "a"]),
        ("a:a", ["a*"]),
        ("a:b b:ca c:", ["c", "ab*"]),
        ("a:bc b:d c:d d:", ["d", "b", "c", "a"]),
        ("a:b b:cb c:a d:a", ["abc*", "d"]),
    ],
)
def test_components_come_after_what_they_refer_to(edges: str, blocks: list[str]) -> None:
    functions, graph = _graph(edges)
    found = bottom_up(functions, lambda function: graph.get(function, []))
    assert ["".join(each.name for each in block) + "*" * recursive for block, recursive in found] == blocks


def test_a_chain_of_ten_thousand_functions_is_searched_without_recursion() -> None:
    functions, graph = _graph(" ".join(f"{chr(0x4E00 + at)}:{chr(0x4E01 + at)}" for at in range(10_000)))
    found = [block for block, _ in bottom_up(functions, lambda function: graph.get(function, []))]
    assert found == [[function] for function in reversed(functions)]


def test_a_literal_belongs_to_the_component_of_the_function_around_it() -> None:
    functions, graph = _graph("a:l l:b b:")
    functions[1].outer = functions[0]
    found = [[each.name for each in block] for block, _ in bottom_up([functions[0]], lambda each: graph.get(each, []))]
    assert found == [["b"], ["a", "l"]]


def test_functions_that_only_inlined_calls_used_are_dead() -> None:
    _, found = inlined(
        "\nfunc used() int { return 1 }\nfunc kept() int { return 2 }\nfunc Exported() int { return 3 }\n"
        "func held() int { return 4 }\nvar hold = held\ntype t int\nfunc (t) m() int { return 5 }\n"
        "func deep() int { return used() }\nfunc never() int { return used() }\n"
        "func F() int { return used() + kept() + Exported() + held() + t(1).m() + deep() }\nfunc G() { defer kept() }"
    )
    assert [function.name for function in found.dead] == ["used", "deep"]


def test_nothing_is_dead_without_inlining() -> None:
    assert inlined("\nfunc f() { for {} }\nfunc g() { go f() }")[1].dead == []


def test_growth_is_counted_once_for_a_call_and_what_is_inlined_into_it() -> None:
    text = (
        "\nfunc one() int { return 1 }\n"
        "func big(a, b int) int { a += b * a; b += a * b; a += b; b += a; return a + b + one() }\n"
        "func F() int { return big(1, 2) }"
    )
    _, found = inlined(text)
    own, outer, nested = found.growth.calls
    assert (own.callee.name, own.caller.name, own.cost, own.size) == ("one", "big", 2, added_size(2))
    assert (outer.callee.name, outer.caller.name, outer.size) == ("big", "F", added_size(outer.cost))
    assert (nested.callee.name, nested.caller.name, nested.size) == ("one", "F", 0)
    assert found.growth.size == own.size + outer.size
    assert added_size(2) < 0 < added_size(80)


def test_the_table_has_a_row_for_each_function(tmp_path: Path) -> None:
    path = tmp_path / "main.go"
    path.write_text(
        "package p\nfunc one() int { return 1 }\nfunc F() int { return one() + one() }\nfunc G() { go F() }\n"
    )
    program = load([path], goroot=None)
    found = inline(program.packages[0], "1.19")
    assert cost_table(found, program.files) == [
        Row(str(path), 2, "one", 2, 80, None, 2, 2 * added_size(2), dead=True),
        Row(str(path), 3, "F", 10, 80, None, 0, 0, dead=False),
        Row(str(path), 4, "G", None, 80, "unhandled op GO", 0, 0, dead=False),
    ]
    assert [cost.inlined for cost in found.costs] == [True, False, False]


def test_intrinsics_cost_their_node() -> None:
    assert is_intrinsic("math/bits", "Len64")
    assert not is_intrinsic("math/bits", "Reverse")
    assert not is_intrinsic("p", "Len64")
    _, found = inlined('import "math/bits"\nfunc f(x uint64) int { return bits.Len64(x) }')
    assert [cost.cost for cost in found.costs] == [4]


def test_imported_bodies_decide_when_a_goroot_has_them(tmp_path: Path) -> None:
    library = tmp_path / "go" / "src" / "lib"
    library.mkdir(parents=True)
    (library / "lib.go").write_text(
        "package lib\n\nfunc Small(x int) int {\n\treturn inner(x) + 1\n}\n\nfunc inner(x int) int {\n\treturn x\n}\n\n"
        "func Big() {\n\tdefer Small(1)\n}\n\nfunc Ring(x int) int {\n\treturn Ring(x)\n}\n\n"
        "func Closed(x int) int {\n\treturn func() int { return x }()\n}\n\n"
        "func Long(x int) int {\n\treturn " + "x + " * 60 + "x\n}\n"
    )
    path = tmp_path / "main.go"
    path.write_text(
        'package p\nimport "lib"\nfunc F() { lib.Small(1); lib.Big(); lib.Ring(2); lib.Closed(3); lib.Long(4) }\n'
    )
    for release, expected in (
        ("1.19", ["lib.Small", "lib.inner", "lib.Closed", "F.func1"]),
        ("1.8", ["lib.Small", "lib.inner"]),
        ("1.4", []),
    ):
        program = load([path], goroot=tmp_path / "go")
        found = inline(program.packages[-1], release)
        assert [line.rpartition(" ")[2] for line in told(found) if "inlining" in line] == expected


def test_long_chains_of_operators_and_deep_nests_do_not_overflow() -> None:
    chain = " + ".join(["one()"] * 1000)
    nest = "if x > 0 { " * 200 + "x++" + " }" * 200
    for release in ("1.4", "1.8", "1.19"):
        functions = f"func f() int {{ return {chain} }}\nfunc g(x int) {{ {nest} }}"
        _, found = inlined(f"\nfunc one() int {{ return 1 }}\n{functions}", release)
        assert len(found.growth.calls) == 1000


def test_operations_and_increments_are_statements_of_their_own_when_copied() -> None:
    package, _ = inlined("\nfunc inc(x int) int { x++; x += 2; return x }\nfunc F() int { return inc(1) }")
    call = function(package, "F").body.statements[0].results[0]
    assert [type(statement) for statement in call.body[:2]] == [AssignOperation, AssignOperation]
    assert call.body[0].increment


def test_a_package_is_found_among_the_imports_of_imports() -> None:
    asked: list[FunctionObject] = []
    far = Package("far", "far", complete=asked.append)
    near = Package("near", "near", imports={"far": far, "again": Package("again", "again")})
    here = Package("here", "here", imports={"near": near, "again": near})
    for path in ("far", "nowhere"):
        complete(here, FunctionObject("f", path, 0, Signature([], [], variadic=False), None, [], [], None))
    assert [function.package for function in asked] == ["far"]


def test_variables_that_hold_one_function_are_looked_through() -> None:
    _, found = inlined(
        "type T struct{}\nfunc (T) m() int { return 1 }\ntype G func() int\n"
        "func one() int { return 2 }\n"
        "func a() int { var f, g = one, T.m; return f() + g(T{}) }\n"
        "func b() int { f := G(one); h := T{}.m; return f() + h() }\n"
        "func c() int { f, g := one, one; g = f; return f() + g() }\n"
        "func d() int { f := one; return func() int { return f() }() }"
    )
    calls = [line for line in told(found) if "inlining" in line]
    assert calls == [
        "5: inlining call to one",
        "5: inlining call to T.m",
        "6: inlining call to one",
        "7: inlining call to one",
        "8: inlining call to d.func1",
        "8: inlining call to one",
    ]
