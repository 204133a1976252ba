"""Inlining as go1.4 to go1.8 do it; ``programs/probe.*.m`` is what go1.4.3 and go1.5.4 to go1.8.4 print."""

from pathlib import Path

import pytest

from gcsim.escape.inlining import inline
from gcsim.escape.packages.load import load
from gcsim.escape.syntax.nodes import Assign, InlinedCall
from gcsim.escape.syntax.positions import line_of
from tests.escape.inlining.packages import PROGRAMS, calls_in, function, inlined, reasons, told

PROBE = Path(__file__).parents[1] / "before_1_13" / "recorded" / "probe.go"


@pytest.mark.parametrize(("release", "recorded"), [("1.4", "1.4"), *((f"1.{minor}", "1.5") for minor in range(5, 9))])
def test_messages_are_those_of_the_compiler_in_its_order(release: str, recorded: str) -> None:
    found = inline(load([PROBE], goroot=None).packages[-1], release)
    assert told(found) == (PROGRAMS / f"probe.{recorded}.m").read_text().splitlines()


@pytest.mark.parametrize(
    ("body", "costs"),
    [
        ("func f() {}", (1, 1, 1, 1, 1)),
        ("func f(x int) int { return x + 1 }", (4, 4, 4, 4, 4)),
        ("func f(t struct{ n int }) int { return t.n }", (4, 4, 4, 3, 3)),
        ("func f(s []int) []int { return s[1:] }", (5, 5, 5, 5, 5)),
        ("func f(s []int) []int { return s[1:2:3] }", (8, 8, 8, 8, 8)),
        ("func f() int { var x int; return x }", (7, 7, 7, 7, 6)),
        ("func f() int { x := 1; return x }", (7, 7, 7, 7, 7)),
        ("func f(x int) int { if x > 0 { return 1 } else { return 2 } }", (9, 9, 9, 9, 8)),
        ("func f() [2]int { return [2]int{1, 2} }", (9, 9, 9, 9, 5)),
        ("func f() []int { return []int{3: 1} }", (6, 6, 6, 6, 6)),
        ("func f() *T { return &T{1} }", (7, 7, 7, 7, 7)),
        ("func f() map[int]int { return map[int]int{1: 2} }", (6, 6, 6, 6, 6)),
        ("func f() []byte { return []byte(`ab`) }", (9, 9, 9, 9, 9)),
        ("func f(a string) string { return a + `b` + `c` + a }", (5, 5, 5, 5, 5)),
        ("func f(p *[3]int) int { return len(p) + p[0] }", (7, 7, 7, 7, 7)),
        ("func f() *T { return new(T) }", (3, 3, 3, 3, 3)),
        ("func f() map[int]int { return make(map[int]int) }", (3, 3, 3, 3, 3)),
        ("func f(x interface{}) bool { return x == 1 }", (4, 4, 4, 4, 4)),
        ("func f(n int) int {\nL: n++; if n < 9 { goto L }; return n }", (13, 13, 13, 13, 13)),
        ("func f(c chan int) { c <- 1; <-c; close(c) }", (7, 7, 7, 7, 7)),
    ],
)
def test_the_nodes_of_a_body_are_counted_as_the_release_has_them(body: str, costs: tuple[int, ...]) -> None:
    text = f"\n{body}\ntype T struct{{ n int }}"
    found = tuple(reasons(text, f"1.{minor}")["f"][0] for minor in range(4, 9))
    assert found == costs


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        ("func f() { panic(1) }", "non-leaf op PANIC", "non-leaf op PANIC"),
        ("func f() { recover() }", "non-leaf op RECOVER", "non-leaf op RECOVER"),
        ("func f(e error) string { return e.Error() }", "non-leaf op CALLINTER", "non-leaf op CALLINTER"),
        ("func f(g func()) { g() }", "non-leaf function", "non-leaf function"),
        ("func f(t T) func() { return t.m }", "unhandled op CALLPART", "unhandled op CALLPART"),
        ("func f() func() { return func() {} }", "unhandled op CLOSURE", "unhandled op CLOSURE"),
        ("func f() { for {} }", "unhandled op FOR", "unhandled op FOR"),
        ("func f(s []int) { for range s {} }", "unhandled op RANGE", "unhandled op RANGE"),
        ("func f() { select {} }", "unhandled op SELECT", "unhandled op SELECT"),
        ("func f() { go func() {}() }", "unhandled op PROC", "unhandled op PROC"),
        ("func f() { defer func() {}() }", "unhandled op DEFER", "unhandled op DEFER"),
        ("func f() { type t int }", "unhandled op DCLTYPE", "unhandled op DCLTYPE"),
        ("func f(x interface{}) { switch x.(type) {} }", "unhandled op SWITCH", "unhandled op TYPESW"),
        ("func f(x int) { switch x { case 1: x++ } }", "unhandled op SWITCH", None),
        ("func f(x int) { switch x { case 1: break } }", "unhandled op SWITCH", "unhandled op BREAK"),
        ("func f() int { const c = 3; return c }", "unhandled op DCLCONST", None),
        ("func f(xs ...int) {}", "has ... args", "has ... args"),
        ("func f()", "no function body", "no function body"),
        ("//go:noinline\nfunc f() {}", None, "marked go:noinline"),
        ("func f() int { return one() }", "non-leaf function", None),
        ("func f(t T) { t.m() }", "non-leaf method", None),
        ("func f(n int) { f(n) }", "non-leaf function", "recursive"),
    ],
)
def test_what_forbids_inlining_is_told_in_the_words_of_1_8(body: str, old: str | None, new: str | None) -> None:
    text = f"\n{body}\ntype T struct{{}}\nfunc (t T) m() {{}}\nfunc one() int {{ return 1 }}"
    assert (reasons(text, "1.4")["f"][1], reasons(text, "1.8")["f"][1]) == (old, new)


def test_the_budget_is_40_in_1_4_and_80_from_1_5() -> None:
    text = f"\nfunc f(x int) int {{ return x{' + x' * 20} }}\nfunc g(x int) int {{ return x{' + x' * 40} }}"
    assert reasons(text, "1.4")["f"] == (42, "function too complex: cost 42 exceeds budget 40")
    assert reasons(text, "1.5")["f"] == (42, None)
    assert reasons(text, "1.5")["g"] == (82, "function too complex: cost 82 exceeds budget 80")


def test_an_inlined_callee_counts_with_its_cost_and_its_body_is_inlined_too() -> None:
    text = "\nfunc one() int { return 1 }\nfunc two() int { return one() + one() }\nfunc f() int { return two() }"
    assert reasons(text, "1.5")["two"] == (10, None)
    package, found = inlined(text, "1.5")
    assert [call.callee.name for call in calls_in(function(package, "f").body)] == ["two", "one", "one"]
    assert told(found)[-3:] == ["4: inlining call to two", "4: inlining call to one", "4: inlining call to one"]


def test_literals_of_one_function_come_last_first_until_1_7_and_in_order_in_1_8() -> None:
    text = "\nfunc f() {\n\t_ = func() {}\n\t_ = func() {}\n\tfor {\n\t}\n}"
    assert told(inlined(text, "1.7")[1]) == ["4: can inline f.func2", "3: can inline f.func1"]
    assert told(inlined(text, "1.8")[1]) == ["3: can inline f.func1", "4: can inline f.func2"]


def test_literals_of_a_function_that_calls_itself_are_inlinable_until_1_7() -> None:
    text = "\nfunc f() {\n\t_ = func() {}\n\tf()\n}"
    assert told(inlined(text, "1.7")[1]) == ["3: can inline f.func1"]
    assert told(inlined(text, "1.8")[1]) == []


def test_go_and_defer_keep_their_arguments_and_initial_values_their_calls() -> None:
    package, _ = inlined("func n() int { return 1 }\nvar x = n()\nfunc f() { defer print(n()); go print(n()) }", "1.8")
    assert not calls_in(function(package, "f").body)
    assert not isinstance(package.globals[0].values[0], InlinedCall)


@pytest.mark.parametrize(
    ("release", "results", "lines"), [("1.4", "", [3, 3]), ("1.5", "", [4, 5]), ("1.5", " int", [3, 3])]
)
def test_arguments_stand_at_the_call_in_1_4_and_where_there_are_results(
    release: str, results: str, lines: list[int]
) -> None:
    returns = " return 1 " if results else ""
    text = f"\nfunc g(a, b int){results} {{{returns}}}\nfunc f() {{ g(\n\t1,\n\t2) }}"
    package, _ = inlined(text, release)
    [call] = calls_in(function(package, "f").body)
    assert [line_of(value.position) for value in call.prologue[0].values] == lines


def test_receiver_and_arguments_are_assigned_one_after_the_other_and_results_named_by_their_number() -> None:
    package, _ = inlined(
        "type T struct{}\nfunc (t T) m(a int) (_ int, n bool, _ string) { return }\nfunc f(t T) { t.m(1) }",
        "1.8",
    )
    [call] = calls_in(function(package, "f").body)
    receiver, arguments, results = call.prologue
    assert isinstance(receiver, Assign)
    assert [target.object.name for target in receiver.targets + arguments.targets] == ["t", "a"]
    assert [variable.name for variable in results.variables] == ["~r0", "n", "~r1"]


def test_method_expressions_are_inlined_as_calls_with_the_receiver_as_argument() -> None:
    package, _ = inlined("type T struct{}\nfunc (t T) m(a int) {}\nfunc f(t T) { T.m(t, 1) }", "1.8")
    [call] = calls_in(function(package, "f").body)
    assert [target.object.name for target in call.prologue[0].targets] == ["t", "a"]
