"""The pacer counts from what the last cycle marked, and each release counts as it does."""

import math

import pytest

from gcsim.collector.pacing import Pacing
from gcsim.heap import PAGE_BYTES, Heap
from tests.parts import GARBAGE, GROWTH, a_clock, a_heap, a_setting, pass_time

MIB = 1 << 20


def allocated(size: int) -> Heap:
    """Give a heap of so many reachable bytes."""
    clock = a_clock()
    heap = a_heap(clock)
    heap.join(GROWTH, 25)
    pass_time(clock, size // 4)
    heap.join(GROWTH, 25, -1)
    return heap


def allocate(heap: Heap, size: int) -> None:
    clock = heap._clock  # noqa: SLF001 - the clock that the heap was built with
    heap.join(GARBAGE, 25)
    pass_time(clock, size // 4)
    heap.join(GARBAGE, 25, -1)


@pytest.mark.parametrize("go", ["1.5", "1.6", "1.7", "1.8"])
def test_the_first_trigger_is_the_least_heap(go: str) -> None:
    pacing = Pacing(a_setting(go, gogc=200), a_heap(a_clock()))
    assert pacing.trigger == 8 * MIB
    assert pacing.meeting() == (8 * MIB, 0.0)


def test_1_4_begins_with_a_page() -> None:
    pacing = Pacing(a_setting("1.4"), a_heap(a_clock()))
    assert pacing.trigger == PAGE_BYTES
    assert pacing.meeting() == (PAGE_BYTES, 1.0)


@pytest.mark.parametrize("go", ["1.4", "1.8"])
def test_a_pacer_that_is_off_has_its_trigger_out_of_reach(go: str) -> None:
    heap = allocated(MIB)
    pacing = Pacing(a_setting(go, gogc=None), heap)
    assert pacing.trigger == pacing.goal == math.inf
    heap.collected(MIB)
    pacing.adjust(0.5)
    pacing.finish(MIB, 0.0, 0.0)
    assert pacing.trigger == pacing.goal == math.inf
    assert pacing.trigger_ratio == 7 / 8


def test_from_1_5_the_heap_is_what_was_marked_and_what_came_since_whatever_is_freed() -> None:
    heap = allocated(10 * MIB)
    pacing = Pacing(a_setting("1.8"), heap)
    assert pacing.heap_live() == pytest.approx(10 * MIB)
    heap.collected(4 * MIB)
    pacing.finish(4 * MIB, 0.0, 0.0)
    assert pacing.heap_live() == 4 * MIB
    allocate(heap, MIB)
    assert pacing.heap_live() == pytest.approx(5 * MIB)


def test_1_4_subtracts_what_is_swept() -> None:
    heap = allocated(10 * MIB)
    pacing = Pacing(a_setting("1.4"), heap)
    heap.collected(4 * MIB)
    pacing.finish(4 * MIB, 0.0, 0.0)
    assert pacing.heap_live() == pytest.approx(10 * MIB)
    heap.sweep_all()
    assert pacing.heap_live() == pytest.approx(4 * MIB)


@pytest.mark.parametrize("gogc", [50, 100, 200])
def test_1_4_collects_when_what_survived_has_grown_by_gogc(gogc: int) -> None:
    heap = allocated(10 * MIB)
    pacing = Pacing(a_setting("1.4", gogc=gogc), heap)
    heap.collected(4 * MIB)
    pacing.finish(4 * MIB, 0.0, 0.0)
    assert pacing.trigger == pacing.goal == 4 * MIB * (1 + gogc / 100)
    heap.sweep_all()
    at, saved = pacing.meeting()
    missing = at - heap.allocated - saved * heap.freed
    assert heap.footprint + missing == pytest.approx(pacing.trigger)


def test_the_goal_of_1_5_and_1_6_counts_on_floating_garbage_to_die() -> None:
    for go, base in (("1.5", 20 * MIB), ("1.6", 20 * MIB), ("1.7", 30 * MIB), ("1.8", 30 * MIB)):
        heap = allocated(40 * MIB)
        pacing = Pacing(a_setting(go), heap)
        heap.collected(30 * MIB)
        pacing.finish(30 * MIB, 0.0, allocated_marking=10 * MIB)
        assert pacing.goal == 2 * base
        assert pacing.trigger == max(base * 1.875, 31 * MIB)


def test_from_1_6_the_goal_leaves_at_least_1_mb() -> None:
    for go, goal in (("1.5", 40 * MIB), ("1.8", 42 * MIB)):
        heap = allocated(40 * MIB)
        pacing = Pacing(a_setting(go), heap)
        heap.collected(20 * MIB)
        pacing.finish(20 * MIB, 0.0, 0.0)
        allocate(heap, 21 * MIB)
        pacing.begin()
        assert pacing.goal == pytest.approx(goal)


def test_a_cycle_at_the_least_heap_pretends_that_the_last_one_marked_what_its_trigger_stands_for() -> None:
    heap = allocated(MIB)
    pacing = Pacing(a_setting("1.8", gogc=800), heap)
    heap.collected(MIB)
    pacing.finish(MIB, 0.0, 0.0)
    assert pacing.trigger == 32 * MIB
    allocate(heap, 31 * MIB)
    pacing.begin()
    assert pacing.goal == pytest.approx(32 * MIB / 1.875 * 9)
    # Growth to 32 MiB from 32 MiB / 1.875 is what was planned: the ratio moves towards the goal by half of the rest.
    pacing.adjust(0.25)
    assert pacing.trigger_ratio == pytest.approx(0.875 + 0.5 * (8 - 0.875))


def test_1_5_divides_by_the_way_at_the_start_and_1_6_by_what_is_left_of_it() -> None:
    ratios = {}
    for go in ("1.5", "1.6"):
        heap = allocated(40 * MIB)
        pacing = Pacing(a_setting(go), heap)
        heap.collected(30 * MIB)
        pacing.finish(30 * MIB, 3.0 * MIB, 0.0)
        allocate(heap, 20 * MIB)
        pacing.begin()
        first = pacing.assist_ratio(0.0)
        assert first == pytest.approx(0.5)
        allocate(heap, 2 * MIB)
        ratios[go] = pacing.assist_ratio(4.0 * MIB)
    assert ratios["1.5"] == pytest.approx(5.2 / 10)
    assert ratios["1.6"] == pytest.approx((5.2 - 4) / 8)


def test_the_controller_starts_earlier_after_a_cycle_that_overshot() -> None:
    heap = allocated(20 * MIB)
    pacing = Pacing(a_setting("1.8"), heap)
    heap.collected(20 * MIB)
    pacing.finish(20 * MIB, 0.0, 0.0)
    allocate(heap, 25 * MIB)
    pacing.adjust(0.5)
    assert pacing.trigger_ratio == pytest.approx(0.875 + 0.5 * (1 - 0.875 - 2 * (1.25 - 0.875)))


def test_a_proportional_sweep_is_done_1_mb_before_the_trigger() -> None:
    heap = allocated(40 * MIB)
    pacing = Pacing(a_setting("1.8"), heap)
    heap.collected(20 * MIB)
    pacing.finish(20 * MIB, 0.0, 0.0)
    distance = pacing.trigger - 20 * MIB - MIB
    assert heap.pages_per_byte * distance == pytest.approx(heap.pages_left)


def test_a_lazy_sweep_frees_as_much_as_is_allocated() -> None:
    heap = allocated(40 * MIB)
    pacing = Pacing(a_setting("1.4"), heap)
    heap.collected(20 * MIB)
    pacing.finish(20 * MIB, 0.0, 0.0)
    allocate(heap, 10 * MIB)
    assert heap.footprint == pytest.approx(40 * MIB)


def test_a_lazy_sweep_of_a_heap_without_garbage_passes_a_page_for_each_page_allocated() -> None:
    heap = allocated(40 * MIB)
    pacing = Pacing(a_setting("1.4"), heap)
    heap.collected(40 * MIB)
    pacing.finish(40 * MIB, 0.0, 0.0)
    assert heap.pages_per_byte == 1 / PAGE_BYTES
