"""The heap is linear between two changes of rate, and nothing of it is lost."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.heap import PAGE_BYTES, Heap, OutOfMemoryError
from gcsim.kernel import StopClock
from tests.parts import GARBAGE, GROWTH, a_clock, a_heap, pass_time


def built(clock: StopClock, size: int) -> Heap:
    """Give a heap with so many reachable bytes, a multiple of 100, built at one byte in a ns."""
    heap = a_heap(clock)
    heap.join(GROWTH, 100)
    pass_time(clock, size)
    heap.join(GROWTH, 100, -1)
    return heap


def test_an_empty_heap_has_nothing_in_it() -> None:
    heap = a_heap(a_clock())
    assert (heap.footprint, heap.reachable, heap.freed, heap.rate, heap.peak) == (0, 0, 0, 0, 0)


def test_allocation_goes_on_at_the_sum_of_the_rates() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    heap.join(GARBAGE, 50)
    heap.join(GROWTH, 100)
    assert heap.rate == 3.0
    pass_time(clock, 1000)
    heap.advance()
    assert heap.allocated == 3000
    assert heap.allocated_objects == 30
    assert heap.allocated_scan == pytest.approx(300)


def test_only_what_grows_stays_reachable() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    heap.join(GARBAGE, 50)
    heap.join(GROWTH, 100)
    pass_time(clock, 1000)
    heap.advance()
    assert (heap.reachable, heap.reachable_objects, heap.reachable_scan) == (1000, 10, 100)


def test_nobody_allocates_exactly_nothing_whatever_the_sums_have_gathered() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    for ns in (3.7, 11.3, 0.9):
        heap.join(GARBAGE, ns)
    for ns in (11.3, 0.9, 3.7):
        heap.join(GARBAGE, ns, -1)
    assert heap.rate == 0.0


def test_nothing_is_allocated_while_the_clock_stands() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    heap.join(GARBAGE, 100)
    clock.stop()
    pass_time(clock, 1000)
    heap.advance()
    assert heap.allocated == 0


@given(st.integers(1, 10**7), st.sampled_from([2**n for n in range(10)]))
def test_the_trigger_is_met_at_the_first_ns_at_which_the_heap_has_reached_it(trigger: int, ns: int) -> None:
    clock = a_clock()
    heap = a_heap(clock)
    met: list[int] = []

    def meet() -> None:
        met.append(clock.now)
        heap.trigger_at = math.inf

    heap.trigger_at, heap.on_trigger = trigger, meet
    heap.join(GARBAGE, ns)
    pass_time(clock, trigger * ns // 100 + 2)
    assert met == [math.ceil(trigger * ns / 100)]


def test_a_goroutine_that_joins_brings_the_trigger_forward() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    met: list[int] = []

    def meet() -> None:
        met.append(clock.now)
        heap.trigger_at = math.inf

    heap.trigger_at, heap.on_trigger = 2000.0, meet
    heap.join(GARBAGE, 100)
    pass_time(clock, 1000)
    heap.join(GARBAGE, 25)
    pass_time(clock, 1000)
    assert met == [1200]


def test_a_goroutine_that_leaves_puts_the_trigger_off() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    met: list[int] = []

    def meet() -> None:
        met.append(clock.now)
        heap.trigger_at = math.inf

    heap.trigger_at, heap.on_trigger = 2000.0, meet
    heap.join(GARBAGE, 100)
    heap.join(GARBAGE, 100)
    pass_time(clock, 500)
    heap.join(GARBAGE, 100, -1)
    pass_time(clock, 2000)
    assert met == [1500]


def test_a_trigger_that_has_moved_is_watched_for_anew() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    met: list[int] = []

    def meet() -> None:
        met.append(clock.now)
        heap.trigger_at = math.inf

    heap.on_trigger = meet
    heap.join(GARBAGE, 100)
    pass_time(clock, 10)
    heap.trigger_at = 30.0
    heap.watch()
    pass_time(clock, 100)
    assert met == [30]


def test_what_is_freed_counts_towards_a_trigger_of_1_4() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES)
    heap.reachable = 5.0 * PAGE_BYTES
    heap.collected(heap.reachable)
    heap.pages_per_byte = 1 / PAGE_BYTES
    met: list[float] = []

    def meet() -> None:
        met.append(heap.footprint)
        heap.trigger_at = math.inf

    # Every allocated byte sweeps a byte, of which half is dead and saves as much again: 3/2 of a byte for each.
    heap.trigger_at, heap.trigger_saved, heap.on_trigger = heap.allocated + 3 * PAGE_BYTES, 1.0, meet
    heap.join(GARBAGE, 100)
    pass_time(clock, 4 * PAGE_BYTES)
    assert met == [11 * PAGE_BYTES]


def test_a_heap_that_meets_the_memory_is_out_of_memory_at_that_instant() -> None:
    clock = a_clock()
    heap = a_heap(clock, memory=5000)
    heap.join(GARBAGE, 100)
    with pytest.raises(OutOfMemoryError):
        pass_time(clock, 10_000)
    assert clock.now == 5000
    assert heap.footprint == 5000


def test_what_else_takes_memory_leaves_less_for_the_heap() -> None:
    clock = a_clock()
    heap = a_heap(clock, memory=5000)
    heap.join(GARBAGE, 100)
    pass_time(clock, 100)
    heap.reserve(2000)
    with pytest.raises(OutOfMemoryError):
        pass_time(clock, 10_000)
    assert clock.now == 3000


def test_what_does_not_fit_beside_the_heap_is_out_of_memory_at_once() -> None:
    clock = a_clock()
    heap = a_heap(clock, memory=5000)
    heap.join(GARBAGE, 100)
    pass_time(clock, 3000)
    with pytest.raises(OutOfMemoryError):
        heap.reserve(2000)


def test_a_heap_that_is_swept_as_fast_as_it_grows_never_meets_the_memory() -> None:
    clock = a_clock()
    heap = built(clock, 100 * PAGE_BYTES)
    heap.reachable = 0.0
    heap.collected(0)
    heap.pages_per_byte = 2 / PAGE_BYTES
    heap.join(GARBAGE, 100)
    pass_time(clock, 50 * PAGE_BYTES)
    heap.advance()
    assert heap.peak <= 101 * PAGE_BYTES
    assert heap.footprint == pytest.approx(50 * PAGE_BYTES)


def test_a_collection_leaves_every_page_in_use_to_the_sweeper() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES + 100)
    heap.collected(PAGE_BYTES)
    assert heap.pages_left == 11
    assert heap.dead_per_page == pytest.approx((9 * PAGE_BYTES + 100) / 11)
    assert heap.freed == 0


def test_sweeping_all_at_once_frees_all_that_is_dead() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES)
    heap.collected(3 * PAGE_BYTES)
    assert heap.sweep_all() == 10
    assert heap.footprint == pytest.approx(3 * PAGE_BYTES)
    assert heap.sweep_all() == 0


def test_an_empty_heap_can_be_collected() -> None:
    heap = a_heap(a_clock())
    heap.collected(0)
    assert (heap.pages_left, heap.dead_per_page) == (0, 0)


def test_a_sweeper_beside_is_done_when_its_pace_says() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES)
    start = clock.now
    swept: list[int] = []
    heap.on_swept = lambda: swept.append(clock.now - start)
    heap.collected(0)
    heap.sweep_beside(1 / 400)
    pass_time(clock, 2000)
    heap.advance()
    assert heap.pages_left == pytest.approx(5)
    assert heap.freed == pytest.approx(5 * PAGE_BYTES)
    pass_time(clock, 3000)
    assert swept == [4000]
    assert heap.pages_left == 0
    assert heap.freed == pytest.approx(10 * PAGE_BYTES)


def test_a_sweeper_that_nobody_listens_to_is_done_all_the_same() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES)
    heap.collected(0)
    heap.sweep_beside(1 / 400)
    pass_time(clock, 4001)
    assert heap.pages_left == 0
    assert heap.pages_per_byte == 0


def test_allocation_that_pays_for_sweeping_is_done_at_the_pace_set() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES)
    start = clock.now
    swept: list[int] = []
    heap.on_swept = lambda: swept.append(clock.now - start)
    heap.collected(0)
    heap.pages_per_byte = 10 / 3000
    heap.join(GARBAGE, 100)
    pass_time(clock, 5000)
    assert swept == [3000]


def test_the_peak_is_the_largest_footprint_since_it_was_reset() -> None:
    clock = a_clock()
    heap = built(clock, 10 * PAGE_BYTES)
    heap.collected(PAGE_BYTES)
    assert heap.peak == 10 * PAGE_BYTES
    heap.sweep_all()
    heap.reset_peak()
    assert heap.peak == pytest.approx(PAGE_BYTES)


ACTIONS = st.one_of(
    st.tuples(st.just("pass"), st.integers(0, 100_000)),
    st.tuples(st.just("join"), st.integers(0, 1)),
    st.tuples(st.just("leave"), st.integers(0, 1)),
    st.tuples(st.just("collect"), st.integers(0, 100)),
    st.tuples(st.just("sweep"), st.integers(0, 3)),
    st.tuples(st.just("sweep all"), st.just(0)),
)


@given(st.lists(ACTIONS, max_size=40))
def test_allocated_is_reachable_and_dead_and_freed_at_every_instant(actions: list[tuple[str, int]]) -> None:
    """Keep a second account: what collections found dead, less what sweeping has freed of it since, and what died."""
    clock = a_clock()
    heap = a_heap(clock)
    joined = {GARBAGE: 0, GROWTH: 0}
    sweepers = 0
    floating = garbage_since = 0.0
    for action, amount in actions:
        before = heap.allocated, heap.reachable
        allocation = (GARBAGE, GROWTH)[amount % 2]
        match action:
            case "pass":
                pass_time(clock, amount)
            case "join":
                heap.join(allocation, 100)
                joined[allocation] += 1
            case "leave" if joined[allocation]:
                heap.join(allocation, 100, -1)
                joined[allocation] -= 1
            case "collect":
                heap.advance()
                floating = (heap.footprint - heap.reachable) * amount / 100
                garbage_since = 0.0
                heap.sweep_all()
                floating = min(floating, heap.footprint - heap.reachable)
                heap.collected(heap.reachable + floating)
                heap.pages_per_byte = amount / 100 / PAGE_BYTES
                before = heap.allocated, heap.reachable
            case "sweep":
                heap.sweep_beside(amount / 10_000)
                sweepers += amount
            case "sweep all":
                heap.sweep_all()
        heap.advance()
        garbage_since += heap.allocated - before[0] - (heap.reachable - before[1])
        unswept = heap.pages_left * heap.dead_per_page
        assert heap.allocated == pytest.approx(
            heap.reachable + floating + garbage_since + unswept + heap.freed, rel=1e-9, abs=1e-3
        )
        assert heap.pages_left >= 0
        assert heap.reachable <= heap.footprint + 1e-3
        assert heap.footprint <= heap.peak + 1e-3
    assert heap.allocated == pytest.approx(
        heap.reachable + heap.freed + (heap.footprint - heap.reachable), rel=1e-12, abs=1e-3
    )


# Allocated at once


def test_what_is_allocated_at_once_counts_like_what_is_allocated_at_a_rate() -> None:
    clock = a_clock()
    heap = a_heap(clock)
    assert not heap.allocate(1000, 10, 80, kept=True)
    assert not heap.allocate(500, 5, 0, kept=False)
    assert (heap.allocated, heap.allocated_objects, heap.allocated_scan) == (1500, 15, 80)
    assert (heap.reachable, heap.reachable_objects, heap.reachable_scan) == (1000, 10, 80)
    assert heap.footprint == heap.peak == 1500
    heap.drop(400, 4, 32)
    assert (heap.reachable, heap.reachable_objects, heap.reachable_scan) == (600, 6, 48)
    assert heap.footprint == 1500


def test_the_allocation_that_meets_the_trigger_is_told_so() -> None:
    heap = a_heap(a_clock())
    heap.trigger_at = 1000.0
    assert not heap.allocate(999, 1, 0, kept=False)
    assert heap.allocate(1, 1, 0, kept=False)


def test_an_allocation_that_does_not_fit_ends_the_process() -> None:
    heap = a_heap(a_clock(), memory=1000)
    heap.allocate(999, 1, 0, kept=True)
    with pytest.raises(OutOfMemoryError):
        heap.allocate(1, 1, 0, kept=True)


def test_an_allocation_pays_for_sweeping_in_proportion() -> None:
    heap = a_heap(a_clock())
    heap.allocate(80 * 8192, 80, 0, kept=False)
    heap.collected(0.0)
    heap.pages_per_byte = 1 / 8192
    heap.allocate(8192, 1, 0, kept=True)
    assert heap.pages_left == 79
    assert heap.footprint == 80 * 8192
