"""A pipeline is as fast as its slowest part, and its items wait in its buffers."""

import pytest

from gcsim.vocabulary import PState
from tests.parts import COSTS
from tests.workloads.runs import recorded

HAND_OVER_NS = 2 * COSTS.channel_pair_ns["1.8"]


def test_enough_ps_work_on_all_stages_at_a_time() -> None:
    """Each stage takes 100 us for an item, so one leaves the last every 100 us, and a receive and a send."""
    recording = recorded("pipeline", ps=6, duration="100ms", stages=4, work="100us", allocate=0)
    assert recording.ops == pytest.approx(100e6 / (100_000 + HAND_OVER_NS), rel=0.05)


def test_a_single_p_works_on_one_stage_at_a_time() -> None:
    recording = recorded("pipeline", ps=1, duration="200ms", stages=4, work="100us", allocate=0)
    assert recording.ops == pytest.approx(200e6 / 4 / 100_000, rel=0.05)
    assert recording.p_time_ns[0, PState.MUTATOR] / recording.p_time_ns.sum() > 0.99


def test_workers_of_a_stage_share_its_items() -> None:
    recording = recorded("pipeline", ps=8, duration="100ms", stages=1, workers=4, work="100us", allocate=0)
    assert recording.ops == pytest.approx(4 * 100e6 / 100_000, rel=0.05)


def test_items_wait_in_the_buffer_before_the_slow_stage() -> None:
    """Little's law: what is in the buffer, at the source and in work, over the throughput."""
    recording = recorded("pipeline", ps=4, duration="200ms", stages=1, buffer=30, work="100us", allocate=0)
    mean = recording.latency.cause_ns.sum() / recording.ops
    assert mean == pytest.approx(32 * 100_000, rel=0.05)


def test_every_stage_allocates_for_every_item() -> None:
    recording = recorded("pipeline", stages=3, work="10us", allocate="2KiB", objects=4, pointers=8)
    per_item = recording.allocated_bytes / recording.ops
    # Those that are on their way have passed some of the stages.
    assert 3 * 2048 <= per_item < 3.2 * 2048
    assert recording.allocated_objects / recording.allocated_bytes == 4 / 2048
