"""The arithmetic of levels, and what a parameter's leaks are packed into."""

import pytest

from gcsim.escape.before_1_13.levels import MIN_LEVEL, exposed, lowered, raised, reaching_result, summary
from gcsim.escape.before_1_13.spots import CONTENT, HEAP, NONE, PARAMETER, RETURNED, SCOPE, Spot
from gcsim.escape.types.model import Leak


def _summary(escape: int) -> Leak:
    spot = Spot(PARAMETER)
    spot.escape = escape
    return summary(spot)


def test_an_address_and_a_dereference_cancel_out() -> None:
    assert raised(*lowered(1, 1)) == (1, 1)


def test_the_least_level_is_never_left() -> None:
    assert lowered(MIN_LEVEL, -1) == (MIN_LEVEL, 0)
    assert raised(MIN_LEVEL, -1) == (MIN_LEVEL, 0)


def test_a_parameter_that_reaches_two_results_keeps_both_levels() -> None:
    escape = reaching_result(RETURNED, 0, 2, 2)
    escape = reaching_result(escape, 2, 0, 0)
    assert _summary(escape) == Leak(results=((0, 2), (2, 0)))


def test_the_least_level_to_a_result_counts() -> None:
    escape = reaching_result(reaching_result(RETURNED, 0, 1, 1), 0, 3, 3)
    assert _summary(escape) == Leak(results=((0, 1),))


def test_a_copy_of_what_was_loaded_is_content_alone() -> None:
    assert _summary(reaching_result(RETURNED, 0, 0, 1)) == Leak(heap=1)


@pytest.mark.parametrize(("index", "level"), [(4, 0), (0, -1)])
def test_what_cannot_be_packed_leaks(index: int, level: int) -> None:
    assert _summary(reaching_result(RETURNED, index, level, 0)) == Leak(heap=0)


def test_levels_beyond_six_are_six() -> None:
    assert _summary(reaching_result(RETURNED, 3, 9, 9)) == Leak(results=((3, 6),))


def test_a_fate_never_becomes_better() -> None:
    assert exposed(HEAP, NONE) == HEAP
    assert exposed(CONTENT | RETURNED, NONE) == CONTENT | RETURNED
    assert exposed(CONTENT | NONE, SCOPE) == SCOPE


def test_a_parameter_that_goes_nowhere_has_an_empty_summary() -> None:
    assert _summary(NONE) == Leak()
    assert _summary(CONTENT | NONE) == Leak(heap=1)
