import pytest

from gcsim.escape.packages.directives import NOTHING, inline_cost, leaks
from gcsim.escape.types.model import Leak


def test_each_parameter_leaks_what_its_part_says_and_the_others_nothing() -> None:
    found = leaks("receiver=1 p=0,result0@1 q=result1@0,result2@3", ["a", "p", "q"], method=True)
    assert found == (Leak(1), NOTHING, Leak(0, ((0, 1),)), Leak(None, ((1, 0), (2, 3))))


def test_parameters_without_a_name_of_their_own_go_by_their_index() -> None:
    assert leaks("#1=0", ["", ""], method=True) == (NOTHING, NOTHING, Leak(0))
    assert leaks("#0=2 receiver=0", ["_", "receiver"], method=False) == (Leak(2), Leak(0))


def test_nothing_said_means_that_nothing_leaks() -> None:
    assert leaks("", ["a"], method=False) == (NOTHING,)


@pytest.mark.parametrize("text", ["b=0", "a=x", "a=result0"])
def test_a_line_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        leaks(text, ["a"], method=False)


def test_the_cost_of_inlining_is_told_for_each_release() -> None:
    assert inline_cost("1.19:72", "1.19") == 72
    assert inline_cost("1.19:72", "1.8") is None
