"""The step function that curves of utilization are computed from."""

from collections.abc import Callable

import numpy as np

from gcsim.analysis.utilization import pause_steps, recording_pauses, steps
from gcsim.recording import Recording

MakeRecording = Callable[..., Recording]


def test_what_is_collected_until_an_instant_is_exact() -> None:
    of = steps([20, 30, 35], [1, 2, 0], gomaxprocs=2, span_ns=(0, 100))
    assert of.until(np.array([0, 20, 25, 30, 33, 35, 100])).tolist() == [0, 0, 5, 10, 16, 20, 20]
    assert of.until(np.array([], np.int64)).tolist() == []


def test_a_step_before_the_span_goes_on_in_it_and_one_behind_is_left_out() -> None:
    of = steps([5, 15, 98, 120], [2, 0, 1, 2], gomaxprocs=2, span_ns=(10, 100))
    assert (of.edges.tolist(), of.levels.tolist()) == ([10, 15, 98], [2, 0, 1])
    assert (of.begins.tolist(), of.ends.tolist()) == ([10, 98], [15])


def test_the_longest_stop_is_the_longest_time_with_all_ps_collecting() -> None:
    assert steps([10, 20, 70, 75], [2, 1, 2, 0], gomaxprocs=2, span_ns=(0, 100)).longest_stop_ns == 10
    assert steps([10], [1], gomaxprocs=2, span_ns=(0, 100)).longest_stop_ns == 0
    assert pause_steps([10, 90], [20, 120], span_ns=(0, 100)).longest_stop_ns == 10


def test_a_stop_of_a_recording_counts_from_its_request(make_recording: MakeRecording) -> None:
    recording = make_recording(end_ns=100, pauses={"requested_ns": [10], "stopped_ns": [15], "end_ns": [20]})
    of = recording_pauses(recording)
    assert (of.gomaxprocs, of.collected_at_end.tolist()) == (1, [10])
