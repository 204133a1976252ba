"""Timers: one goroutine, timerproc, sleeps till the first and readies who waits: whole logs, each with its rule."""

import pytest

from gcsim.runtime import Compute, FatalError, Program, Sleep
from gcsim.vocabulary import PState
from tests.runtime.bench import ERAS, WAKE_NS, Bench, priced, rules

US = 1_000
MS = 1_000_000


def sleeps(bench: Bench, name: str, *sleeps_ns: int, then_ns: int = 100 * US) -> Program:
    """Return the program that sleeps now and then, and computes in between."""
    for ns in sleeps_ns:
        yield Sleep(ns)
        bench.note("woke", name)
        yield Compute(then_ns)


def test_who_sleeps_is_readied_by_timerproc_which_needs_a_thread_and_a_p_for_it() -> None:
    # addtimerLocked: if !timers.created { go timerproc() }, notewakeup; timerproc: f(arg), notetsleepg: go1.8 time.go
    bench = Bench(1, rules("1.8"))
    bench.go("a", sleeps(bench, "a", 2 * MS))
    bench.go("b", sleeps(bench, "b", 1 * MS))
    assert bench.run() == [
        (5, "P0", "a"),
        # a has started it on its own P. It hands that off as it goes to sleep, so another M has to wake for b.
        (5, "P0", "timerproc"),
        (10, "P0", "b"),
        # b's alarm comes first: timerproc's M is woken to set it, once more at the time itself, and another takes the P
        # when timerproc goes to sleep till a's.
        (1 * MS + 10 + 2 * WAKE_NS, "P0", "b"),
        (1 * MS + 10 + 2 * WAKE_NS, "woke", "b"),
        # With no timer left it parks like any goroutine, and its M goes on with what it has readied.
        (2 * MS + 5 + WAKE_NS, "P0", "a"),
        (2 * MS + 5 + WAKE_NS, "woke", "a"),
    ]


@pytest.mark.parametrize("go", ERAS)
def test_while_every_p_is_busy_timerproc_waits_for_one_like_any_goroutine_and_sleepers_with_it(go: str) -> None:
    # notetsleepg ends with exitsyscall: no P, so timerproc goes to the global queue.
    bench = Bench(1, rules(go))
    bench.go("sleeps", sleeps(bench, "sleeps", 1 * MS))
    bench.go("busy", bench.computing(5 * MS))
    bench.at(2 * MS, lambda: bench.go("late", bench.computing(1 * MS), by=bench.ps[0]))
    assert bench.run() == [
        (5, "P0", "sleeps"),
        (5, "P0", "timerproc"),
        (10, "P0", "busy"),
        (5 * MS + 10, "P0", "late"),
        (6 * MS + 10, "P0", "timerproc"),
        (6 * MS + 10, "P0", "sleeps"),
        (6 * MS + 10, "woke", "sleeps"),
    ]


@pytest.mark.parametrize(("go", "order"), [("1.4", "abc"), ("1.5", "cab"), ("1.8", "cab")])
def test_those_that_are_due_together_are_readied_one_by_one_into_the_queue_of_timerprocs_p(go: str, order: str) -> None:
    # goroutineReady: ready(gp): into the ring in 1.4, into runnext, whose holder goes to the ring, from 1.5 on.
    bench = Bench(1, rules(go), prices=priced(timer=1 * US))
    for name in "abc":
        bench.go(name, sleeps(bench, name, 1 * MS, then_ns=10 * US))
    # Each sleep takes 1 us to begin, and each timer 1 us to be dealt with, so that the next is due when one is done.
    assert bench.run()[-6:] == [
        entry
        for number, name in enumerate(order)
        for at in [1_004 * US + 10 + number * 10 * US]
        for entry in [(at, "P0", name), (at, "woke", name)]
    ]


@pytest.mark.parametrize("go", ERAS)
def test_timerproc_that_has_nothing_to_wait_for_is_readied_by_who_sets_a_timer(go: str) -> None:
    # if timers.rescheduling { timers.rescheduling = false; goready(timers.gp) }
    bench = Bench(1, rules(go))

    def main() -> Program:
        yield Sleep(1 * MS)
        bench.go("x", bench.computing(10 * US), by=bench.here("main"))
        yield Sleep(1 * MS)
        bench.note("woke")

    bench.go("main", main())
    start = [(5, "P0", "main"), (5, "P0", "timerproc"), (1 * MS + 10, "P0", "main")]
    if go == "1.4":
        between = [(1 * MS + 10, "P0", "x"), (1_010 * US + 10, "P0", "timerproc")]
    else:
        # It takes runnext from x, which has to wait until another M is there for the P.
        between = [(1 * MS + 10, "P0", "timerproc"), (1 * MS + 15, "P0", "x")]
    assert bench.run() == [*start, *between, (2 * MS + 15, "P0", "main"), (2 * MS + 15, "woke", "")]


def test_one_p_runs_what_timerproc_has_readied_while_another_stays_idle() -> None:
    # Even with a P of its own, a sleeper costs the wake of timerproc's thread, and that of another for its P.
    bench = Bench(2, rules("1.8"))
    bench.go("main", bench.computing(3 * MS))
    bench.go("sleeps", sleeps(bench, "sleeps", 1 * MS, 1 * MS))
    bench.at(1_500 * US, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    assert bench.run() == [
        (5, "P0", "main"),
        (10, "P1", "sleeps"),
        (10, "P1", "timerproc"),
        (1 * MS + 10 + WAKE_NS, "P1", "sleeps"),
        (1 * MS + 10 + WAKE_NS, "woke", "sleeps"),
        # It runs on for 0.1 ms and has timerproc, which parked, do the same again.
        (1_100 * US + 10 + WAKE_NS, "P1", "timerproc"),
        (1_500 * US, "MUTATOR IDLE", ""),
        (2_100 * US + 10 + 2 * WAKE_NS, "P1", "sleeps"),
        (2_100 * US + 10 + 2 * WAKE_NS, "woke", "sleeps"),
    ]
    assert bench.ps[1].times()[PState.SYSCALL] == 0


def test_a_sleep_of_no_time_is_none() -> None:
    bench = Bench(1)

    def main() -> Program:
        yield Sleep(0)
        bench.note("goes on")

    bench.go("main", main())
    assert bench.run() == [(5, "P0", "main"), (5, "goes on", "")]
    assert len(bench.scheduler.timers) == 0


def test_who_sleeps_will_wake_so_all_are_not_asleep_before_and_timerproc_is_none_of_them() -> None:
    # checkdead skips system goroutines, and timerproc's M counts as running while it sleeps in the kernel.
    bench = Bench(1)

    def main() -> Program:
        yield Sleep(1 * MS)
        bench.note("woke")
        yield bench.park

    bench.scheduler.main = bench.go("main", main())
    with pytest.raises(FatalError) as error:
        bench.run()
    assert bench.log[-1] == (1 * MS + 5 + WAKE_NS, "woke", "")
    assert "goroutine 1 [waiting]" in str(error.value)
    assert "timerproc" not in str(error.value)
