import pytest

from gcsim.escape.findings import Placement, Step
from gcsim.escape.output.wording import chain, sentence
from gcsim.escape.syntax.nodes import BasicLiteral
from gcsim.escape.syntax.positions import NOWHERE, pack
from tests.escape.output.handmade import at, function, variable

MAIN = function("main", 10)


def made(place: str, reason: str, *path: Step, label: str = "&T{}") -> Placement:
    literal = BasicLiteral(at(6, 3), "int", "0")
    return Placement(literal, literal.position, label, MAIN, place, reason, list(path))  # type: ignore[arg-type]  # one of three


def test_the_way_of_a_returned_address_is_told_in_one_line() -> None:
    path = [Step("~r0", "address-of", at(8, 9)), Step("~r0", "return", at(8, 2))]
    assert sentence(made("heap", "returned", *path, label="x")) == "x → ~r0 → heap: returned by address at line 8"


def test_what_is_returned_by_a_variable_that_held_its_address_is_returned_by_value() -> None:
    path = [Step("p", "address-of", at(7, 7)), Step("p", "assign", at(7, 4)), Step("~r0", "return", at(8, 2))]
    assert sentence(made("heap", "returned", *path, label="x")) == "x → p → ~r0 → heap: returned at line 8"


def test_a_station_between_is_named_as_the_value_that_it_is() -> None:
    path = [Step("{storage for ... argument}", "spill", at(6, 3)), Step("heap", "call parameter", at(6, 13))]
    assert chain(made("heap", "passed on", *path)) == "&T{} → ... argument → heap"


@pytest.mark.parametrize("position", [NOWHERE, pack(2, 3, 4), at(6, 9)])
def test_no_line_is_told_for_what_happens_in_another_file_or_where_the_value_stands(position: int) -> None:
    assert sentence(made("heap", "sent", Step("heap", "send", position))) == "&T{} → heap: sent on a channel"


def test_what_only_leads_to_a_value_is_neither_station_nor_reason() -> None:
    path = [
        Step("... argument", "arg to ...", at(6, 3)),
        Step("*(... argument)", "indirection", at(6, 3)),
        Step("... argument", "passed to call[argument content escapes]", at(13, 3)),
    ]
    assert sentence(made("heap", "it escapes", *path, label="i")) == (
        "i → ... argument → heap: passed to a call that may keep what it points to at line 13"
    )


def test_the_address_of_a_value_is_no_station_of_its_own() -> None:
    path = [Step("&x", "address-of", at(8, 9)), Step("~r0", "return", at(8, 2)), Step(".sink", "", NOWHERE)]
    assert sentence(made("heap", "its address escapes", *path, label="x")) == (
        "x → ~r0 → heap: returned by address at line 8"
    )


def test_a_step_that_stands_at_a_declaration_above_does_not_name_the_line() -> None:
    path = [Step("&x", "address-of", at(15, 9)), Step("~r0", "return", at(5, 6)), Step("u", "use", at(16, 2))]
    assert sentence(made("heap", "its address escapes", *path, label="x")).endswith(": returned at line 15")


def test_what_goes_where_nobody_can_follow_is_said_so() -> None:
    made_there = made(
        "heap", "it escapes", Step(".sink", "assigned to top level variable", NOWHERE), label="func literal"
    )
    assert sentence(made_there) == "func literal → heap: used by a goroutine, or by a deferred call of a loop"


def test_what_has_no_name_is_no_station() -> None:
    path = [Step("{temp}", "address-of", at(6, 3)), Step(".autotmp_2", "assign", at(6, 3))]
    assert chain(made("heap", "reaches the heap", *path)) == "&T{} → heap"


def test_a_reason_without_a_way_stands_as_it_is_or_in_plain_words() -> None:
    assert sentence(made("heap", "channels are always on the heap", label="make(chan int)")) == (
        "make(chan int) → heap: channels are always on the heap"
    )
    assert sentence(made("heap", "too large for stack")) == "&T{} → heap: too large for the stack"


def test_what_stays_is_told_why_it_may() -> None:
    assert sentence(made("stack", "does not escape")) == (
        "&T{} is on the stack: nothing that outlives the call gets its address"
    )
    assert sentence(made("data segment", "a constant", label="3")) == "3 is in the data segment: a constant"


@pytest.mark.parametrize(
    ("address_taken", "captured", "told"),
    [
        (False, False, "its address is never taken"),
        (True, False, "nothing that outlives the call gets its address"),
        (False, True, "nothing that outlives the call gets its address"),
    ],
)
def test_a_variable_without_an_address_cannot_escape(*, address_taken: bool, captured: bool, told: str) -> None:
    x = variable("x", 11, 2, MAIN)
    x.address_taken, x.captured = address_taken, captured
    assert sentence(Placement(x, x.position, "x", MAIN, "stack", "does not escape")) == f"x is on the stack: {told}"
