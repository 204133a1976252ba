"""The share of the processors that collections take."""

from collections.abc import Callable

import pytest

from gcsim.analysis import gc_cpu_fraction
from gcsim.recording import Recording
from gcsim.vocabulary import PState

MakeRecording = Callable[..., Recording]


@pytest.mark.parametrize(
    "state",
    [PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.ROOT_SCAN, PState.STOPPING, PState.STOPPED],
)
def test_marking_and_stops_count(state: PState, make_recording: MakeRecording) -> None:
    recording = make_recording(p_time_ns={PState.MUTATOR: 750, state: 250})
    assert gc_cpu_fraction(recording) == 0.25


@pytest.mark.parametrize(
    "state",
    [
        PState.IDLE_WORKER,
        PState.SWEEP,
        PState.SCHEDULING,
        PState.SYSCALL,
        PState.IDLE,
        PState.DESCHEDULED,
    ],
)
def test_idle_marking_sweeping_and_the_rest_do_not_count(state: PState, make_recording: MakeRecording) -> None:
    recording = make_recording(p_time_ns={PState.ASSIST: 10, PState.MUTATOR: 40, state: 50})
    assert gc_cpu_fraction(recording) == 0.1


def test_a_recording_without_time_has_no_fraction(make_recording: MakeRecording) -> None:
    assert gc_cpu_fraction(make_recording(end_ns=0)) is None
