"""Goroutines that allocate while the heap is marked pay: with credit, with work, or with waiting."""

import math

import numpy as np
import pytest

from gcsim.collector.assist import OVER_ASSIST_BYTES, OVER_ASSIST_WORK, REFILL_BYTES, Assist, AssistGate
from gcsim.collector.marking import Marking, MarkWork
from gcsim.collector.pacing import Pacing
from gcsim.heap import Allocation
from gcsim.recording import OperationRecorder
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.operations import Machine, Operation, Operations
from gcsim.workloads.programs import worker
from tests.parts import COSTS, GROWTH, a_clock, a_heap, a_scheduler, a_setting, pass_time

MIB = 1 << 20
ALLOCATION = Allocation(size=1000, objects=2, scan_bytes=0.0, pointer_stores=3.0)


class Bench:
    """A process on one P with a heap of 20 MiB, 2 MiB of them scannable, and a goal of 40 MiB."""

    def __init__(self, go: str, mechanisms: dict[str, object] | None = None) -> None:
        setting = a_setting(go, ps=1, mechanisms=mechanisms)
        self.clock = a_clock()
        self.heap = a_heap(self.clock)
        self.heap.join(GROWTH, 25)
        pass_time(self.clock, 5 * MIB)
        self.heap.join(GROWTH, 25, -1)
        self.pacing = Pacing(setting, self.heap)
        self.heap.collected(20 * MIB)
        self.pacing.finish(20 * MIB, 2 * MIB, 0.0)
        self.heap.sweep_all()
        self.scheduler = a_scheduler(self.clock, 1)
        self.marking = Marking(
            self.clock, self.heap, 0.5, lambda: None, lambda g: self.scheduler.ready(g, following=False)
        )
        self.gate = AssistGate(setting, self.scheduler, self.heap, self.pacing, self.marking)
        self.recorder = OperationRecorder()
        self.recorder.on = True
        machine = Machine(
            clock=self.clock, scheduler=self.scheduler, heap=self.heap, gate=self.gate, sink=self.recorder
        )
        self.program = worker(machine, Operation(ns=1000.0, call_free_ns=0, allocation=ALLOCATION))
        self.operations = Operations(machine, Operation(ns=1000.0, call_free_ns=0, allocation=ALLOCATION))

    def mark(self, *, root: float = 0.0, heap: float = 2.0 * MIB, held: bool = False) -> None:
        """Begin a cycle that marks a byte in a ns."""
        self.pacing.begin()
        self.marking.start(
            MarkWork(
                root_ns=root,
                hidden_ns=0.0,
                heap_ns=heap,
                alone_ns=0.0,
                scan_bytes=heap,
                shade_ns=0.0,
                black=False,
                assist_roots=False,
                held=held,
            )
        )
        self.gate.open(1)

    def run(self, ns: int) -> None:
        """Let the goroutine run for so many ns."""
        if self.program is not None:
            self.scheduler.go("worker", self.program)
        pass_time(self.clock, ns)
        self.heap.advance()

    @property
    def p_times(self) -> list[int]:
        return self.scheduler.ps[0].times()


def cause_ns(bench: Bench, cause: Cause) -> int:
    bench.scheduler.ps[0].halt()
    histogram = bench.recorder.histogram(COSTS.operation_shape, np.random.default_rng(1))
    return int(histogram.cause_ns[:, cause].sum())


def test_nobody_pays_while_nothing_is_marked() -> None:
    bench = Bench("1.8")
    bench.run(10**6)
    assert bench.p_times[PState.MUTATOR] == 10**6
    assert bench.gate.assist_ns == 0


def test_a_release_without_assists_lets_everybody_allocate() -> None:
    bench = Bench("1.8", {"assist": "none"})
    bench.mark()
    bench.run(10**6)
    assert bench.p_times[PState.ASSIST] == 0
    assert bench.heap.rate > 0


def test_credit_that_workers_left_pays_first() -> None:
    bench = Bench("1.8")
    bench.mark()
    bench.marking.credit = 1.0 * MIB
    bench.run(1000)
    assert bench.p_times[PState.ASSIST] == 0
    assert bench.marking.credit == pytest.approx(1.0 * MIB - OVER_ASSIST_WORK)


@pytest.mark.parametrize(
    ("go", "work"),
    [
        pytest.param("1.5", REFILL_BYTES * 40 * 0.1, id="1.5 pays for the spans of a turn"),
        pytest.param("1.6", OVER_ASSIST_BYTES * 0.1, id="1.6 pays for 1 MiB ahead"),
        pytest.param("1.7", OVER_ASSIST_WORK, id="1.7 does 64 KiB of scan work"),
        pytest.param("1.8", OVER_ASSIST_WORK, id="1.8 does 64 KiB of scan work"),
    ],
)
def test_a_goroutine_without_credit_does_the_work_that_its_release_asks_for(go: str, work: float) -> None:
    bench = Bench(go)
    bench.mark()
    bench.run(round(2 * work) + 1)
    assert bench.p_times[PState.ASSIST] == pytest.approx(2 * work, abs=2)
    assert bench.gate.assist_ns == pytest.approx(2 * work, abs=2)
    bench.marking.advance()
    assert bench.marking.done == pytest.approx(work, abs=2)


def test_an_assist_is_a_cause_of_its_operations_latency() -> None:
    bench = Bench("1.8")
    bench.mark()
    bench.run(2 * OVER_ASSIST_WORK + 5000)
    assert cause_ns(bench, Cause.MARK_ASSIST) == bench.gate.assist_ns > 0


def test_an_assist_buys_the_allocation_that_its_work_stands_for() -> None:
    bench = Bench("1.8")
    bench.mark()
    ratio = bench.pacing.assist_ratio(0.0)
    bought = OVER_ASSIST_WORK / ratio
    before = bench.heap.allocated
    bench.run(2 * OVER_ASSIST_WORK + round(bought) // 2)
    assert bench.p_times[PState.MUTATOR] > 0
    pass_time(bench.clock, round(1.5 * bought))
    bench.heap.advance()
    assert bench.p_times[PState.ASSIST] > 2 * OVER_ASSIST_WORK + 2
    assert bench.heap.allocated - before >= 0.99 * bought


def test_what_an_interrupted_assist_has_done_counts_and_what_it_would_have_paid_ahead_is_not_owed() -> None:
    bench = Bench("1.8")
    bench.mark()
    bench.run(OVER_ASSIST_WORK)
    p = bench.scheduler.ps[0]
    assert isinstance(p.activity, Assist)
    assert p.activity.safepoint_ns() == 0
    bench.scheduler.preempt(p)
    pass_time(bench.clock, OVER_ASSIST_WORK + 10)
    assert bench.gate.assist_ns == pytest.approx(OVER_ASSIST_WORK, abs=4)
    assert p.times()[PState.MUTATOR] > 0


def test_an_assist_of_1_5_cannot_be_interrupted() -> None:
    bench = Bench("1.5")
    bench.mark()
    bench.run(1000)
    activity = bench.scheduler.ps[0].activity
    assert isinstance(activity, Assist)
    assert not activity.preemptible
    whole = round(REFILL_BYTES * 40 * 0.1 * 2)
    assert activity.safepoint_ns() == pytest.approx(whole - 1000, abs=2)
    bench.marking.stop()
    assert activity.safepoint_ns() == 0


def test_a_wait_of_an_assist_is_charged_to_the_operation_that_allocates() -> None:
    bench = Bench("1.8")
    bench.mark()
    bench.run(1000)
    activity = bench.scheduler.ps[0].activity
    assert isinstance(activity, Assist)
    activity.delayed(777, Cause.STOPPED)
    pass_time(bench.clock, 2 * OVER_ASSIST_WORK + 2000)
    assert cause_ns(bench, Cause.STOPPED) == 777


def test_an_assist_that_begins_when_all_is_marked_is_over_at_once() -> None:
    bench = Bench("1.8")
    bench.mark()
    bench.marking.stop()
    assist = Assist(bench.gate, bench.operations, 1000.0, 1.0, 1)
    assert assist.begin(bench.scheduler.ps[0]) == 0
    bench.operations.allowance = 0.0
    assist.pause(bench.scheduler.ps[0])
    assert bench.operations.allowance == 0.0


def test_an_assist_whose_cycle_is_over_buys_nothing() -> None:
    bench = Bench("1.8")
    bench.mark()
    assist = Assist(bench.gate, bench.operations, 1000.0, 1.0, 1)
    assist.begin(bench.scheduler.ps[0])
    bench.operations.allowance = None
    pass_time(bench.clock, 100)
    assist.pause(bench.scheduler.ps[0])
    assert bench.operations.allowance is None
    assert bench.gate.assist_ns == 100


def test_an_assist_that_lost_its_goroutine_just_stops() -> None:
    bench = Bench("1.8")
    bench.mark()
    p = bench.scheduler.ps[0]
    p.run(Assist(bench.gate, bench.operations, 1000.0, 1.0, 1))
    pass_time(bench.clock, 5000)
    assert p.activity is None


def test_a_goroutine_that_finds_no_work_waits_in_the_queue_until_workers_have_paid() -> None:
    bench = Bench("1.8")
    bench.mark(root=50_000.0, heap=100_000.0)
    bench.marking._heap_left = 0.0  # noqa: SLF001 - all that assists may do is done, roots are left
    bench.run(1000)
    assert bench.scheduler.ps[0].g is None
    assert bench.p_times[PState.MUTATOR] == 0
    bench.marking._heap_left = 100_000.0  # noqa: SLF001 - the roots led to more
    bench.marking.join(workers=1)
    pass_time(bench.clock, 50_000 + OVER_ASSIST_WORK + 5000)
    assert bench.p_times[PState.MUTATOR] > 0
    assert cause_ns(bench, Cause.ASSIST_QUEUE) >= 50_000


def test_a_goroutine_of_1_5_that_finds_no_work_sleeps_100_us_and_looks_again() -> None:
    bench = Bench("1.5")
    bench.mark(root=500_000.0, heap=100_000.0)
    bench.marking._heap_left = 0.0  # noqa: SLF001 - all that assists may do is done, roots are left
    bench.run(99_000)
    assert bench.scheduler.ps[0].g is None
    bench.marking.credit = 1e9
    pass_time(bench.clock, 2_000)
    assert bench.p_times[PState.MUTATOR] == pytest.approx(1000, abs=10)


def test_who_waits_is_let_go_when_the_cycle_ends() -> None:
    bench = Bench("1.8")
    bench.mark(root=50_000.0, heap=100_000.0)
    bench.marking._heap_left = 0.0  # noqa: SLF001 - all that assists may do is done, roots are left
    bench.run(1000)
    bench.marking.stop()
    bench.gate.close()
    pass_time(bench.clock, 1000)
    assert bench.p_times[PState.MUTATOR] == 1000
    assert bench.gate.marking_cycle == 0


def test_a_debt_of_less_than_a_byte_of_work_stops_nobody() -> None:
    """An absolute ratio over a heap with next to nothing to scan asks for parts of a byte, again and again."""
    bench = Bench("1.8", {"pacer": "absolute", "over_assist": "none"})
    bench.pacing.finish(20 * MIB, 20.0, 0.0)
    bench.mark(heap=100.0)
    bench.run(10**6)
    assert bench.p_times[PState.MUTATOR] == 10**6


def test_barrier_and_sweeping_cost_only_while_there_is_something_to_do() -> None:
    bench = Bench("1.8")
    assert bench.gate.surcharge_ns(ALLOCATION) == (0.0, 0.0)
    bench.mark()
    assert bench.gate.surcharge_ns(ALLOCATION) == (3 * COSTS.write_barrier_ns["hybrid"], 0.0)
    bench.heap.collected(10 * MIB)
    bench.heap.pages_per_byte = 1 / 2000
    assert bench.gate.surcharge_ns(ALLOCATION)[1] == pytest.approx(COSTS.sweep_page_ns / 2)


def test_a_p_without_a_goroutine_cannot_owe_work() -> None:
    bench = Bench("1.8")
    bench.mark()
    bench.operations.allowance = 0.0
    with pytest.raises(RuntimeError, match="P0 runs no goroutine"):
        bench.gate.pay(bench.scheduler.ps[0], bench.operations)


def test_without_assists_the_allowance_has_no_end() -> None:
    bench = Bench("1.8", {"assist": "none"})
    bench.mark()
    bench.scheduler.go("worker", [bench.operations])
    pass_time(bench.clock, 100)
    assert bench.operations.allowance == math.inf


@pytest.mark.parametrize("go", ["1.5", "1.8"])
def test_an_assist_ends_when_there_is_nothing_left_to_mark_whatever_it_owes(go: str) -> None:
    bench = Bench(go)
    bench.mark(heap=5_000.0, held=True)
    bench.run(50_000)
    assert bench.p_times[PState.ASSIST] == pytest.approx(10_000, abs=4)
    assert bench.p_times[PState.MUTATOR] == 0
    assert bench.scheduler.ps[0].g is None


def test_an_assist_that_found_too_little_takes_the_credit_of_workers_before_it_waits() -> None:
    bench = Bench("1.8")
    bench.mark(heap=5_000.0, held=True)
    bench.run(1000)
    bench.marking.credit = 1e6
    pass_time(bench.clock, 20_000)
    assert bench.p_times[PState.ASSIST] == pytest.approx(10_000, abs=4)
    assert bench.p_times[PState.MUTATOR] == pytest.approx(11_000, abs=4)
    assert bench.marking.credit == pytest.approx(1e6 - OVER_ASSIST_WORK + 5000, abs=4)
