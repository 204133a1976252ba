"""Goroutines that are wired to their threads: whole logs, each with the rule of the runtime that it shows."""

import pytest

from gcsim.runtime import Channel, Compute, Gosched, LockOSThread, Program, Syscall, UnlockOSThread
from gcsim.vocabulary import PState
from tests.runtime.bench import ERAS, WAKE_NS, Bench, rules

US = 1_000
MS = 1_000_000


@pytest.mark.parametrize("go", ERAS)
def test_each_time_that_it_runs_two_threads_are_switched(go: str) -> None:
    # schedule: if _g_.m.lockedg != nil { stoplockedm() }; if gp.lockedm != nil { startlockedm(gp); goto top }: go1.4
    # proc.c, go1.8 proc.go. Who waits hands its P on, and who finds it hands its own over.
    bench = Bench(1, rules(go))
    there, back = Channel(), Channel()

    def wired() -> Program:
        yield LockOSThread()
        for _ in range(2):
            yield there.receive()
            bench.note("received", "wired")
            yield Compute(10 * US)
            yield back.send()

    def other() -> Program:
        for _ in range(2):
            yield Compute(10 * US)
            yield there.send()
            yield back.receive()
            bench.note("received", "other")

    bench.go("wired", wired())
    bench.go("other", other())
    first, second = 10 * US + 5, 20 * US + 5
    assert bench.run() == [
        (5, "P0", "wired"),
        (5 + WAKE_NS, "P0", "other"),
        (first + 2 * WAKE_NS, "P0", "wired"),
        (first + 2 * WAKE_NS, "received", "wired"),
        (second + 3 * WAKE_NS, "P0", "other"),
        (second + 3 * WAKE_NS, "received", "other"),
        (30 * US + 5 + 4 * WAKE_NS, "P0", "wired"),
        (30 * US + 5 + 4 * WAKE_NS, "received", "wired"),
        # It ends here, and its M is one like any other: no thread is switched any more.
        (40 * US + 5 + 4 * WAKE_NS, "P0", "other"),
        (40 * US + 5 + 4 * WAKE_NS, "received", "other"),
    ]
    assert bench.scheduler.threads.total == 3


@pytest.mark.parametrize("go", ERAS)
def test_even_alone_it_is_handed_back_and_forth_when_it_yields(go: str) -> None:
    # gosched_m: schedule(): stoplockedm hands the P off, since it lies in the global queue itself (handoffp).
    bench = Bench(1, rules(go))

    def wired() -> Program:
        yield LockOSThread()
        yield Compute(10 * US)
        yield Gosched()
        yield Compute(10 * US)

    bench.go("wired", wired())
    assert bench.run() == [(5, "P0", "wired"), (10 * US + 5 + 2 * WAKE_NS, "P0", "wired")]
    assert bench.ps[0].schedtick == 2
    assert (bench.scheduler.threads.total, bench.scheduler.threads.idle) == (3, 2)


def test_a_slice_that_it_inherits_is_a_new_one() -> None:
    # schedule: when stoplockedm returns, execute(_g_.m.lockedg, false)
    bench = Bench(1, rules("1.8"))

    def wired() -> Program:
        yield LockOSThread()
        yield bench.park
        yield Compute(10 * US)

    def other() -> Program:
        bench.ready("wired", by=bench.here("other"))
        yield Compute(10 * US)

    bench.go("wired", wired())
    bench.go("other", other())
    assert bench.run() == [
        (5, "P0", "wired"),
        (5 + WAKE_NS, "P0", "other"),
        (10 * US + 5 + 2 * WAKE_NS, "P0", "wired"),
    ]
    assert bench.ps[0].schedtick == 3


def test_unwired_it_runs_wherever_it_is_found() -> None:
    bench = Bench(1, rules("1.8"))

    def program() -> Program:
        yield LockOSThread()
        yield Gosched()
        yield UnlockOSThread()
        yield Gosched()
        yield Compute(10 * US)

    bench.go("g", program())
    assert bench.run() == [(5, "P0", "g"), (5 + 2 * WAKE_NS, "P0", "g"), (5 + 2 * WAKE_NS, "P0", "g")]


def test_a_goroutine_that_ended_wired_leaves_no_trace_on_the_next_of_its_g() -> None:
    # goexit0 unties both: gp.lockedm = nil, _g_.m.lockedg = nil
    bench = Bench(1, rules("1.8"))

    def yields() -> Program:
        yield Gosched()
        yield Compute(10 * US)

    bench.go("wired", [LockOSThread()])
    bench.at(1 * MS, lambda: bench.go("again", yields()))
    assert bench.run() == [
        (5, "P0", "wired"),
        (1 * MS + WAKE_NS, "P0", "again"),
        (1 * MS + WAKE_NS, "P0", "again"),
    ]
    assert len(bench.scheduler.goroutines) == 1


def test_its_thread_goes_with_it_into_a_system_call_and_is_nobody_elses_when_it_comes_back_without_a_p() -> None:
    # exitsyscall0: globrunqput(gp); if _g_.m.lockedg != nil { stoplockedm() }
    bench = Bench(1, rules("1.8"))

    def wired() -> Program:
        yield LockOSThread()
        yield Syscall(100 * US, blocking=True)
        bench.note("back")
        yield Compute(10 * US)
        yield Gosched()

    def note() -> None:
        bench.note(f"{bench.scheduler.threads.total} threads, {bench.scheduler.threads.idle} asleep")

    bench.go("wired", wired())
    bench.go("other", bench.computing(1 * MS))
    bench.at(500 * US, note)
    assert bench.run() == [
        (5, "P0", "wired"),
        (5 + WAKE_NS, "P0", "other"),
        (500 * US, "3 threads, 0 asleep", ""),
        (1 * MS + 5 + 2 * WAKE_NS, "P0", "wired"),
        (1 * MS + 5 + 2 * WAKE_NS, "back", ""),
        # Still wired: yielding costs it two switches.
        (1_010 * US + 5 + 4 * WAKE_NS, "P0", "wired"),
    ]


def test_on_the_p_that_it_comes_back_to_it_is_wired_too() -> None:
    bench = Bench(2, rules("1.8"))

    def wired() -> Program:
        yield LockOSThread()
        yield Syscall(100 * US, blocking=True)
        yield Gosched()
        bench.note(f"on {bench.here('wired')}")

    bench.go("main", bench.computing(50 * US))
    bench.go("wired", wired())
    bench.at(40 * US, lambda: bench.go("other", bench.computing(1 * MS)))
    assert bench.run() == [
        (5, "P0", "main"),
        (10, "P1", "wired"),
        (40 * US + WAKE_NS, "P1", "other"),
        (100 * US + 10 + 2 * WAKE_NS, "P0", "wired"),
        (100 * US + 10 + 2 * WAKE_NS, "on P0", ""),
    ]


@pytest.mark.parametrize("go", ERAS)
def test_a_stop_of_the_world_waits_for_the_thread_that_its_p_is_handed_to(go: str) -> None:
    # Preempted, it lies in the global queue, so stoplockedm's handoffp starts an M, which finds that the world stops.
    bench = Bench(2, rules(go))

    def wired() -> Program:
        yield LockOSThread()
        yield Compute(1 * MS)

    bench.go("main", bench.computing(1 * MS))
    bench.go("wired", wired())
    bench.stop_at(100 * US, 0, 10 * US)
    assert bench.run()[2:] == [
        (100 * US, "requests", "P0"),
        (100 * US + WAKE_NS, "stopped", ""),
        (110 * US + WAKE_NS, "started", ""),
        (110 * US + 3 * WAKE_NS, "P1", "wired"),
    ]


def test_a_p_that_is_handed_over_while_the_world_stops_stops() -> None:
    bench = Bench(2, rules("1.8"), wake_ns=10 * US)

    def wired() -> Program:
        yield LockOSThread()
        yield bench.park
        bench.note("goes on")

    bench.go("wired", wired())
    bench.go("main", bench.computing(1 * MS))
    bench.at(100 * US, lambda: bench.ready("wired"))
    # P0's M has found it at 110 us and its own is to be up at 120.
    bench.stop_at(115 * US, 1, 5 * US)
    bench.at(125 * US, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    assert bench.run() == [
        (10 * US, "P0", "wired"),
        (20 * US, "P1", "main"),
        (115 * US, "requests", "P1"),
        (125 * US, "SCHEDULING STOPPING", ""),
        (130 * US, "stopped", ""),
        (135 * US, "started", ""),
        (155 * US, "P0", "wired"),
        (155 * US, "goes on", ""),
    ]


def test_a_wired_goroutine_that_waits_leaves_its_p_idle_and_its_thread_is_not_used_by_others() -> None:
    bench = Bench(1, rules("1.8"))
    bench.go("wired", [LockOSThread(), bench.park])
    bench.run()
    assert bench.states == [PState.IDLE]
    # sysmon's, its own, and the one that the P was handed to.
    assert (bench.scheduler.threads.total, bench.scheduler.threads.idle) == (3, 1)
