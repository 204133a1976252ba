"""A mechanism is data: what there is to choose stands in its type, and its documentation says what the choices are."""

import dataclasses
import re
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from gcsim.collector import ERAS
from gcsim.mechanisms import Mechanisms

HINTS = get_type_hints(Mechanisms)
NAMES = [field.name for field in dataclasses.fields(Mechanisms)]


@pytest.mark.parametrize("name", NAMES)
def test_a_mechanism_is_a_word_from_a_list_a_number_or_a_flag(name: str) -> None:
    hint = HINTS[name]
    assert get_origin(hint) is Literal or hint in (int, bool)


@pytest.mark.parametrize("name", NAMES)
def test_the_documentation_lists_the_choices_that_the_type_has(name: str) -> None:
    entry = re.search(rf"^    {name} : (.*)$", Mechanisms.__doc__ or "", re.MULTILINE)
    assert entry is not None
    if get_origin(HINTS[name]) is Literal:
        assert tuple(re.findall(r'"(\w+)"', entry[1])) == get_args(HINTS[name])
    else:
        assert entry[1] == HINTS[name].__name__


@pytest.mark.parametrize("name", NAMES)
def test_every_choice_but_those_of_other_releases_was_made_by_some_release_or_is_none(name: str) -> None:
    hint = HINTS[name]
    if get_origin(hint) is not Literal or name in {"preemption", "stack_growth"}:
        return
    made = {getattr(row, name) for row in ERAS.values()}
    assert set(get_args(hint)) - made <= {"none"}


def test_a_row_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ERAS["1.8"].oblets = False  # type: ignore[misc]


def test_a_row_has_no_defaults_to_forget() -> None:
    assert all(field.default is dataclasses.MISSING for field in dataclasses.fields(Mechanisms))
