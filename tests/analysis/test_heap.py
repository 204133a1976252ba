"""The size of the heap."""

from collections.abc import Callable

import numpy as np

from gcsim.analysis import heap_at, heap_bytes
from gcsim.recording import Recording

MakeRecording = Callable[..., Recording]


def test_the_heap_in_three_numbers_is_as_recorded(make_recording: MakeRecording) -> None:
    assert heap_bytes(make_recording()) == {"live": 100, "peak": 300, "goal": 200}


def test_the_heap_is_linear_between_its_corners(make_recording: MakeRecording) -> None:
    recording = make_recording(heap={"time_ns": [0, 10, 10, 30], "live_bytes": [100, 200, 120, 140]})
    assert heap_at(recording, [0, 5, 10, 20, 30]).tolist() == [100, 150, 120, 130, 140]


def test_outside_its_corners_the_heap_is_unknown(make_recording: MakeRecording) -> None:
    recording = make_recording(heap={"time_ns": [10, 20], "live_bytes": [100, 200]})
    assert np.isnan(heap_at(recording, [9, 21])).all()
    assert np.isnan(heap_at(make_recording(), [0, 5])).all()
