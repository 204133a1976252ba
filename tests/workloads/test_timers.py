"""Sleepers wake late, by as much as waking takes, and later where no P is free."""

import numpy as np
import pytest

from gcsim.recording.histogram import bucket_bounds
from tests.parts import COSTS
from tests.workloads.runs import recorded


def test_every_goroutine_sleeps_again_and_again() -> None:
    recording = recorded("timers", duration="500ms", goroutines=100, period="10ms")
    assert recording.ops == pytest.approx(100 * 49.5, rel=0.03)  # the first sleep is half a period on average


def test_a_goroutine_on_an_idle_machine_is_late_by_what_waking_takes() -> None:
    recording = recorded("timers", duration="500ms", goroutines=1, period="10ms")
    least = round(COSTS.instruction_ns["timer"]) + round(COSTS.thread_wake_ns)
    late = recording.latency.cause_ns.sum() / recording.ops
    assert least <= late < 4 * COSTS.thread_wake_ns


def test_goroutines_that_compute_make_each_other_late() -> None:
    def p99(work: str | int) -> int:
        counts = recorded("timers", ps=1, duration="500ms", goroutines=40, period="10ms", work=work).latency.counts
        return int(bucket_bounds()[np.searchsorted(np.cumsum(counts), 0.99 * counts.sum())])

    assert p99("200us") > 100_000 > 8 * p99(0)
