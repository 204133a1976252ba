"""Programs that allocate: what reaches the heap, what they pay, and when they collect."""

from collections.abc import Callable, Generator
from typing import Any

import pytest

from gcsim.recording import Recording
from gcsim.runtime import Account, Allocate, Batch, Call, Collect, Compute, Drop, G, Go, Myself, Pool, Sleep
from gcsim.scenario.programs import Pingpong
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, PState
from gcsim.workloads import catalog
from gcsim.workloads.process import Process
from tests.parts import a_scenario

Main = Callable[[Process], Generator[Any, Any, None]]
Run = Callable[..., Recording]

MIB = 1 << 20
BASE = 47_256
"""What a process has before its main does anything, bytes."""
BUSY = Cause.MARK_ASSIST, Cause.ASSIST_QUEUE


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that simulates a program."""

    def run(main: Main, **keys: object) -> Recording:
        monkeypatch.setattr(
            "gcsim.simulation.PROGRAMS", {**catalog.PROGRAMS, "pingpong": lambda process, **_: main(process)}
        )
        scenario = a_scenario(**{"until": {"duration": "1s"}, **keys})
        program = scenario.model_copy(update={"workload": a_pingpong()})
        return simulate(program)

    return run


def a_pingpong() -> object:
    return Pingpong(kind="pingpong")


def test_what_is_allocated_is_counted_and_takes_its_time(run: Run) -> None:
    times = []

    def main(process: Process) -> Generator[Any, Any, None]:
        process.begin()
        for size in (64, 6400):
            before = process.now
            yield Allocate(size)
            times.append(process.now - before)

    recording = run(main)
    assert (recording.ended_by, recording.allocated_bytes, recording.allocated_objects) == ("exit", 6464, 2)
    assert 0 < times[0] < times[1]


def test_garbage_is_dead_and_what_is_kept_lives_until_it_is_dropped(run: Run) -> None:
    def main(process: Process) -> Generator[Any, Any, None]:
        process.begin()
        kept = Allocate(MIB // 2, objects=16, pointers=32, lifetime="kept")
        yield kept
        yield kept
        yield Allocate(MIB)
        yield Collect()
        yield Drop(kept)
        yield Collect()
        yield Sleep("1ms")

    recording = run(main)
    assert recording.cycles["heap_marked"].tolist() == [BASE + MIB, BASE + MIB // 2]
    assert recording.cycles["forced"].tolist() == [True, True]
    assert recording.heap_live == BASE + MIB // 2


def test_what_a_goroutine_holds_dies_with_it(run: Run) -> None:
    def holder() -> Generator[Any, Any, None]:
        yield Allocate(MIB, lifetime="goroutine")
        yield Sleep("1ms")

    def main(process: Process) -> Generator[Any, Any, None]:
        process.begin()
        yield Go(holder())
        yield Sleep("500us")
        yield Collect()
        yield Sleep("2ms")
        yield Collect()

    recording = run(main, gomaxprocs=1)
    assert recording.cycles["heap_marked"].tolist() == [BASE + MIB, BASE]


@pytest.mark.parametrize("go", ["1.4", "1.5", "1.6", "1.7", "1.8"])
def test_a_program_that_allocates_collects_at_its_trigger(run: Run, go: str) -> None:
    def main(process: Process) -> Generator[Any, Any, None]:
        yield Allocate(16 * MIB, objects=100_000, pointers=200_000, lifetime="kept")
        yield Collect()
        process.begin()
        churn, work = Allocate(4096, objects=16, pointers=16), Compute(20_000)
        while True:
            yield churn
            yield work

    recording = run(main, go=go, until={"duration": "600ms"})
    cycles = recording.cycles
    assert len(cycles["cycle"]) >= 3
    assert not cycles["forced"].any()
    # GOGC=100: the heap doubles between two collections, and what a cycle marks is the live heap with what floats.
    assert all(16 * MIB <= marked <= 24 * MIB for marked in cycles["heap_marked"].tolist())
    assert all(20 * MIB <= end <= 44 * MIB for end in cycles["heap_end"].tolist()[1:])
    if go != "1.4":
        assert max(cycles["assist_ns"].tolist()) > 0
        assert recording.p_time_ns[:, PState.ASSIST].sum() > 0


def test_an_allocation_pays_for_its_request_and_only_its_own(run: Run) -> None:
    requests = []

    def main(process: Process) -> Generator[Any, Any, None]:
        me: G = yield Myself()
        yield Allocate(16 * MIB, objects=200_000, pointers=400_000, lifetime="kept")
        yield Collect()
        process.begin()
        assert me.account is not None
        churn = Allocate(65536, objects=16, pointers=512)
        while True:
            me.account.delays = {}
            began = process.now
            yield churn
            requests.append((process.now - began, dict(me.account.delays)))

    run(main, until={"duration": "200ms"}, gomaxprocs=1)
    charged = set().union(*(delays for _, delays in requests))
    assert {Cause.MARK_ASSIST, Cause.WRITE_BARRIER, Cause.SWEEP_ASSIST, Cause.STOPPED} <= charged
    assert all(sum(delays.values()) <= latency for latency, delays in requests)
    undisturbed = {latency for latency, delays in requests if not delays}
    assert len(undisturbed) == 1


def test_a_batch_of_operations_counts_each_and_ends(run: Run) -> None:
    def main(process: Process) -> Generator[Any, Any, None]:
        process.begin()
        yield Batch(1000, "1us", Allocate(128, pointers=2))
        yield Batch(10, "1us")

    recording = run(main)
    assert (recording.ops, recording.ended_by) == (1010, "exit")
    assert recording.allocated_bytes == pytest.approx(128_000, abs=200)
    assert 1_010_000 < recording.end_ns - recording.start_ns < 1_200_000


def test_stacks_and_heap_share_the_memory(run: Run) -> None:
    def main(process: Process) -> Generator[Any, Any, None]:
        process.begin()
        kept = Allocate(MIB, lifetime="kept")
        while True:
            yield kept

    recording = run(main, hardware={"profile": "measured-2vcpu", "memory": "64MiB"})
    assert recording.ended_by == "out_of_memory"
    assert 64 * MIB <= recording.heap_peak <= 65 * MIB


def test_an_idle_process_collects_every_two_minutes(run: Run) -> None:
    def main(process: Process) -> Generator[Any, Any, None]:
        yield Allocate(MIB, lifetime="kept")
        process.begin()
        yield Sleep("5m")

    recording = run(main, until={"duration": "10m"})
    assert len(recording.cycles["cycle"]) == 2
    assert recording.ended_by == "exit"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Allocate(-1), "whole bytes"),
        (lambda: Allocate(1.5), "whole bytes"),  # type: ignore[arg-type]
        (lambda: Allocate(8, pointers=2), "pointers that fit"),
        (lambda: Allocate(8, objects=0), "at least one object"),
        (lambda: Allocate(8, lifetime="ever"), "a lifetime is"),  # type: ignore[arg-type]
        (lambda: Drop(Allocate(8)), "only what is"),
        (lambda: Batch(0, 10), "operations that take time"),
        (lambda: Batch(1, 0), "operations that take time"),
    ],
    ids=["negative", "fraction", "too many pointers", "no object", "lifetime", "garbage", "none", "no time"],
)
def test_an_instruction_that_makes_no_sense_is_refused_where_it_is_made(
    make: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        make()


def test_a_collection_empties_every_pool(run: Run) -> None:
    got = []

    def main(process: Process) -> Generator[Any, Any, None]:
        pool = Pool()
        process.begin()
        yield pool.put("kept")
        got.append((yield pool.get()))
        yield pool.put("lost")
        yield Collect()
        got.append((yield pool.get()))

    run(main)
    assert got == ["kept", None]


def test_growing_a_stack_is_charged_to_the_request_in_flight(run: Run) -> None:
    requests = []

    def deep() -> Generator[Any, Any, None]:
        yield Compute(1000)

    def main(process: Process) -> Generator[Any, Any, None]:
        me: G = yield Myself()
        me.account = Account()
        process.begin()
        for _ in range(2):
            me.account.delays = {}
            yield Call(deep(), frame=5000)
            requests.append(me.account.delays)

    run(main)
    first, second = requests
    assert list(first) == [Cause.STACK_GROWTH]
    assert first[Cause.STACK_GROWTH] > 500
    assert second == {}
