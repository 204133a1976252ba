"""Minimum mutator utilization of cases whose answer is known."""

import time
from collections.abc import Callable

import numpy as np
import pytest

from gcsim.analysis import mmu, pause_mmu, recording_mmu
from gcsim.recording import Recording

MakeRecording = Callable[..., Recording]


def test_without_a_collector_the_program_has_all_of_every_window() -> None:
    assert mmu([], [], gomaxprocs=4, span_ns=(0, 50), windows_ns=[1, 50]).tolist() == [1.0, 1.0]


def test_a_window_no_longer_than_a_stop_leaves_exactly_nothing() -> None:
    found = mmu([10, 13], [3, 0], gomaxprocs=3, span_ns=(0, 100), windows_ns=[1, 3, 4])
    assert found.tolist() == [0.0, 0.0, 0.25]


def test_the_window_of_the_whole_recording_gives_the_mean() -> None:
    found = mmu([10, 20, 60], [1, 2, 0], gomaxprocs=4, span_ns=(0, 100), windows_ns=100)
    assert found.tolist() == [1 - (10 * 1 + 40 * 2) / 400]


def test_a_window_longer_than_the_recording_has_no_value() -> None:
    found = mmu([10], [1], gomaxprocs=1, span_ns=(0, 100), windows_ns=[101, 100])
    assert np.isnan(found).tolist() == [True, False]


def test_the_worst_window_may_end_with_a_pause_although_none_begins_with_one() -> None:
    # A long light phase before a short stop: the window of 40 that ends with the stop holds the most of both.
    found = mmu([0, 50, 60], [1, 2, 0], gomaxprocs=2, span_ns=(0, 200), windows_ns=40)
    assert found.tolist() == [1 - (30 * 1 + 10 * 2) / 80]


def test_steps_outside_the_recorded_window_are_cut_off() -> None:
    steps = [5, 15, 98, 120], [2, 0, 1, 2]
    found = mmu(*steps, gomaxprocs=2, span_ns=(10, 100), windows_ns=[5, 90])
    assert found.tolist() == [0.0, 1 - (5 * 2 + 2 * 1) / 180]


def test_of_steps_at_one_instant_the_last_holds() -> None:
    found = mmu([10, 10, 20], [2, 1, 0], gomaxprocs=2, span_ns=(0, 30), windows_ns=5)
    assert found.tolist() == [0.5]


def test_pauses_that_touch_are_one_longer_pause() -> None:
    found = pause_mmu([10, 20], [20, 30], span_ns=(0, 100), windows_ns=[20, 40])
    assert found.tolist() == [0.0, 0.5]


def test_two_pauses_close_together_are_worse_than_their_longest() -> None:
    # The 8 ns between them are all that a window over both leaves.
    found = pause_mmu([100, 118], [110, 128], span_ns=(0, 1000), windows_ns=28)
    assert found.tolist() == [8 / 28]


@pytest.mark.parametrize(
    ("steps", "levels", "windows", "complaint"),
    [
        ([20, 10], [1, 0], [5], "order of time"),
        ([10, 20], [3, 0], [5], "between 0 and 2"),
        ([10, 20], [-1, 0], [5], "between 0 and 2"),
        ([10, 20], [1, 0], [5, 0], "longer than 0 ns"),
    ],
)
def test_what_is_no_utilization_is_refused(
    steps: list[int], levels: list[int], windows: list[int], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        mmu(steps, levels, gomaxprocs=2, span_ns=(0, 100), windows_ns=windows)


def test_pauses_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="order of time"):
        pause_mmu([10, 15], [20, 30], span_ns=(0, 100), windows_ns=5)


def test_a_recording_is_read_with_its_own_ps_and_window(make_recording: MakeRecording) -> None:
    recording = make_recording(
        start_ns=100, end_ns=200, utilization={"time_ns": [90, 110, 150, 160], "collecting_ps": [1, 0, 2, 0]}
    )
    assert recording_mmu(recording, [10, 100]).tolist() == [0.0, 1 - (10 * 1 + 10 * 2) / 200]


def test_of_a_recording_the_stops_alone_can_be_asked_for(make_recording: MakeRecording) -> None:
    recording = make_recording(
        start_ns=100,
        end_ns=200,
        pauses={"requested_ns": [95, 150], "end_ns": [105, 160]},
        utilization={"time_ns": [110], "collecting_ps": [2]},
    )
    assert recording_mmu(recording, [5, 20, 100], stops_only=True).tolist() == [0.0, 0.5, 0.85]


def test_windows_may_come_in_any_order_and_twice() -> None:
    found = pause_mmu([10], [20], span_ns=(0, 100), windows_ns=[40, 20, 101, 20])
    np.testing.assert_array_equal(found, [0.75, 0.5, np.nan, 0.5])


def test_the_worst_of_all_windows_is_found_among_many() -> None:
    # Enough steps for all sizes of groups, against the windows at all edges.
    rng = np.random.default_rng(7)
    times = np.cumsum(rng.integers(0, 500, 60_000))
    levels = rng.integers(0, 5, 60_000)
    end = int(times[-1])
    collected = np.concatenate(([0], np.cumsum(levels[:-1] * np.diff(times))))
    windows = [50, 400, 3_000, 3_100, 40_000, 900_000, end - int(times[0])]
    expected = []
    for window in windows:
        begins = np.concatenate((times, times - window))
        begins = begins[(begins >= times[0]) & (begins + window <= end)]
        most = (np.interp(begins + window, times, collected) - np.interp(begins, times, collected)).max()
        expected.append(1 - most / (4 * window))
    found = mmu(times, levels, gomaxprocs=4, span_ns=(int(times[0]), end), windows_ns=windows)
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12)


def test_a_curve_of_a_million_pauses_takes_a_second_or_so() -> None:
    rng = np.random.default_rng(1)
    times = np.cumsum(rng.exponential([[1e6, 1e5]] * 1_000_000).astype(np.int64).ravel() + 1)
    windows = np.geomspace(1e4, 1e10, 30).astype(np.int64)
    seconds = []
    for _ in range(3):
        began = time.process_time()
        found = pause_mmu(times[::2], times[1::2], span_ns=(0, int(times[-1])), windows_ns=windows)
        seconds.append(time.process_time() - began)
        if seconds[-1] < 1:
            break
    assert min(seconds) < 2  # 0.6 s on an idle machine; others may be at work on this one
    assert found[0] == 0.0
    assert 0.8 < found[-1] < 0.91
