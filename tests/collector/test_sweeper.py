"""The background sweeper sweeps where nobody needs the P, a span at a time where somebody does."""

from itertools import pairwise

import pytest

from gcsim.collector.sweeper import Sweeper
from gcsim.heap import PAGE_BYTES, Heap
from gcsim.runtime import G, P, Program, Scheduler
from gcsim.vocabulary import Cause, PState
from tests.parts import GROWTH, a_clock, a_heap, a_scheduler, pass_time

PAGES = 1000


class Spin:
    """A goroutine's activity that computes without end and can be stopped anywhere."""

    state = PState.MUTATOR
    preemptible = True

    def begin(self, _: P) -> int:
        return 1000

    def pause(self, _: P) -> None:
        pass

    def finish(self, p: P) -> None:
        p.run(self)

    def safepoint_ns(self) -> int:
        return 0

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        pass


@pytest.fixture
def bench() -> tuple[Scheduler, Heap, Sweeper]:
    """Give a sweeper that waits, and a heap of 1000 pages that a collection has left to it, half of it dead."""
    clock = a_clock()
    heap = a_heap(clock)
    heap.join(GROWTH, 100)
    pass_time(clock, PAGES * PAGE_BYTES)
    heap.join(GROWTH, 100, -1)
    scheduler = a_scheduler(clock, 1)
    sweeper = Sweeper(scheduler, heap, 400.0)
    pass_time(clock, 10)
    heap.collected(PAGES * PAGE_BYTES / 2)
    return scheduler, heap, sweeper


def sweep_ns(scheduler: Scheduler) -> int:
    return scheduler.ps[0].times()[PState.SWEEP]


def test_it_sleeps_until_a_collection_wakes_it(bench: tuple[Scheduler, Heap, Sweeper]) -> None:
    scheduler, heap, _ = bench
    pass_time(scheduler.clock, 10**6)
    assert sweep_ns(scheduler) == 0
    assert heap.pages_left == PAGES


def test_an_idle_p_sweeps_everything_at_its_pace_and_is_idle_again(bench: tuple[Scheduler, Heap, Sweeper]) -> None:
    scheduler, heap, sweeper = bench
    sweeper.wake()
    pass_time(scheduler.clock, 10**6)
    assert sweep_ns(scheduler) == pytest.approx(400 * PAGES, abs=10)
    assert heap.pages_left == 0
    assert heap.footprint == pytest.approx(PAGES * PAGE_BYTES / 2)
    assert scheduler.ps[0].state is PState.IDLE


def test_it_yields_after_every_span_to_whoever_waits(bench: tuple[Scheduler, Heap, Sweeper]) -> None:
    scheduler, _, sweeper = bench
    ran: list[int] = []
    sweeper.wake()
    pass_time(scheduler.clock, 50_000)
    assert sweep_ns(scheduler) == 50_000

    def note(g: G) -> None:
        ran.append(scheduler.clock.now)
        scheduler.ready(g)

    def program() -> Program:
        for _ in range(3):
            yield note

    scheduler.go("g", program())
    pass_time(scheduler.clock, 52_000)
    # Its batch ends after 100 us; then it is one span and a turn of the other's, thrice.
    assert [later - earlier for earlier, later in pairwise(ran)] == [400, 400]


def test_on_a_p_that_somebody_else_holds_it_waits(bench: tuple[Scheduler, Heap, Sweeper]) -> None:
    scheduler, heap, sweeper = bench
    scheduler.go("spin", [Spin()])
    pass_time(scheduler.clock, 10)
    sweeper.wake()
    pass_time(scheduler.clock, 10**6)
    assert sweep_ns(scheduler) == 0
    assert heap.pages_left == PAGES


def test_waking_it_twice_is_waking_it_once(bench: tuple[Scheduler, Heap, Sweeper]) -> None:
    scheduler, _, sweeper = bench
    sweeper.wake()
    sweeper.wake()
    pass_time(scheduler.clock, 10**6)
    assert sweep_ns(scheduler) == pytest.approx(400 * PAGES, abs=10)


def test_it_can_be_stopped_between_any_two_spans(bench: tuple[Scheduler, Heap, Sweeper]) -> None:
    scheduler, heap, sweeper = bench
    sweeper.wake()
    pass_time(scheduler.clock, 40_000)
    sweeper.delayed(10**9, Cause.STOPPED)
    assert sweeper.safepoint_ns() == 0
    scheduler.ps[0].halt()
    heap.advance()
    assert heap.pages_left == pytest.approx(PAGES - 100)
    pass_time(scheduler.clock, 10**6)
    heap.advance()
    assert heap.pages_left == pytest.approx(PAGES - 100)
