"""A request that fans out is over when the last of its goroutines is."""

import numpy as np
import pytest

from tests.workloads.runs import recorded


@pytest.mark.parametrize("wait_for", ["wait_group", "channel"])
def test_a_request_takes_as_long_as_its_goroutines_on_the_ps_that_there_are(wait_for: str) -> None:
    """Eight of 100 us each on four Ps."""
    recording = recorded(
        "fanout", ps=4, duration="100ms", callers=1, width=8, work="100us", allocate=0, wait_for=wait_for
    )
    assert recording.latency.cause_ns.sum() / recording.ops == pytest.approx(200_000, rel=0.2)


@pytest.mark.parametrize("wait_for", ["wait_group", "channel"])
def test_callers_share_the_ps(wait_for: str) -> None:
    recording = recorded(
        "fanout", ps=2, duration="200ms", callers=5, width=3, work="100us", allocate=0, wait_for=wait_for
    )
    assert recording.ops == pytest.approx(2 * 200e6 / 300_000, rel=0.05)


def test_its_goroutines_end_and_are_used_again() -> None:
    recording = recorded("fanout", ps=2, callers=3, width=4, work="10us")
    goroutines = recording.goroutines["goroutines"]
    # main, its other callers, and what of the runtime's own there may be
    assert np.max(goroutines) <= 3 * (1 + 4) + 3
    assert recording.ops > 100


def test_each_of_them_allocates() -> None:
    recording = recorded("fanout", callers=2, width=4, work="10us", allocate="2KiB", objects=4, pointers=8)
    per_request = recording.allocated_bytes / recording.ops
    assert 4 * 2048 <= per_request < 4.1 * 2048
