"""Nothing is lost under the throughput collector, no pause is without a cause, and more to copy takes longer."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gcsim.collector.generations import LEAST_OLD_BYTES
from gcsim.heap import Allocation
from gcsim.vocabulary import PState
from tests.collector.copying import NURSERY, Copying, copying

processes = st.fixed_dictionaries(
    {
        "ps": st.integers(1, 5),
        "cores": st.sampled_from([1, 2, 64]),
        "survival": st.sampled_from([0.0, 0.01, 1 / 16, 0.5, 1.0]),
        "nursery": st.sampled_from([10_000, NURSERY, 1 << 20]),
        "factor": st.sampled_from([1.0, 1.5, 2.0, 4.0]),
    }
)
live = st.tuples(st.sampled_from([0, 1000, 1 << 20, 1 << 23]), st.sampled_from([16, 100, 300, 5000]))
workers = st.lists(st.tuples(st.sampled_from([10, 100, 2000]), st.booleans()), min_size=1, max_size=6)


def a_process(keys: dict[str, Any], kept: tuple[int, int], jobs: list[tuple[int, bool]]) -> Copying:
    """Give a process with something live and goroutines at work, some of which make the live heap grow."""
    process = copying(**keys)
    size, each = kept
    if size:
        process.keep(size, max(size // each, 1))
    for allocated, grows in jobs:
        process.work(1, Allocation(size=allocated, objects=1, scan_bytes=8.0, pointer_stores=1.0, grows=grows))
    return process


def check(process: Copying, freed: float) -> float:
    """Check what holds at every instant; return what is freed."""
    heap, spaces = process.heap, process.collector.spaces
    heap.advance()
    dead = heap.footprint - heap.reachable
    assert dead >= -1
    assert heap.allocated == pytest.approx(heap.reachable + dead + heap.freed, abs=1)
    assert heap.footprint == pytest.approx(spaces.old + spaces.aged + spaces.young, abs=1)
    assert min(spaces.old, spaces.aged, spaces.young) >= -1
    assert heap.freed >= freed
    assert heap.pages_left == 0
    return heap.freed


@settings(max_examples=60, deadline=None)
@given(processes, live, workers)
def test_what_was_allocated_lives_is_dead_or_is_freed_at_every_instant(
    keys: dict[str, Any], kept: tuple[int, int], jobs: list[tuple[int, bool]]
) -> None:
    process = a_process(keys, kept, jobs)
    freed = 0.0
    env = process.clock.env
    for _ in range(300):
        env.step()
        freed = check(process, freed)
    for p in process.scheduler.ps:
        assert sum(p.times()) == env.now


@settings(max_examples=60, deadline=None)
@given(processes, live, workers)
def test_no_pause_is_without_a_cause(keys: dict[str, Any], kept: tuple[int, int], jobs: list[tuple[int, bool]]) -> None:
    process = a_process(keys, kept, jobs)
    process.until_collections(20)
    after = 0
    for cycle, stop in zip(process.cycles, process.stops, strict=True):
        assert cycle.heap_start - after >= keys["nursery"] - 1
        assert cycle.goal >= LEAST_OLD_BYTES
        assert cycle.heap_start >= cycle.goal or not cycle.major
        assert stop.end_ns - stop.stopped_ns == round(sum(stop.terms.values()))
        after = cycle.heap_marked
    stopped = sum(stop.end_ns - stop.stopped_ns for stop in process.stops)
    assert all(p.times()[PState.STOPPED] == stopped for p in process.scheduler.ps)


@settings(max_examples=30, deadline=None)
@given(processes, st.integers(LEAST_OLD_BYTES, 1 << 26), st.integers(1, 1 << 26), st.integers(16, 3000))
def test_a_major_pause_grows_with_what_lives(keys: dict[str, Any], smaller: int, more: int, each: int) -> None:
    def longest(size: int) -> int:
        process = copying(**keys)
        process.keep(size, size // each)
        process.work()
        while not process.majors:
            process.clock.env.step()
        return process.pauses[process.majors[0].cycle - 1]

    assert longest(smaller) <= longest(smaller + more)
