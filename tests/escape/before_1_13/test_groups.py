"""The search for groups of functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.before_1_13.groups import groups

if TYPE_CHECKING:
    from gcsim.escape.types.model import FunctionObject
    from tests.escape.before_1_13.analysed import Analyse


def _found(analysed: Analyse, text: str) -> list[tuple[list[str], bool]]:
    package = analysed(text).package
    by_name = {function.name: function for function in package.functions}
    calls = {
        function: [by_name[name] for name in _NAMES if f"{name}()" in _body(text, function.name)]
        for function in package.functions
    }
    return [
        ([member.name for member in group.functions], group.recursive)
        for group in groups(package.functions, calls.__getitem__)
    ]


_NAMES = "abcd"


def _body(text: str, name: str) -> str:
    return text.partition(f"func {name}() {{")[2].partition("}")[0]


def test_callees_come_first(analysed: Analyse) -> None:
    assert _found(analysed, "func a() { b(); c() }\nfunc b() { c() }\nfunc c() {}") == [
        (["c"], False),
        (["b"], False),
        (["a"], False),
    ]


def test_functions_that_call_each_other_are_one_group(analysed: Analyse) -> None:
    assert _found(analysed, "func a() { b() }\nfunc b() { c() }\nfunc c() { a(); d() }\nfunc d() {}") == [
        (["d"], False),
        (["a", "b", "c"], True),
    ]


def test_a_function_that_calls_itself_is_a_group_that_recurs(analysed: Analyse) -> None:
    assert _found(analysed, "func a() { a() }\nfunc b() { a() }") == [(["a"], True), (["b"], False)]


def test_a_chain_of_ten_thousand_functions_is_searched_without_recursion(analysed: Analyse) -> None:
    function = analysed("func a() {}").function("a")
    chain: list[FunctionObject] = [
        type(function)(**{name: getattr(function, name) for name in _FIELDS}) for _ in range(10_000)
    ]
    following = dict(zip(chain, [[callee] for callee in chain[1:]] + [[]], strict=True))
    found = list(groups(chain, following.__getitem__))
    assert [group.functions for group in found] == [[member] for member in reversed(chain)]


_FIELDS = ("name", "package", "position", "signature", "receiver", "parameters", "results", "body")
