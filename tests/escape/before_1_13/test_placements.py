"""Where values live, and why, beyond what the messages say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gcsim.escape.syntax.positions import column_of

if TYPE_CHECKING:
    from tests.escape.before_1_13.analysed import Analyse

RELEASES = ("1.4", "1.5", "1.6", "1.7", "1.8")


@pytest.mark.parametrize("release", RELEASES)
def test_a_variable_of_the_package_is_in_the_data_segment(analysed: Analyse, release: str) -> None:
    placement = analysed("var x, _ int", release).place("x")
    assert placement.place == "data segment"


@pytest.mark.parametrize("release", RELEASES)
def test_a_channel_is_on_the_heap_whatever_is_said(analysed: Analyse, release: str) -> None:
    found = analysed("func f() { c := make(chan int); close(c) }", release)
    (made,) = [placement for placement in found.placements if placement.label.startswith("make(chan int")]
    assert found.texts == [f"f {made.label} does not escape"]
    assert made.place == "heap"


@pytest.mark.parametrize("release", RELEASES)
def test_a_make_of_no_constant_size_is_on_the_heap_though_1_4_says_otherwise(analysed: Analyse, release: str) -> None:
    found = analysed("func f(n int) int { return len(make([]int, n)) }", release)
    said = "f make([]int, n) does not escape" if release == "1.4" else "make([]int, n) escapes to heap"
    assert found.texts == [said]
    placement = found.place("make([]int, n)")
    assert (placement.place, placement.reason) == ("heap", "its size is not a constant")


def test_in_1_4_a_large_new_is_on_the_heap_though_nothing_is_said(analysed: Analyse) -> None:
    found = analysed("func f() { p := new([1 << 16]byte); p[0] = 1 }", "1.4")
    assert found.texts == ["f new([65536]byte) does not escape"]
    assert found.place("new([65536]byte)").place == "heap"


@pytest.mark.parametrize(("release", "place"), [("1.4", "heap"), ("1.5", "stack"), ("1.8", "stack")])
def test_maps_may_be_on_the_stack_from_1_5(analysed: Analyse, release: str, place: str) -> None:
    found = analysed("func f() { m := map[int]int{}; m[1] = 2 }", release)
    assert found.place("map[int]int literal").place == place


@pytest.mark.parametrize(("release", "place"), [("1.4", "heap"), ("1.5", "stack"), ("1.8", "stack")])
def test_short_strings_may_be_on_the_stack_from_1_5(analysed: Analyse, release: str, place: str) -> None:
    found = analysed("func f(b []byte) int { return len(string(b)) }", release)
    assert found.place("string(b)").place == place


@pytest.mark.parametrize(("release", "place"), [("1.4", "heap"), ("1.5", "stack"), ("1.8", "stack")])
def test_what_an_interface_holds_may_be_on_the_stack_from_1_5(analysed: Analyse, release: str, place: str) -> None:
    found = analysed("func f(num int) bool { var i interface{} = num + 1; return i != nil }", release)
    assert found.place("num + 1").place == place


def test_a_large_value_in_an_interface_is_on_the_heap(analysed: Analyse) -> None:
    found = analysed("type big [1025]byte\nfunc f() bool { var i interface{} = big{}; return i != nil }")
    assert found.texts == ["f big literal does not escape"]
    assert found.place("big literal").place == "heap"


@pytest.mark.parametrize("release", RELEASES)
def test_a_pointer_in_an_interface_is_no_allocation(analysed: Analyse, release: str) -> None:
    found = analysed("func f(p *int) bool { var i interface{} = p; return i != nil }", release)
    assert found.place("p").reason == "a parameter"


@pytest.mark.parametrize("release", RELEASES)
def test_a_literal_that_captures_nothing_is_in_the_data_segment(analysed: Analyse, release: str) -> None:
    found = analysed("func f() { g := func() {}; g() }", release)
    assert found.place("func literal").place == "data segment"


@pytest.mark.parametrize("release", RELEASES)
def test_append_may_grow_on_the_heap(analysed: Analyse, release: str) -> None:
    found = analysed("func f(s []int) []int { return append(s, 1) }", release)
    assert found.place("append(s, 1)").place == "heap"


@pytest.mark.parametrize("release", RELEASES)
def test_a_variable_too_large_for_any_stack_is_on_the_heap(analysed: Analyse, release: str) -> None:
    found = analysed("func f() byte { var a [11 << 20]byte; return a[1] }", release)
    assert found.texts == ["moved to heap: a"]
    assert found.place("a").reason == "too large for the stack"


def test_a_parameter_tells_what_becomes_of_it(analysed: Analyse) -> None:
    found = analysed("var x *int\nfunc f(a, b *int, c **int, d *int) *int { x = b; x = *c; return d }")
    assert [found.place(name).reason for name in "abcd"] == [
        "a parameter",
        "a parameter; what it holds escapes",
        "a parameter; what it points to escapes",
        "a parameter; what it holds is returned",
    ]


def test_a_path_leads_from_the_value_outwards(analysed: Analyse) -> None:
    found = analysed("type t struct{ p *int }\nvar x *t\nfunc f() { i := 0; v := t{&i}; w := &v; x = w }")
    assert [(step.target, step.why) for step in found.place("i").path] == [
        ("&i", "address-of"),
        ("t literal", "struct literal element"),
        ("v", "assigned"),
        ("&v", "address-of"),
        ("w", "assigned"),
        ("x", "assigned to top level variable"),
    ]
    assert found.place("i").reason == "its address escapes: assigned to top level variable"


def test_values_that_contain_each_other_have_a_path_that_ends(analysed: Analyse) -> None:
    found = analysed("var x interface{}\nfunc f() { var v interface{}; v = &v; x = v }")
    assert found.place("v").place == "heap"


def test_statements_are_told_as_where_a_value_goes(analysed: Analyse) -> None:
    found = analysed(
        "func h(v interface{}) {}\n"
        "func f(c chan *int) { c <- new(int); p := new(int8); go h(p)\nfor { q := new(int16)\ndefer h(q) } }"
    )
    assert found.place("new(int)").path[-1].target == "c <- new(int)"
    assert found.place("new(int8)").path[-1].target == "go h(p)"
    assert found.place("new(int16)").path[-1].target == "defer h(q)"


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("call", ["o.Observe(200, size)", "g(200, size)"])
def test_the_slice_of_a_call_through_a_value_is_on_the_heap_though_nothing_is_said(
    analysed: Analyse, release: str, call: str
) -> None:
    found = analysed(
        f"func f(o interface{{ Observe(int, ...int) }}, g func(int, ...int), size int) {{ {call} }}", release
    )
    placement = found.place("... argument")
    assert placement.place == "heap"
    if release != "1.4":
        assert placement.reason == "the function that is called is not known"
        assert not any("..." in text for text in found.texts)


def test_a_call_through_a_value_without_variadic_arguments_makes_no_slice(analysed: Analyse) -> None:
    found = analysed("func f(g func(int, ...int), s []int) { g(1); g(1, s...) }")
    assert [placement.label for placement in found.placements] == ["g", "s"]


@pytest.mark.parametrize(
    ("value", "label", "place"),
    [
        ("&t{1}", "&t literal", "data segment"),
        ("[]*t{{n}}", "composite literal", "data segment"),
        ("[]int{n}", "[]int literal", "data segment"),
        ("[1]*t{&t{}}", "&t literal", "data segment"),
        ("map[int]*t{1: &t{}}", "&t literal", "heap"),
        ("map[int]int{}", "map[int]int literal", "heap"),
        ("&map[int]int{}", "&map[int]int literal", "data segment"),
        ("new(int)", "new(int)", "heap"),
        ("func() {}", "func literal", "data segment"),
        ('[]byte("a")', '([]byte)("a")', "data segment"),
        ("[]byte(s)", "([]byte)(s)", "heap"),
        ('s + "a" + "b"', 's + "ab"', "heap"),
        ("interface{}(n)", "(interface {})(n)", "data segment"),
        ("va(n)", "... argument", "heap"),
        ("va(n)", "n", "heap"),
        ("append([]int{}, n)", "[]int literal", "heap"),
        ("x.m", "x.m", "heap"),
    ],
)
def test_initial_values_are_laid_out_where_they_can_be(analysed: Analyse, value: str, label: str, place: str) -> None:
    text = "type t struct{ n int }\nfunc (t) m() {}\nfunc va(...interface{}) int { return 1 }\n"
    found = analysed(f'{text}var x t\nvar n = x.n\nvar s = "a"\nvar v = {value}')
    placements = [
        placement for placement in found.placements if placement.label == label and placement.subject is not None
    ]
    made = [
        placement
        for placement in placements
        if placement.reason in ("the linker lays it out", "made when the program starts")
    ]
    assert [(placement.place, placement.function) for placement in made] == [(place, None)]


@pytest.mark.parametrize(("release", "place"), [("1.7", "heap"), ("1.8", "data segment")])
def test_interfaces_are_laid_out_from_1_8(analysed: Analyse, release: str, place: str) -> None:
    assert analysed("var v interface{} = 1", release).place("1").place == place


@pytest.mark.parametrize("value", ["T.m", "T{}.n", "interface{}(&n)", "va()", "va(s...)", "string(s)[0]", "len(s)"])
def test_values_that_allocate_nothing_have_no_placement(analysed: Analyse, value: str) -> None:
    text = "type T struct{ n int }\nfunc (T) m() {}\nfunc va(...byte) int { return 1 }\nvar n int\nvar s []byte\n"
    made = [
        placement.label for placement in analysed(f"{text}var v = {value}").placements if placement.function is None
    ]
    assert made == [*"nsv"] if "string" not in value else ["n", "s", "v", "string(s)"]


@pytest.mark.parametrize("release", RELEASES)
def test_a_value_is_placed_where_it_begins_though_its_message_stands_elsewhere(analysed: Analyse, release: str) -> None:
    found = analysed("type t struct{ p *int }\nfunc f() *t { return &t{p: new(int)} }", release)
    columns = {placement.label: column_of(placement.position) for placement in found.placements}
    assert columns["&t literal"] == 22
