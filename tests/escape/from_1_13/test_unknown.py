"""What cannot be decided is on the heap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.escape.from_1_13.reading import find, placed

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'package p\n\nimport "example.org/unknown"\n\n'


@pytest.mark.parametrize(
    "body",
    [
        "unknown.Call(&x)",
        "unknown.Call(1, nil, &x)",
        "unknown.Call(unknown.Type{&x})",
        "unknown.Value.Method(&x)",
        "unknown.Value = &x",
        "y := unknown.Type{&x}\n\t_ = y",
        "go unknown.Call(&x)",
        "defer unknown.Call(&x)",
        "f := unknown.Call\n\tf(&x)",
        "unknown.Value.Field[0].m(&x)",
    ],
)
def test_what_goes_to_the_unknown_escapes(tmp_path: Path, body: str) -> None:
    found = find(tmp_path, f"{HEAD}func f() {{\n\tx := 1\n\t{body}\n}}\n")
    assert placed(found, "x").place == "heap"


@pytest.mark.parametrize("type_", ["unknown.Type", "*unknown.Type", "[]unknown.Type", "struct{ a unknown.Type }"])
def test_a_value_of_an_unknown_type_may_hold_pointers(tmp_path: Path, type_: str) -> None:
    found = find(tmp_path, f"{HEAD}var s {type_}\n\nfunc f(x {type_}) {{ s = x }}\n")
    assert [each.text for each in found.diagnostics] == ["leaking param: x"]


def test_a_function_in_another_language_keeps_what_it_is_passed(tmp_path: Path) -> None:
    found = find(tmp_path, "package p\n\nfunc other(p *int)\n\nfunc f() {\n\tx := 1\n\tother(&x)\n}\n")
    assert placed(found, "x").place == "heap"


def test_each_function_gets_what_its_parameters_leak(tmp_path: Path) -> None:
    from gcsim.escape.from_1_13 import escapes  # noqa: PLC0415
    from gcsim.escape.types.model import Leak  # noqa: PLC0415
    from tests.escape.from_1_13.reading import read  # noqa: PLC0415

    path = tmp_path / "p.go"
    path.write_text(
        "package p\nvar s *int\ntype T struct{ p *int }\n"
        "func (t *T) f(a *int, b **int, n int, _ *int) (*int, *int) { s = *b; return t.p, a }\n"
        "func g(a *int) { s = a }\n"
        "func h(*int)\n"
        "//go:noescape\nfunc i(*int)\n"
    )
    package = read(path)
    escapes(package, "1.19")
    assert {function.name: function.leaks for function in package.functions} == {
        "f": (Leak(None, ((0, 1),)), Leak(None, ((1, 0),)), Leak(1), Leak(), Leak()),
        "g": (Leak(0),),
        "h": (Leak(0),),
        "i": (Leak(),),
    }
