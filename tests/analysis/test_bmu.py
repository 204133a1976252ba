"""Bounded mutator utilization of cases whose answer is known."""

import time
from collections.abc import Callable

import numpy as np
import pytest

from gcsim.analysis import bmu, mmu, pause_bmu, pause_mmu, recording_bmu
from gcsim.recording import Recording

MakeRecording = Callable[..., Recording]


def test_without_a_collector_the_program_can_rely_on_all_of_every_window() -> None:
    assert bmu([], [], gomaxprocs=4, span_ns=(0, 50), windows_ns=[1, 50]).tolist() == [1.0, 1.0]


def test_a_longer_window_with_two_pauses_bounds_the_shorter_with_one() -> None:
    # 20 ns from 10 to 30 hold one pause and a half; the 22 ns of both pauses leave 2 of them.
    pauses = [10, 21], [20, 32]
    assert pause_mmu(*pauses, span_ns=(0, 100), windows_ns=[12, 22]).tolist() == [1 / 12, 1 / 22]
    assert pause_bmu(*pauses, span_ns=(0, 100), windows_ns=[12, 22]).tolist() == [1 / 22, 1 / 22]


def test_where_mmu_rises_steadily_bmu_is_the_same() -> None:
    one = {"gomaxprocs": 1, "span_ns": (0, 100), "windows_ns": [5, 10, 20, 50, 100]}
    assert bmu([40, 50], [1, 0], **one).tolist() == mmu([40, 50], [1, 0], **one).tolist()  # type: ignore[arg-type]


def test_a_worst_window_may_reach_to_the_end_of_the_recording() -> None:
    assert pause_bmu([10, 90], [20, 100], span_ns=(0, 100), windows_ns=[85]).tolist() == [0.7777777777777778]


def test_windows_may_come_in_any_order_and_twice() -> None:
    found = pause_bmu([10, 21], [20, 32], span_ns=(0, 100), windows_ns=[100, 12, 101, 12])
    np.testing.assert_array_equal(found, [0.79, 1 / 22, np.nan, 1 / 22])


def test_the_steps_and_windows_of_a_bmu_are_checked_as_those_of_an_mmu() -> None:
    with pytest.raises(ValueError, match="order of time"):
        bmu([20, 10], [1, 0], gomaxprocs=1, span_ns=(0, 100), windows_ns=5)
    with pytest.raises(ValueError, match="longer than 0 ns"):
        pause_bmu([10], [20], span_ns=(0, 100), windows_ns=0)


def test_of_a_recording_either_all_collecting_counts_or_the_stops_alone(make_recording: MakeRecording) -> None:
    recording = make_recording(
        start_ns=100,
        end_ns=200,
        pauses={"requested_ns": [110], "end_ns": [120]},
        utilization={"time_ns": [110, 120, 150], "collecting_ps": [2, 1, 0]},
    )
    assert recording_bmu(recording, [20, 40]).tolist() == [0.25, 0.375]
    assert recording_bmu(recording, [20, 40], stops_only=True).tolist() == [0.5, 0.75]


def test_the_densest_of_all_pairs_is_found_among_many() -> None:
    # Enough pauses for all sizes of groups, and a span of many windows, so that floats are compared piece by piece.
    rng = np.random.default_rng(7)
    times = np.cumsum(rng.integers(1, 500, 10_000))
    begins, ends = times[::2], times[1::2]
    stopped = np.concatenate(([0], np.cumsum(ends - begins)))
    windows = [700, 3_000, 40_000]
    lengths = ends[None, :] - begins[:, None]
    densities = (stopped[None, 1:] - stopped[:-1, None]) / np.maximum(lengths, 1)
    expected = [1 - densities[lengths >= window].max() for window in windows]
    span = (0, int(times[-1]))
    exactly = pause_mmu(begins, ends, span_ns=span, windows_ns=windows)
    found = pause_bmu(begins, ends, span_ns=span, windows_ns=windows)
    np.testing.assert_allclose(found, np.minimum(exactly, expected), rtol=0, atol=1e-12)


def test_pauses_at_regular_times_are_all_equally_bad() -> None:
    begins = np.arange(0, 10_000_000, 1_000)
    found = pause_bmu(begins, begins + 100, span_ns=(0, 10_000_000), windows_ns=[1_000, 5_500, 10_000_000])
    assert found.tolist() == [900 / 1_100, 5_400 / 6_100, 0.9]


def test_a_step_may_be_thousands_of_windows_long() -> None:
    found = bmu([10, 50_010], [1, 0], gomaxprocs=2, span_ns=(0, 100_000), windows_ns=[10, 50_000, 100_000])
    assert found.tolist() == [0.5, 0.5, 0.75]


def test_a_curve_of_a_million_pauses_takes_some_seconds_at_most() -> None:
    rng = np.random.default_rng(1)
    times = np.cumsum(rng.exponential([[1e6, 1e5]] * 1_000_000).astype(np.int64).ravel() + 1)
    windows = np.geomspace(1e4, 1e10, 30).astype(np.int64)
    began = time.process_time()
    found = pause_bmu(times[::2], times[1::2], span_ns=(0, int(times[-1])), windows_ns=windows)
    assert time.process_time() - began < 8
    assert found[0] == 0.0
    assert 0.8 < found[-1] < 0.91
