"""What changed from release to release, each by the smallest program that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.escape.before_1_13.analysed import Analyse

NEW = ("1.7", "1.8")
RELEASES = ("1.4", "1.5", "1.6", *NEW)


def _moved(texts: list[str]) -> list[str]:
    return [text.removeprefix("moved to heap: ") for text in texts if text.startswith("moved to heap: ")]


@pytest.mark.parametrize("release", RELEASES)
def test_a_closure_captures_a_small_constant_variable_by_value_from_1_5(analysed: Analyse, release: str) -> None:
    found = analysed("func f() func() int { n := 1; return func() int { return n } }", release)
    assert _moved(found.texts) == (["n"] if release == "1.4" else [])


@pytest.mark.parametrize("release", RELEASES)
def test_content_leaks_are_told_from_leaks_from_1_5(analysed: Analyse, release: str) -> None:
    found = analysed("var x *int\nfunc f(p **int) { x = *p }", release)
    assert found.texts == ["leaking param: p" if release == "1.4" else "leaking param content: p"]


@pytest.mark.parametrize("release", RELEASES)
def test_content_returned_is_told_by_level_from_1_5(analysed: Analyse, release: str) -> None:
    found = analysed("func f(p **int) *int { return *p }", release)
    old = "f leaking param p content to result ~r1"
    assert found.texts == [old if release == "1.4" else "leaking param: p to result ~r1 level=1"]


def test_in_1_4_what_is_returned_by_content_escapes_at_the_call(analysed: Analyse) -> None:
    text = "func f(p **int) *int { return *p }\nfunc g() int { i := 0; p := &i; return *f(&p) }"
    assert _moved(analysed(text, "1.4").texts) == ["i"]
    assert _moved(analysed(text, "1.5").texts) == []


@pytest.mark.parametrize("release", RELEASES)
def test_elements_of_a_slice_literal_escape_with_it_from_1_5(analysed: Analyse, release: str) -> None:
    found = analysed("func f() int { i := 0; s := []*int{&i}; return len(s) }", release)
    assert _moved(found.texts) == (["i"] if release == "1.4" else [])


@pytest.mark.parametrize("release", RELEASES)
def test_what_a_variadic_argument_holds_escapes_with_it_from_1_6(analysed: Analyse, release: str) -> None:
    found = analysed("func g(p ...*int) {}\nfunc f() { i := 0; g(&i) }", release)
    assert _moved(found.texts) == (["i"] if release in ("1.4", "1.5") else [])


@pytest.mark.parametrize("release", RELEASES)
def test_a_slice_cut_in_place_is_no_flow_from_1_5(analysed: Analyse, release: str) -> None:
    found = analysed("type b struct{ s []byte }\nfunc (x *b) cut(n int) { x.s = x.s[n:] }", release)
    new = ["(*b).cut ignoring self-assignment to x.s", "(*b).cut x does not escape"]
    assert found.texts == (["leaking param: x"] if release == "1.4" else new)


@pytest.mark.parametrize("release", RELEASES)
def test_large_variables_are_moved_last_of_all_in_1_4(analysed: Analyse, release: str) -> None:
    found = analysed(
        "func f() byte { var a [11 << 20]byte; return a[1] }\nvar x *int\nfunc g(p *int) { x = p }", release
    )
    order = ["moved to heap: a", "leaking param: p"]
    assert found.texts == (order[::-1] if release == "1.4" else order)


@pytest.mark.parametrize("release", RELEASES)
def test_a_large_literal_behind_a_pointer_is_on_the_heap_from_1_7(analysed: Analyse, release: str) -> None:
    found = analysed("func f() { p := &[1 << 16]byte{}; p[0] = 1 }", release)
    label = "&[65536]byte literal"
    assert found.texts == [f"{label} escapes to heap" if release in NEW else f"f {label} does not escape"]


@pytest.mark.parametrize("release", RELEASES)
def test_the_address_is_named_before_the_variable_from_1_7(analysed: Analyse, release: str) -> None:
    found = analysed("func f() *int { i := 0; return &i }", release)
    order = ["&i escapes to heap", "moved to heap: i"]
    assert found.texts == (order if release in NEW else order[::-1])


@pytest.mark.parametrize("release", RELEASES)
def test_a_value_is_said_to_escape_once_from_1_7(analysed: Analyse, release: str) -> None:
    found = analysed("var x, y *int\nfunc f() { p := new(int); x = p; y = p }", release)
    assert found.texts == ["new(int) escapes to heap"] * (1 if release in NEW else 2)


@pytest.mark.parametrize("release", RELEASES)
def test_literals_are_walked_before_the_function_around_them_until_1_6(analysed: Analyse, release: str) -> None:
    found = analysed("func f(a *int) { func(b *int) {}(nil) }", release)
    order = [text.split()[1] for text in found.texts if text.split()[1] in "ab"]
    assert order == (["a", "b"] if release in NEW else ["b", "a"])


@pytest.mark.parametrize("release", RELEASES)
def test_uintptr_parameters_of_assembly_are_noted_from_1_6(analysed: Analyse, release: str) -> None:
    found = analysed("func f(a uintptr, _ *int)\nfunc g(uintptr)", release)
    said = ["f assuming a is unsafe uintptr", "g assuming arg#1 is unsafe uintptr"]
    assert found.texts == ([] if release in ("1.4", "1.5") else said)


@pytest.mark.parametrize("release", RELEASES)
def test_the_pragma_uintptrescapes_is_heeded_from_1_7(analysed: Analyse, release: str) -> None:
    text = (
        'import "unsafe"\n//go:uintptrescapes\nfunc f(a uintptr, more ...uintptr) {}\n'
        "func g() { i, j := 0, 0; f(uintptr(unsafe.Pointer(&i)), uintptr(unsafe.Pointer(&j))) }"
    )
    found = analysed(text, release)
    notes = [text for text in found.texts if "marking" in text]
    held_by_heap = ["j"] if release in ("1.4", "1.5") else []
    expected = ["i", "j"] if release in NEW else held_by_heap
    assert _moved(found.texts) == expected
    said = ["f marking a as escaping uintptr", "f marking more as escaping ...uintptr"]
    assert notes == (said if release in NEW else [])


@pytest.mark.parametrize("release", RELEASES)
def test_what_a_called_closure_captured_may_come_back_from_1_7(analysed: Analyse, release: str) -> None:
    found = analysed("func f(g func() *int) *int { return g() }", release)
    said = "leaking param: g to result ~r1 level=1" if release in NEW else "f g does not escape"
    assert found.texts == [said]


@pytest.mark.parametrize("release", RELEASES)
def test_an_assertion_to_a_number_lets_nothing_flow_from_1_7(analysed: Analyse, release: str) -> None:
    found = analysed("var x interface{}\nfunc f(v interface{}) { x = v.(int) }", release)
    assert ("leaking param: v" in found.texts) == (release not in NEW)


@pytest.mark.parametrize("release", RELEASES)
def test_roots_are_walked_until_they_settle_in_1_8(analysed: Analyse, release: str) -> None:
    found = analysed("func f(s []int) *int { for _, x := range s { return &x }; return nil }", release)
    assert found.texts.count("mark escaped content: s") == {"1.4": 0, "1.5": 1, "1.6": 1, "1.7": 1, "1.8": 2}[release]


@pytest.mark.parametrize("release", RELEASES)
def test_range_over_a_pointer_to_an_array_loads_from_1_5(analysed: Analyse, release: str) -> None:
    found = analysed("func f(a *[2]*int) *int { for _, p := range a { return p }; return nil }", release)
    said = "leaking param: a to result ~r1" if release == "1.4" else "leaking param: a to result ~r1 level=1"
    assert found.texts == [said]
