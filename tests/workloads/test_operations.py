"""Operations are counted exactly, though none of them is an event."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.heap import Allocation
from gcsim.runtime import P, Scheduler
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.operations import Machine, Operation, Operations
from gcsim.workloads.programs import build, worker
from tests.parts import GROWTH, a_clock, a_heap, a_scheduler, pass_time
from tests.workloads.gates import CountingSink, OpenGate

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.kernel import StopClock

ALLOCATION = Allocation(size=100, objects=2, scan_bytes=0.0, pointer_stores=0.0)
OPERATION = Operation(ns=1000.0, call_free_ns=600, allocation=ALLOCATION)


class Bench:
    """One P, and a goroutine that does operations."""

    def __init__(
        self, operation: Operation = OPERATION, *, count: int | None = None, recorded: bool = True, size: int = 100
    ) -> None:
        self.clock: StopClock = a_clock()
        self.scheduler: Scheduler = a_scheduler(self.clock, 1)
        self.heap = a_heap(self.clock)
        self.gate = OpenGate()
        self.sink = CountingSink()
        self.size = size
        self.machine = Machine(
            clock=self.clock, scheduler=self.scheduler, heap=self.heap, gate=self.gate, sink=self.sink
        )
        self.operations = Operations(self.machine, operation, count=count, recorded=recorded)

    @property
    def p(self) -> P:
        return self.scheduler.ps[0]

    def go(self) -> None:
        self.scheduler.go("worker", [self.operations])

    def run(self, ns: int) -> None:
        pass_time(self.clock, ns)

    def cut_for(self, ns: int, cause: Cause = Cause.PREEMPTED) -> None:
        """Take the goroutine off its P for a while."""
        self.scheduler.give_up(self.p, cause)
        self.p.become(PState.SYSCALL)
        self.run(ns)
        self.scheduler.schedule(self.p)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_operations_are_done_at_their_pace_and_counted_when_complete(bench: Bench) -> None:
    bench.go()
    bench.run(5500)
    bench.p.halt()
    assert bench.operations.done == 5.5
    assert bench.sink.plain == {(1000.0, 0.0, 0.0): 5}


def test_what_they_allocate_lies_on_the_heap(bench: Bench) -> None:
    bench.go()
    bench.run(5500)
    bench.heap.advance()
    assert bench.heap.allocated == pytest.approx(550)


def test_a_number_of_operations_ends_with_the_last(bench: Bench) -> None:
    bench = Bench(count=7)
    bench.go()
    bench.run(20_000)
    assert bench.p.state is PState.IDLE
    assert bench.p.times()[PState.MUTATOR] == 7000
    assert bench.sink.ops == 7


def test_what_is_not_recorded_is_done_all_the_same() -> None:
    bench = Bench(count=7, recorded=False)
    bench.go()
    bench.run(20_000)
    assert bench.sink.ops == 0
    assert bench.heap.allocated == pytest.approx(700)


def test_building_makes_so_many_allocations_that_stay() -> None:
    bench = Bench()
    bench.scheduler.go("main", [build(bench.machine, GROWTH, 50.0, 30)])
    bench.run(10_000)
    assert bench.heap.reachable == pytest.approx(3000)
    assert bench.sink.ops == 0


def test_a_worker_never_ends(bench: Bench) -> None:
    bench.scheduler.go("worker", worker(bench.machine, OPERATION))
    bench.run(10**9)
    assert bench.p.state is PState.MUTATOR


def test_an_interruption_is_charged_to_the_operation_in_flight(bench: Bench) -> None:
    bench.go()
    bench.run(2300)
    bench.cut_for(5000)
    bench.run(2700)
    bench.p.halt()
    assert bench.sink.plain == {(1000.0, 0.0, 0.0): 4}
    assert bench.sink.charged == [(1, {Cause.PREEMPTED: 5000})]


def test_two_interruptions_of_one_operation_are_added(bench: Bench) -> None:
    bench.go()
    bench.run(300)
    bench.cut_for(5000)
    bench.run(300)
    bench.cut_for(200)
    bench.run(300)
    bench.cut_for(50, Cause.RUN_QUEUE)
    bench.run(1000)
    bench.p.halt()
    assert bench.sink.charged == [(1, {Cause.PREEMPTED: 5200, Cause.RUN_QUEUE: 50})]


def test_no_wait_is_no_charge(bench: Bench) -> None:
    bench.go()
    bench.run(300)
    bench.operations.delayed(0, Cause.STOPPED)
    bench.run(1000)
    bench.p.halt()
    assert bench.sink.charged == []


def test_the_safepoint_comes_at_the_end_of_the_part_without_calls(bench: Bench) -> None:
    bench.go()
    for passed, left in ((0, 600), (200, 400), (399, 1), (1, 0), (300, 0), (99, 0), (1, 600), (5100, 500)):
        bench.run(passed)
        assert bench.operations.safepoint_ns() == left


@given(st.lists(st.integers(0, 5000), max_size=20))
def test_looking_for_the_safepoint_changes_nothing(looks: list[int]) -> None:
    bench = Bench()
    bench.go()
    for ns in looks:
        bench.run(ns)
        assert 0 <= bench.operations.safepoint_ns() <= 600
    bench.p.halt()
    assert bench.operations.done == pytest.approx(sum(looks) / 1000)


def test_a_request_to_stop_that_was_lost_in_a_halt_can_be_made_again(bench: Bench) -> None:
    bench.go()
    bench.run(100)
    bench.scheduler.preempt(bench.p)
    bench.p.halt()
    bench.p.run(bench.operations)
    bench.run(10_000)
    assert bench.p.schedtick == 1
    bench.scheduler.preempt(bench.p)
    bench.run(600)
    assert bench.p.schedtick == 2


def test_barrier_and_sweeping_make_operations_longer(bench: Bench) -> None:
    bench.gate.surcharge = (200.0, 50.0)
    bench.go()
    bench.run(12_500)
    bench.p.halt()
    assert bench.sink.plain == {(1000.0, 200.0, 50.0): 10}


def test_a_new_surcharge_holds_from_the_next_start(bench: Bench) -> None:
    bench.go()
    bench.run(3000)
    bench.gate.surcharge = (1000.0, 0.0)
    bench.cut_for(0)
    bench.run(4000)
    bench.p.halt()
    assert bench.sink.plain == {(1000.0, 0.0, 0.0): 3, (1000.0, 1000.0, 0.0): 2}


def test_a_cycle_begins_without_an_allowance(bench: Bench) -> None:
    bench.go()
    bench.run(500)
    assert bench.operations.allowance is None
    bench.gate.marking_cycle = 1
    bench.cut_for(0)
    bench.run(0)
    assert bench.gate.paid_at == [500]


def test_the_allowance_ends_at_the_instant_at_which_it_is_used_up(bench: Bench) -> None:
    bench.gate.marking_cycle = 1
    bench.go()
    bench.run(25_000)
    assert bench.gate.paid_at == [0, 10_000, 20_000]


def test_the_end_of_a_cycle_is_the_end_of_the_allowance(bench: Bench) -> None:
    bench.gate.marking_cycle = 1
    bench.go()
    bench.run(5_000)
    bench.gate.marking_cycle = 0
    bench.cut_for(0)
    bench.run(50_000)
    assert bench.gate.paid_at == [0]
    assert bench.operations.allowance is None


def test_an_endless_allowance_is_never_paid_for_again(bench: Bench) -> None:
    bench.gate.marking_cycle, bench.gate.grant = 1, float("inf")
    bench.go()
    bench.run(10**9)
    assert bench.gate.paid_at == [0]
    assert bench.p.event.due is None


def test_a_limited_number_ends_although_there_is_allowance_left() -> None:
    bench = Bench(count=3)
    bench.gate.marking_cycle = 1
    bench.go()
    bench.run(50_000)
    assert bench.p.times()[PState.MUTATOR] == 3000


def charged(bench: Bench, wait: int, payments: int) -> list[tuple[int, dict[Cause, int]]]:
    bench.operations.delayed(wait, Cause.MARK_ASSIST, payments)
    bench.run(1000)
    bench.p.halt()
    return bench.sink.charged


def test_a_wait_for_several_payments_is_shared_by_the_operations_that_made_them(bench: Bench) -> None:
    bench.go()
    bench.run(10_500)
    bench.cut_for(0)
    assert charged(bench, 4001, 4) == [(3, {Cause.MARK_ASSIST: 1000}), (1, {Cause.MARK_ASSIST: 1001})]
    assert bench.sink.plain == {(1000.0, 0.0, 0.0): 7}
    assert bench.sink.ops == 11


def test_no_more_operations_are_charged_than_there_were(bench: Bench) -> None:
    bench.go()
    bench.run(2_500)
    bench.cut_for(0)
    assert charged(bench, 3000, 100) == [(2, {Cause.MARK_ASSIST: 1000}), (1, {Cause.MARK_ASSIST: 1000})]
    assert bench.sink.ops == 3


def test_an_operation_is_charged_once_with_a_share(bench: Bench) -> None:
    bench.go()
    bench.run(2_500)
    bench.cut_for(0)
    bench.operations.delayed(300, Cause.MARK_ASSIST, 100)
    bench.run(2000)
    bench.cut_for(0)
    assert charged(bench, 200, 100) == [
        (2, {Cause.MARK_ASSIST: 100}),
        (1, {Cause.MARK_ASSIST: 100}),
        (1, {Cause.MARK_ASSIST: 100}),
        (1, {Cause.MARK_ASSIST: 100}),
    ]
    assert all(n >= 0 for n in bench.sink.plain.values())


def test_operations_of_another_pace_are_not_charged(bench: Bench) -> None:
    bench.go()
    bench.run(5_000)
    bench.gate.surcharge = (1000.0, 0.0)
    bench.cut_for(0)
    bench.run(3_000)
    bench.cut_for(0)
    assert charged(bench, 400, 100) == [(1, {Cause.MARK_ASSIST: 200}), (1, {Cause.MARK_ASSIST: 200})]


def test_what_is_not_recorded_charges_nobody() -> None:
    bench = Bench(recorded=False)
    bench.go()
    bench.run(5_000)
    bench.cut_for(0)
    assert charged(bench, 400, 3) == []


STEPS = st.lists(
    st.tuples(st.sampled_from(["run", "cut", "surcharge", "delayed"]), st.integers(0, 20_000)), max_size=30
)


@given(STEPS)
def test_every_ns_of_a_goroutine_is_in_an_operation(steps: list[tuple[str, int]]) -> None:
    """Own times of all that is counted, and all that they are charged with, make up the time that passed."""
    bench = Bench()
    bench.go()
    bench.run(0)
    waits = 0
    actions: dict[str, Callable[[int], None]] = {
        "run": bench.run,
        "cut": bench.cut_for,
        "surcharge": lambda n: setattr(bench.gate, "surcharge", (float(n % 700), 0.0)),
        "delayed": lambda n: bench.operations.delayed(n, Cause.MARK_ASSIST, 1 + n % 9),
    }
    for name, amount in steps:
        actions[name](amount)
        waits += amount if name in ("cut", "delayed") else 0
    bench.run(10_000)
    bench.p.halt()
    assert all(n >= 0 for n in bench.sink.plain.values())
    assert bench.sink.ops == int(bench.operations.done)
    assert sum(n * ns for n, delays in bench.sink.charged for ns in delays.values()) == waits
