"""Inlining as go1.19.8 does it.

``programs/*.m`` and ``programs/*.m2`` hold what ``go tool compile -m`` and ``-m -m`` print about inlining for the
programs beside them, without file names, bodies, and methods that the compiler makes.
"""

import pytest

from gcsim.escape.inlining import inline
from gcsim.escape.inlining.names import called_text, declared_at
from gcsim.escape.packages.load import load
from gcsim.escape.syntax.nodes import Assign, Call, CompositeLiteral, FunctionLiteral, InlinedCall, VariableDeclaration
from gcsim.escape.syntax.positions import column_of, line_of
from gcsim.escape.types.model import NilObject, Package
from tests.escape.inlining.packages import PROGRAMS, calls_in, function, inlined, told


def _loaded(name: str) -> Package:
    program = load([PROGRAMS / f"{name}.go"], goroot=None)
    assert not program.errors
    return program.packages[-1]


@pytest.mark.parametrize("name", ["costs", "calls", "nodes"])
def test_messages_are_those_of_the_compiler_in_its_order(name: str) -> None:
    found = inline(_loaded(name), "1.19")
    assert told(found, columns=True) == (PROGRAMS / f"{name}.m").read_text().splitlines()


@pytest.mark.parametrize("name", ["costs", "calls", "nodes"])
def test_costs_and_reasons_are_those_of_the_compiler(name: str) -> None:
    package = _loaded(name)
    ours = set()
    for cost in inline(package, "1.19").costs:
        at = declared_at(cost.function)
        verdict = f"cannot inline {{}}: {cost.reason}" if cost.reason else f"can inline {{}} with cost {cost.cost}"
        ours.add(f"{line_of(at)}:{column_of(at)}: {verdict.format(called_text(cost.function, '1.19', package))}")
    lines = (PROGRAMS / f"{name}.m2").read_text().splitlines()
    theirs = {line for line in lines if "inlining call" not in line}
    twice = {line for line in theirs if line.endswith("recursive") and ".func" in line}
    assert ours == theirs - twice


def test_an_inlined_call_has_copies_of_parameters_and_results_and_the_position_of_the_call() -> None:
    package, _ = inlined("func double(x int) int { y := x + x; return y }\nfunc f() int { return double(21) }")
    double = function(package, "double")
    [call] = calls_in(function(package, "f").body)
    [passed] = call.prologue
    assert isinstance(passed, Assign)
    assert passed.define
    assert [variable.name for variable in passed.declared] == ["x"]
    assert passed.declared[0] is not double.parameters[0]
    assert passed.declared[0].function is function(package, "f")
    assert [name.object.name for name in call.results] == ["~R0"]
    declared, returned = call.body
    assert declared.declared[0].name == "y"
    assert returned.statements[0].declared == [call.results[0].object]
    assert {node.position for node in (call, passed, declared, returned, call.results[0])} == {call.call.position}
    assert double.body.statements[0].declared[0] is not declared.declared[0]


def test_results_are_declared_before_the_body_where_they_have_names_or_several_returns_give_them() -> None:
    package, _ = inlined(
        "func one(x int) (n int, _ bool) { n = x; return }\n"
        "func two(x int) int { if x > 0 { return 1 }; return 2 }\n"
        "func f() int { n, _ := one(1); return n + two(2) }"
    )
    first, second = calls_in(function(package, "f").body)
    assert isinstance(first.prologue[-1], VariableDeclaration)
    assert [variable.name for variable in first.prologue[-1].variables] == ["n", "~b1"]
    assert [variable.name for variable in second.prologue[-1].variables] == ["~R0"]
    assert all(not statement.declared for statement in second.body[1].statements)


def test_arguments_of_a_variadic_parameter_are_one_slice_and_none_are_nil() -> None:
    package, _ = inlined(
        "func v(a int, rest ...int) int { return a + len(rest) }\n"
        "func f(xs []int) int { return v(1, 2, 3) + v(1) + v(1, xs...) }"
    )
    packed, none, spread = (call.prologue[0].values[-1] for call in calls_in(function(package, "f").body))
    assert isinstance(packed, CompositeLiteral)
    assert packed.packed
    assert len(packed.elements) == 2
    assert isinstance(none.object, NilObject)
    assert spread.object.name == "xs"


def test_a_method_call_passes_its_receiver_first_and_blank_parameters_are_assigned_to_nothing() -> None:
    package, _ = inlined(
        "type T struct{ n int }\nfunc (t T) add(_ int, m int) int { return t.n + m }\n"
        "func f(t T) int { return t.add(1, 2) + T.add(t, 3, 4) }"
    )
    for call in calls_in(function(package, "f").body):
        assert [target.object.name for target in call.prologue[0].targets] == ["t", "_", "m"]
        assert len(call.prologue[0].values) == 3


def test_values_of_one_call_pass_through_temporaries() -> None:
    package, _ = inlined(
        "func pair() (int, string) { return 1, `a` }\nfunc take(n int, s interface{}) int { return n }\n"
        "func f() int { return take(pair()) }"
    )
    [outer, _] = calls_in(function(package, "f").body)
    kept, passed = outer.prologue
    assert [variable.name for variable in kept.declared] == [".autotmp_1", ".autotmp_2"]
    assert passed.values[0].object is kept.declared[0]
    assert passed.values[1].implicit


def test_a_literal_in_an_inlined_body_becomes_the_callers_and_keeps_its_place() -> None:
    package, _ = inlined(
        "func mk(k int) func() int { return func() int { return k } }\nfunc f() func() int { return mk(3) }"
    )
    caller, callee = function(package, "f"), function(package, "mk")
    [copy] = caller.literals
    [call] = calls_in(caller.body)
    assert copy.outer is caller
    assert copy.position == callee.literals[0].position
    assert copy.captures == call.prologue[0].declared
    assert copy.body.statements[0].results[0].object is call.prologue[0].declared[0]
    [statement] = call.body
    [assign] = statement.statements
    assert isinstance(assign.values[0], FunctionLiteral)
    assert assign.values[0].position == call.position


def test_labels_of_two_copies_differ() -> None:
    package, _ = inlined(
        "func wait(n int) int { i := 0\nloop: if i < n { i++; goto loop }\nreturn i }\n"
        "func f() int { return wait(3) + wait(4) }"
    )
    first, second = (call.body[1].name for call in calls_in(function(package, "f").body))
    assert first != second


def test_calls_of_go_and_defer_stay_but_their_arguments_are_inlined() -> None:
    package, found = inlined(
        "func n() int { return 1 }\nfunc use(int) {}\n"
        "func f() {\n\tdefer use(n())\n\tgo use(n())\n\tdefer func(int) {}(n())\n}"
    )
    assert [line for line in told(found) if "inlining" in line] == [f"{line}: inlining call to n" for line in (4, 5, 6)]
    assert len(calls_in(function(package, "f").body)) == 3


def test_a_big_function_gets_small_bodies_only() -> None:
    filler = "".join(f"\tx += {number}\n" for number in range(1700))
    text = (
        "func small(x int) int { return x + 1 }\n"
        "func middling(a, b int) int { a += b * a; b += a * b; a += b * a; b += a * b; return a }\n"
    )
    _, found = inlined(f"{text}func f(x int) int {{\n{filler}\treturn small(x) + middling(x, x)\n}}")
    assert [line.partition(": ")[2] for line in told(found) if "inlining" in line] == ["inlining call to small"]


def test_a_stub_says_what_can_be_inlined_and_the_call_stays() -> None:
    package, found = inlined('import "fmt"\nfunc f() { fmt.Println(1); fmt.Println(2) }')
    assert [line for line in told(found) if "inlining" in line] == ["2: inlining call to fmt.Println"] * 2
    assert all(type(statement.expression) is Call for statement in function(package, "f").body.statements)


def test_a_ring_of_functions_is_entered_once_at_each_call() -> None:
    package, found = inlined(
        "func a(n int) int { if n > 0 { return b(n - 1) }; return 0 }\n"
        "func b(n int) int { if n > 9 { return c(n - 1) }; return 1 }\n"
        "func c(n int) int { x := n * n; x += n * x; x += n * x; x += n * x; x += n * x; x += a(n); return x }\n"
        "func f() int { return a(1) }"
    )
    assert "4: inlining call to a" in told(found)
    assert [call.callee.name for call in calls_in(function(package, "f").body)].count("a") == 1


def test_initial_values_are_inlined_in_the_order_of_initialization() -> None:
    package, found = inlined(
        "var x = add(y)\nvar y = one()\nfunc add(n int) int { return n + 1 }\nfunc one() int { return 1 }"
    )
    assert told(found)[-2:] == ["2: inlining call to one", "1: inlining call to add"]
    assert all(isinstance(declaration.values[0], InlinedCall) for declaration in package.globals)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("//go:noinline\nfunc f() {}", "marked go:noinline"),
        ("func f()", "no function body"),
        ("func f() { defer g() }", "unhandled op DEFER"),
        ("func f() { go g() }", "unhandled op GO"),
        ("func f() { type t int }", "unhandled op DCLTYPE"),
        ("func f() { recover() }", "call to recover"),
        ("func f() { func() { recover() }() }", "call to recover"),
        ("func f(n int) { f(n) }", "recursive"),
    ],
)
def test_a_function_that_is_never_inlined_has_the_compilers_reason(text: str, reason: str) -> None:
    _, found = inlined(f"\n{text}\nfunc g() {{}}")
    assert next(cost.reason for cost in found.costs if cost.function.name == "f") == reason


def test_more_functions_can_be_inlined_into_without_a_trace_elsewhere() -> None:
    package, found = inlined(
        "func one() int { return 1 }\nfunc f() int { return one() }\n//go:noinline\nfunc g() int { return 2 }"
    )
    assert found.inline_into is not None
    before = list(found.diagnostics), list(found.growth.calls)
    extra = function(package, "g")
    extra.body.statements[0].results = [calls_in(function(package, "f").body)[0].call]
    assert [message.text for message in found.inline_into(extra)] == ["inlining call to one"]
    assert isinstance(extra.body.statements[0].results[0], InlinedCall)
    assert (found.diagnostics, found.growth.calls) == before
