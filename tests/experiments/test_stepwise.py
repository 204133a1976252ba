"""The way from the first release to the last, one mechanism at a time."""

from itertools import pairwise

import pytest

from experiments.stepwise import State, states, steps
from gcsim.collector import ERAS, era


def test_the_steps_of_two_releases_are_the_fields_in_which_their_rows_differ() -> None:
    for old, new in pairwise(ERAS):
        before, after = ERAS[old], ERAS[new]
        named = [field for step in steps() if step.go == new for field in step.fields]
        assert sorted(named) == sorted(f for f in before.__slots__ if getattr(before, f) != getattr(after, f))
        for step in steps():
            if step.go == new:
                assert step.old == tuple(getattr(before, field) for field in step.fields)
                assert step.new == tuple(getattr(after, field) for field in step.fields)


def test_only_what_a_concurrent_mark_needs_changes_together_with_it() -> None:
    together = {step.fields for step in steps() if len(step.fields) > 1}
    assert together == {("mark", "write_barrier", "assist", "pacer")}


def test_sweeping_and_the_mark_change_before_all_else() -> None:
    first = [step.fields[0] for step in steps() if step.go == "1.5" and step.fields]
    assert first[:2] == ["sweep", "mark"]


def test_every_release_is_reached_and_its_own_code_comes_last() -> None:
    last = {step.go: step.fields for step in steps()}
    assert last == dict.fromkeys(["1.5", "1.6", "1.7", "1.8"], ())


def test_the_states_begin_and_end_with_a_plain_release_and_pass_all_others() -> None:
    passed = states()
    assert len(passed) == len(steps()) + 1
    assert [state.go for state in passed if not state.mechanisms] == list(ERAS)
    assert not passed[0].mechanisms
    assert not passed[-1].mechanisms


def test_what_a_step_changes_lies_between_its_states() -> None:
    for step, (before, after) in zip(steps(), pairwise(states()), strict=True):
        if step.fields:
            assert before.go == after.go
            assert after.mechanisms == {**before.mechanisms, **dict(zip(step.fields, step.new, strict=True))}
        else:
            assert era(before.go, before.mechanisms) == ERAS[after.go]


@pytest.mark.parametrize("state", states(), ids=lambda state: f"{state.go}-{len(state.mechanisms)}")
def test_no_state_contradicts_itself_or_marks_beside_a_program_that_pays_nothing(state: State) -> None:
    row = era(state.go, state.mechanisms)
    assert row.mark == "stop_the_world" or row.assist != "none"
