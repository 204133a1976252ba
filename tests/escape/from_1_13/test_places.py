"""Each variable and each value made has a place, a reason, and for the heap the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from gcsim.escape.syntax.positions import column_of, line_of
from tests.escape.from_1_13.reading import find, placed

if TYPE_CHECKING:
    from pathlib import Path


def test_a_variable_whose_address_is_returned_is_on_the_heap_and_the_way_says_so(tmp_path: Path) -> None:
    found = find(tmp_path, "package p\n\nfunc f() *int {\n\tt := 1\n\treturn &t\n}\n")
    place = placed(found, "t")
    assert (place.place, place.reason) == ("heap", "returned")
    assert [(step.target, step.why, line_of(step.position), column_of(step.position)) for step in place.path] == [
        ("~r0", "address-of", 5, 9),
        ("~r0", "return", 5, 2),
    ]


def test_a_way_goes_over_every_variable_to_the_heap(tmp_path: Path) -> None:
    found = find(tmp_path, "package p\nvar sink *int\nfunc f() {\n\tx := 1\n\tp := &x\n\tq := p\n\tsink = q\n}\n")
    place = placed(found, "x")
    assert [(step.target, step.why) for step in place.path] == [
        ("p", "address-of"),
        ("p", "assign"),
        ("q", "assign"),
        ("heap", "assign"),
    ]
    assert place.reason == "assigned to what outlives it"


@pytest.mark.parametrize(
    ("body", "label", "place", "reason"),
    [
        ("_ = make([]int, 3)", "make([]int, 3)", "stack", "does not escape"),
        ("_ = make([]int, n)", "make([]int, n)", "heap", "non-constant size"),
        ("_ = make([]byte, 1<<17)", "make([]byte, 1 << 17)", "heap", "too large for stack"),
        ("var big [11 << 20]byte; _ = big", "big", "heap", "too large for stack"),
        ("_ = &struct{ a [1 << 17]byte }{}", "&struct { a [131072]byte }{}", "heap", "too large for stack"),
        ("_ = make(chan int, 3)", "make(chan int, 3)", "heap", "channels are always on the heap"),
        ("_ = make(map[int]int, 3)", "make(map[int]int, 3)", "stack", "does not escape"),
        ("c <- new(int)", "new(int)", "heap", "sent on a channel"),
        ("m[new(int)] = true", "new(int)", "heap", "put into a map"),
        ("sink = n", "n", "heap", "assigned to what outlives it"),
        ("sink = 5", "5", "data segment", "a constant: read from the data segment"),
        ("sink = struct{}{}", "struct {}{}", "data segment", "no size: one address serves for all"),
        ("sink = func() {}", "func literal", "data segment", "captures nothing: made once by the linker"),
        ("x := new(int); go func() { _ = x }()", "new(int)", "heap", "captured by a closure that outlives it"),
        ("for { defer unknown(new(int)) }", "new(int)", "heap", "passed to a call that keeps it, or may"),
    ],
)
def test_what_is_made_has_a_place_and_a_reason(tmp_path: Path, body: str, label: str, place: str, reason: str) -> None:
    text = (
        "package p\nvar sink interface{}\nvar unknown func(*int)\n"
        f"func f(n int, c chan *int, m map[*int]bool) {{\n\t{body}\n}}\n"
    )
    found = [each for each in find(tmp_path, text).placements if each.label == label and each.function is not None]
    assert (found[-1].place, found[-1].reason) == (place, reason)


def test_a_parameter_stays_whatever_becomes_of_what_it_holds(tmp_path: Path) -> None:
    text = "package p\nvar s *int\nfunc f(a, b *int, c **int, d *int) *int {\n\ts = a\n\ts = *c\n\treturn b\n}\n"
    found = find(tmp_path, text)
    assert {label: (placed(found, label).place, placed(found, label).reason) for label in "abcd"} == {
        "a": ("stack", "the parameter stays; what it holds escapes"),
        "b": ("stack", "the parameter stays; a result holds of it"),
        "c": ("stack", "the parameter stays; what it points to escapes"),
        "d": ("stack", "does not escape"),
    }


def test_nothing_is_said_of_a_channel_but_that_it_is_on_the_heap(tmp_path: Path) -> None:
    found = find(tmp_path, "package p\nfunc f() chan int { return make(chan int) }\nvar c = make(chan int)\n")
    assert found.diagnostics == []
    assert [(each.label, each.place) for each in found.placements if line_of(each.position) == 2] == [
        ("make(chan int)", "heap")
    ]
    made = [each for each in found.placements if each.label == "make(chan int)"]
    assert [each.function and each.function.name for each in made] == ["f", "init"]


def test_variables_of_the_package_are_in_the_data_segment(tmp_path: Path) -> None:
    place = placed(find(tmp_path, "package p\nvar x, _ = 1, 2\n"), "x")
    assert (place.place, place.function) == ("data segment", None)


def test_places_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    found = find(tmp_path, "package p\nfunc f() *int { x := 1; return &x }\nvar g int\nfunc h(b bool) {}\n")
    assert [place.label for place in found.placements] == ["x", "g", "b"]
