"""How a run kept its pause budget."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.analysis.budget import compliance, stopped_in_window_ns
from tests.analysis.conftest import MakeRecording

MS = 10**6

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 20)), min_size=1, max_size=10)


@given(SPANS, st.integers(1, 60))
def test_the_most_stopped_of_the_windows_that_end_with_a_stop_is_that_of_all_windows(
    spans: list[tuple[int, int]], window: int
) -> None:
    begins, ends, now = [], [], 0
    for gap, length in spans:
        begins.append(now + gap)
        now += gap + length
        ends.append(now)
    stopped = np.zeros(now + 2 * window, np.int64)
    for begin, end in zip(begins, ends, strict=True):
        stopped[window + begin : window + end] = 1
    by_hand = max(int(stopped[at : at + window].sum()) for at in range(now + window))
    assert stopped_in_window_ns(begins, ends, window).max() == by_hand


def test_a_collection_is_over_the_budget_where_its_two_stops_fall_into_one_window(
    make_recording: MakeRecording,
) -> None:
    # Two collections with two stops of 6 ms each: 10 ms apart in the first, 44 in the second.
    begins = [0, 16 * MS, 200 * MS, 250 * MS]
    recording = make_recording(
        pauses={"cycle": [1, 1, 2, 2], "requested_ns": begins, "end_ns": [begin + 6 * MS for begin in begins]},
        cycles={"cycle": [1, 2]},
    )
    found = compliance(recording, pause_ns=10 * MS, window_ns=50 * MS)
    assert (found["cycles_over_share"], found["stopped_ns"]) == (0.5, 12 * MS)
    assert (found["longest_indivisible_ns"], found["attainable"]) == (None, None)


@pytest.mark.parametrize(("last", "attainable"), [(9 * MS, True), (11 * MS, False)])
def test_a_last_stop_longer_than_the_pause_makes_the_budget_unattainable(
    make_recording: MakeRecording, last: int, attainable: object
) -> None:
    recording = replace(make_recording(), last_stop_ns=last)
    found = compliance(recording, pause_ns=10 * MS, window_ns=50 * MS)
    assert (found["longest_indivisible_ns"], found["attainable"]) == (last, attainable)


def test_a_run_without_stops_has_nothing_to_say(make_recording: MakeRecording) -> None:
    found = compliance(make_recording(), pause_ns=10 * MS, window_ns=50 * MS)
    assert (found["cycles_over_share"], found["stopped_ns"]) == (None, None)
