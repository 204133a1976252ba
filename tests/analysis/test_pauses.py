"""Pauses by stop and by cycle."""

from collections.abc import Callable

import numpy as np
import pytest

from gcsim.analysis import cycle_pauses_ns, distribution, stops_ns
from gcsim.recording import Recording
from gcsim.vocabulary import StopPhase

MakeRecording = Callable[..., Recording]

# Cycles 4 and 5 are complete, 6 is in flight: only its first stop has happened.
STOPS = {
    "cycle": [4, 4, 5, 5, 6],
    "phase": [1, 2, 1, 2, 1],
    "requested_ns": [0, 100, 200, 300, 400],
    "stopped_ns": [5, 105, 205, 305, 405],
    "end_ns": [10, 130, 220, 390, 450],
}


def test_the_pause_of_a_cycle_is_the_sum_of_its_stops_from_the_request_on(make_recording: MakeRecording) -> None:
    recording = make_recording(pauses=STOPS, cycles={"cycle": [4, 5]})
    assert cycle_pauses_ns(recording).tolist() == [40, 110]


def test_a_cycle_in_flight_has_no_pause_yet_but_its_stop_counts_as_a_stop(make_recording: MakeRecording) -> None:
    recording = make_recording(pauses=STOPS, cycles={"cycle": [4, 5]})
    assert len(cycle_pauses_ns(recording)) == 2
    assert stops_ns(recording, StopPhase.SWEEP_TERMINATION).tolist() == [10, 20, 50]
    assert stops_ns(recording, StopPhase.MARK_TERMINATION).tolist() == [30, 90]
    assert stops_ns(recording, StopPhase.WHOLE_CYCLE).tolist() == []


def test_stops_of_a_cycle_before_the_recorded_ones_belong_to_no_pause(make_recording: MakeRecording) -> None:
    recording = make_recording(pauses=STOPS, cycles={"cycle": [5, 6]})
    assert cycle_pauses_ns(recording).tolist() == [110, 50]


def test_a_cycle_sliced_into_many_stops_adds_them_all(make_recording: MakeRecording) -> None:
    stops = {"cycle": [1] * 5, "phase": [2] * 5, "requested_ns": range(0, 50, 10), "end_ns": range(3, 53, 10)}
    assert cycle_pauses_ns(make_recording(pauses=stops, cycles={"cycle": [1]})).tolist() == [15]


def test_a_run_without_collections_has_no_pauses(make_recording: MakeRecording) -> None:
    assert cycle_pauses_ns(make_recording()).tolist() == []


def test_quantiles_are_exact_and_interpolated_linearly() -> None:
    found = distribution(np.array([40, 10, 30, 20]))
    expected = {"p50": 25.0, "p90": 37.0, "p99": 39.7, "max": 40, "total": 100, "n": 4}
    assert found == pytest.approx(expected)


def test_an_empty_sample_has_a_size_and_a_total_but_no_quantiles() -> None:
    found = distribution(np.array([], np.int64))
    assert found == {"p50": None, "p90": None, "p99": None, "max": None, "total": 0, "n": 0}
