"""The typical collection of a run."""

from collections.abc import Callable

from gcsim.analysis import cycle_medians
from gcsim.recording import Recording

MakeRecording = Callable[..., Recording]

MS = 1_000_000


def test_medians_are_over_cycles_in_the_units_of_the_log(make_recording: MakeRecording) -> None:
    found = cycle_medians(
        make_recording(
            cycles={
                "cycle": [1, 2, 3],
                "heap_start": [10, 30, 20],
                "heap_end": [11, 31, 21],
                "heap_marked": [5, 15, 10],
                "mark_start_ns": [0, 100 * MS, 200 * MS],
                "mark_end_ns": [5 * MS, 107 * MS, 209 * MS],
                "assist_ns": [MS, 2 * MS, 9 * MS],
                "dedicated_ns": [1 * MS, 2 * MS, 3 * MS],
                "fractional_ns": [10 * MS, 20 * MS, 30 * MS],
                "idle_ns": [0, 0, MS],
            }
        )
    )
    assert found == {
        "heap_start": 20.0,
        "heap_end": 21.0,
        "heap_marked": 10.0,
        "mark_ms": 7.0,
        "assist_ms": 2.0,
        "background_ms": 22.0,
        "idle_ms": 0.0,
    }


def test_forced_collections_are_left_out(make_recording: MakeRecording) -> None:
    cycles = {"cycle": [1, 2], "forced": [True, False], "heap_marked": [7, 9]}
    assert cycle_medians(make_recording(cycles=cycles))["heap_marked"] == 9.0


def test_without_a_collection_that_nobody_forced_there_are_no_medians(make_recording: MakeRecording) -> None:
    found = cycle_medians(make_recording(cycles={"cycle": [1], "forced": [True]}))
    assert set(found.values()) == {None}
