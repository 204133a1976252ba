"""Which goroutine a P runs next: whole logs of small programs, each with the rule of the runtime that it shows."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from gcsim.runtime import Channel, Compute, G, Go, Gosched, LockOSThread, P, Program
from gcsim.vocabulary import Cause, PState
from tests.runtime.bench import ERAS, Bench, Marker, Scripted, priced, rules


def starts(bench: Bench) -> list[str]:
    """Return who was started, in order."""
    return [name for _, _, name in bench.log]


def spawning(bench: Bench, names: str, then_ns: int, *, each_ns: int = 10) -> Program:
    """Return main's program: start goroutines that compute, then compute oneself."""
    for name in names:
        bench.go(name, bench.computing(each_ns), by=bench.here("main"))
    yield bench.compute(then_ns)


# Starting and ending


def test_a_goroutine_starts_when_a_thread_has_woken_and_its_p_is_idle_after_it() -> None:
    bench = Bench()
    g = bench.go("main", bench.computing(10))
    assert (g.number, repr(g), repr(bench.ps[0])) == (1, "G1(main)", "P0")
    assert bench.states == [PState.SCHEDULING]
    assert bench.run() == [(5, "P0", "main")]
    assert bench.now == 15
    assert bench.states == [PState.IDLE]


def test_a_program_goes_on_step_by_step_without_losing_its_p() -> None:
    bench = Bench()

    def main() -> Program:
        for step in range(3):
            yield bench.compute(10)
            bench.note("step", str(step))

    bench.go("main", main())
    assert bench.run() == [(5, "P0", "main"), (15, "step", "0"), (25, "step", "1"), (35, "step", "2")]


def test_without_a_probe_the_schedule_is_the_same() -> None:
    ran = []
    for probed in (True, False):
        bench = Bench(2, rules("1.8"))
        if not probed:
            bench.scheduler.on_decision = None
        activities = [bench.compute(1000) for _ in range(5)]
        for number, activity in enumerate(activities):
            bench.go(str(number), [activity])
        bench.run()
        assert bool(bench.log) == probed
        ran.append([activity.ran for activity in activities])
    assert ran[0] == ran[1]


def turns(bench: Bench) -> list[tuple[int, str, int, str, int]]:
    """Run goroutines that hand values over, yield and are wired; return when each did what, where, at which tick."""
    channels = [Channel() for _ in range(9)]
    taken: list[tuple[int, str, int, str, int]] = []

    def turn(name: str, number: int) -> None:
        p = bench.here(name)
        taken.append((bench.now, repr(p), p.schedtick, name, number))

    def sends(name: str) -> Program:
        for number in range(40):
            yield channels[number % 9].send(number)
            turn(name, number)
        yield Gosched()
        turn(name, -1)

    def receives(name: str) -> Program:
        for number in range(40):
            turn(name, (yield channels[number % 9].receive()))
        if name == "r3":
            yield LockOSThread()
        yield Gosched()
        turn(name, -1)

    def main() -> Program:
        for n in range(8):
            yield Go(sends(f"s{n}"), f"s{n}")
            yield Go(receives(f"r{n}"), f"r{n}")
        bench.at(bench.now + 3_000, lambda: bench.go("late", [Compute(100)]))
        yield Gosched()
        turn("main", 0)

    bench.watch()
    bench.go("main", main())
    bench.run()
    assert len(taken) == 8 * 2 * 41 + 1
    return taken


@pytest.mark.parametrize("ps", [1, 3])
@pytest.mark.parametrize("go", ERAS)
def test_without_a_probe_goroutines_take_the_same_turns(go: str, ps: int) -> None:
    # Where nobody listens a P takes what lies in its own queue without further questions.
    probed, quick = (Bench(ps, rules(go), prices=priced(unbuffered=70, gosched=90, go=100)) for _ in range(2))
    quick.scheduler.on_decision = None
    assert turns(quick) == turns(probed)
    assert probed.log
    assert not quick.log


def test_a_goroutine_that_waits_gives_its_p_to_the_next() -> None:
    bench = Bench()

    def main() -> Program:
        yield bench.compute(10)
        yield bench.sleeping(20)
        yield bench.compute(10)

    bench.go("main", main())
    bench.go("other", bench.computing(30))
    # main is readied at 35 and has to wait for the P: nothing takes it from other.
    assert bench.run() == [(5, "P0", "main"), (15, "P0", "other"), (45, "P0", "main")]


def test_a_p_without_a_goroutine_can_neither_go_on_nor_block() -> None:
    bench = Bench()
    with pytest.raises(RuntimeError, match="P0 has no goroutine to go on with"):
        bench.scheduler.proceed(bench.ps[0])
    with pytest.raises(RuntimeError, match="P0 has no goroutine that could wait"):
        bench.scheduler.block(bench.ps[0], Cause.RUN_QUEUE)


# Order on one P


def test_in_1_4_a_new_goroutine_queues_at_the_end() -> None:
    # newproc1: runqput(m->p, newg) appends.
    bench = Bench(1, rules("1.4"))
    bench.go("main", spawning(bench, "abc", 100))
    assert bench.run() == [(5, "P0", "main"), (105, "P0", "a"), (115, "P0", "b"), (125, "P0", "c")]


def test_from_1_5_the_last_new_goroutine_runs_next() -> None:
    # newproc1: runqput(_p_, newg, true) takes runnext, and moves its holder to the end of the ring.
    bench = Bench(1, rules("1.5"))
    bench.go("main", spawning(bench, "abc", 100))
    assert bench.run() == [(5, "P0", "main"), (105, "P0", "c"), (115, "P0", "a"), (125, "P0", "b")]


@pytest.mark.parametrize(("go", "order"), [("1.4", ["main", "x", "woken"]), ("1.5", ["main", "woken", "x"])])
def test_a_goroutine_readied_by_another_runs_next_from_1_5_only(go: str, order: list[str]) -> None:
    # ready: runqput(_g_.m.p.ptr(), gp, true); in 1.4 runtime.ready appends.
    bench = Bench(1, rules(go))

    def woken() -> Program:
        yield bench.park
        yield bench.compute(10)

    def main() -> Program:
        yield bench.gosched
        bench.go("x", bench.computing(10), by=bench.here("main"))
        bench.ready("woken", by=bench.here("main"))
        yield bench.compute(10)

    bench.go("main", main())
    bench.go("woken", woken())
    bench.run()
    assert starts(bench)[2:] == order


def test_a_goroutine_may_be_readied_without_taking_runnext() -> None:
    # gcFlushBgCredit: ready(gp, 0, false) wakes an assist without next.
    bench = Bench(1, rules("1.8"))

    def main() -> Program:
        bench.go("x", bench.computing(10), by=bench.here("main"))
        bench.scheduler.ready(late, by=bench.here("main"), following=False)
        yield bench.compute(10)

    late = G(9, "late", bench.computing(10))
    bench.go("main", main())
    assert bench.run() == [(5, "P0", "main"), (15, "P0", "x"), (25, "P0", "late")]


def test_the_global_queue_comes_after_the_local_one() -> None:
    # findrunnable: runqget(_p_), then globrunqget(_p_, 0).
    bench = Bench(1, rules("1.8"))
    bench.go("main", spawning(bench, "ab", 100))
    bench.at(50, lambda: bench.go("global", bench.computing(10)))
    assert bench.run() == [
        (5, "P0", "main"),
        (105, "P0", "b"),
        (115, "P0", "a"),
        (125, "P0", "global"),
    ]


def test_every_61st_tick_the_global_queue_comes_first() -> None:
    # schedule: if _g_.m.p.ptr().schedtick%61 == 0 && sched.runqsize > 0 { gp = globrunqget(_g_.m.p.ptr(), 1) }
    bench = Bench(1, rules("1.4"))

    def main() -> Program:
        for number in range(100):
            bench.go(str(number), bench.computing(1), by=bench.here("main"))
        bench.go("global", bench.computing(1))
        bench.go("global too", bench.computing(1))
        yield bench.compute(1)

    bench.go("main", main())
    bench.run()
    local = [str(number) for number in range(100)]
    # main was tick 1.
    assert starts(bench) == ["main", *local[:60], "global", *local[60:100], "global too"]


def test_a_goroutine_from_runnext_inherits_the_slice_and_does_not_tick() -> None:
    # execute: if !inheritTime { _g_.m.p.ptr().schedtick++ }
    bench = Bench(1, rules("1.5"))
    bench.go("main", spawning(bench, "abc", 10))
    bench.run()
    # main and, from the ring, a and b; c inherits main's slice.
    assert bench.ps[0].schedtick == 3


def test_gosched_goes_to_the_end_of_the_global_queue() -> None:
    # goschedImpl: lock(&sched.lock), globrunqput(gp), unlock(&sched.lock), and then schedule.
    bench = Bench(1, rules("1.8"))

    def yielding() -> Program:
        yield bench.compute(10)
        yield bench.gosched
        yield bench.compute(10)

    bench.go("a", yielding())
    bench.go("b", yielding())
    bench.go("c", bench.computing(10))
    assert bench.run() == [
        (5, "P0", "a"),
        (15, "P0", "b"),
        (25, "P0", "c"),
        (35, "P0", "a"),
        (45, "P0", "b"),
    ]


# Waking up


def test_threads_are_woken_one_at_a_time() -> None:
    # wakep only if no M spins; an M that found work, and was the last to spin, wakes the next (resetspinning).
    bench = Bench(4, rules("1.4"))
    bench.go("main", spawning(bench, "abc", 100, each_ns=100))
    bench.run()
    assert [(time, p) for time, p, _ in bench.log] == [(5, "P0"), (10, "P1"), (15, "P2"), (20, "P3")]
    assert sorted(starts(bench)) == ["a", "b", "c", "main"]


def test_a_thread_that_finds_nothing_goes_back_to_sleep_and_can_be_woken_again() -> None:
    bench = Bench(2, rules("1.4"))
    bench.go("main", spawning(bench, "a", 2))
    bench.at(50, lambda: bench.go("b", bench.computing(10)))
    # P0 runs a at 7, before P1 is up; P1 is woken for nothing. b is for P0, the first idle one.
    assert bench.run() == [(5, "P0", "main"), (7, "P0", "a"), (55, "P0", "b")]
    assert bench.ps[1].times()[PState.SCHEDULING] == 10  # for a, and after b was found


def test_nobody_is_woken_while_every_p_is_busy() -> None:
    bench = Bench(1)
    bench.go("main", bench.computing(100))
    bench.at(50, lambda: bench.go("later", bench.computing(10)))
    assert bench.run() == [(5, "P0", "main"), (105, "P0", "later")]


# Stealing


def test_a_thief_takes_half_the_ring_rounded_up_and_runs_the_last_first() -> None:
    # runqsteal: n := runqgrab(...); n--; gp := batch[n]; the others go into the thief's ring.
    bench = Bench(2, rules("1.4"))
    bench.go("main", spawning(bench, "abcde", 1000))
    assert bench.run() == [
        (5, "P0", "main"),
        (10, "P1", "c"),
        (20, "P1", "a"),
        (30, "P1", "b"),
        (40, "P1", "d"),
        (50, "P1", "e"),
    ]


@pytest.mark.parametrize(("go", "delay"), [("1.5", 100_000), ("1.8", 3_000)])
def test_a_thief_pauses_before_it_takes_a_runnext(go: str, delay: int) -> None:
    # runqgrab: if stealRunNextG { if next := _p_.runnext; next != 0 { usleep(100) } }; from 1.7 usleep(3)
    bench = Bench(2, rules(go))
    bench.go("main", spawning(bench, "a", 1_000_000))
    assert bench.run() == [(5, "P0", "main"), (10 + delay, "P1", "a")]
    assert bench.ps[1].times()[PState.SCHEDULING] == 5 + delay


def test_a_thief_leaves_a_runnext_that_its_p_runs_meanwhile() -> None:
    # if !_p_.runnext.cas(next, 0) { continue }
    bench = Bench(2, rules("1.8"))
    bench.go("main", spawning(bench, "a", 1000, each_ns=5000))
    assert bench.run() == [(5, "P0", "main"), (1005, "P0", "a")]
    assert bench.ps[1].times()[PState.SCHEDULING] == 3005


def test_a_thief_that_comes_too_late_looks_again() -> None:
    bench = Bench(2, rules("1.8"))

    def a() -> Program:
        bench.go("b", bench.computing(10), by=bench.here("a"))
        yield bench.compute(100_000)

    def main() -> Program:
        bench.go("a", a(), by=bench.here("main"))
        yield bench.compute(1000)

    bench.go("main", main())
    # At 3010 runnext is b, no longer a: the thief pauses for b.
    assert bench.run() == [(5, "P0", "main"), (1005, "P0", "a"), (6010, "P1", "b")]


def test_a_thief_that_pauses_counts_as_looking_for_work() -> None:
    # It spins: wakep sees nmspinning != 0 and wakes no other.
    bench = Bench(3, rules("1.8"))
    bench.go("main", spawning(bench, "a", 100_000))
    bench.at(100, lambda: bench.go("x", bench.computing(10)))
    assert bench.run() == [(5, "P0", "main"), (3010, "P1", "a"), (3015, "P2", "x")]


def test_a_p_that_runs_out_of_work_pauses_too_before_it_takes_a_runnext() -> None:
    bench = Bench(2, rules("1.8"))

    def main() -> Program:
        yield bench.compute(1000)
        bench.go("a", bench.computing(10), by=bench.here("main"))
        yield bench.compute(100_000)

    bench.go("main", main())
    bench.go("other", bench.computing(1500))
    assert bench.run() == [(5, "P0", "main"), (10, "P1", "other"), (4510, "P1", "a")]


def test_a_p_that_ran_out_of_work_looks_for_work_while_it_pauses() -> None:
    # findrunnable: if !_g_.m.spinning { _g_.m.spinning = true; atomic.Xadd(&sched.nmspinning, 1) }
    bench = Bench(4, rules("1.8"))

    def main() -> Program:
        yield bench.compute(1000)
        bench.go("a", bench.computing(1_000), by=bench.here("main"))
        yield bench.compute(100_000)

    bench.go("main", main())
    bench.go("other", bench.computing(1095))
    bench.at(4050, lambda: bench.go("x", bench.computing(10)))
    # P2 is woken for a, and P1 comes to want it too. When P2 has it P1 still spins, so nobody wakes P3.
    assert bench.run() == [(5, "P0", "main"), (10, "P1", "other"), (4010, "P2", "a"), (4105, "P1", "x")]


def test_the_pause_is_not_for_goroutines_in_a_ring() -> None:
    bench = Bench(2, rules("1.5"))
    bench.go("main", spawning(bench, "ab", 1_000_000, each_ns=200_000))
    # a was kicked out of runnext; b is left to the thief only when it has nothing else.
    assert bench.run() == [(5, "P0", "main"), (10, "P1", "a"), (300_010, "P1", "b")]


def test_a_thief_that_stops_the_world_while_it_pauses_forgets_what_it_wanted() -> None:
    bench = Bench(2, rules("1.8"))
    bench.go("main", spawning(bench, "a", 10_000))
    bench.stop_at(1000, 1, 100)
    bench.run()
    assert bench.log[4:] == [(1100, "P1", "main"), (1105, "P0", "a")]
    # It woke up in 5 ns, and paused from 10 to 1000.
    assert bench.ps[1].times()[PState.SCHEDULING] == 5 + 990


def test_without_knowing_of_runnext_a_thief_lets_it_be() -> None:
    # An ablation: runnext with 1.4's thieves.
    bench = Bench(2, replace(rules("1.4"), runnext=True))
    bench.go("main", spawning(bench, "a", 1000))
    assert bench.run() == [(5, "P0", "main"), (1005, "P0", "a")]


def test_1_4_probes_2_random_ps_for_each_p_and_starts_again_while_there_is_work() -> None:
    # for(i = 0; i < 2*runtime.gomaxprocs; i++) p = allp[fastrand1()%gomaxprocs]; then: check all runqueues once again
    draws = Scripted([1, 1, 1, 1, 1, 0])
    bench = Bench(2, rules("1.4"), stealing=draws)
    bench.go("main", spawning(bench, "a", 1000))
    assert bench.run() == [(5, "P0", "main"), (10, "P1", "a")]
    assert draws.drawn == 6  # four that met the thief itself, then two of the next round


def test_1_5_probes_4_random_ps_for_each_p_and_takes_a_runnext_only_after_half_of_them() -> None:
    # for i := 0; i < int(4*gomaxprocs); i++ { stealRunNextG := i > 2*int(gomaxprocs) }
    draws = Scripted([0])
    bench = Bench(2, rules("1.5"), stealing=draws)
    bench.go("main", spawning(bench, "a", 1_000_000))
    assert bench.run() == [(5, "P0", "main"), (100_010, "P1", "a")]
    assert draws.drawn == 6  # i = 0 … 5


def test_1_5_takes_a_runnext_with_its_last_probe_too() -> None:
    draws = Scripted([1] * 7 + [0])
    bench = Bench(2, rules("1.5"), stealing=draws)
    bench.go("main", spawning(bench, "a", 1_000_000))
    assert bench.run() == [(5, "P0", "main"), (100_010, "P1", "a")]
    assert draws.drawn == 8


def test_1_5_starts_again_when_no_probe_met_the_work() -> None:
    draws = Scripted([1] * 8 + [0])
    bench = Bench(2, rules("1.5"), stealing=draws)
    bench.go("main", spawning(bench, "ab", 1_000_000, each_ns=2_000_000))
    assert bench.run() == [(5, "P0", "main"), (10, "P1", "a"), (1_000_005, "P0", "b")]
    assert draws.drawn == 9


def test_1_7_goes_four_rounds_over_all_ps_in_random_order_and_takes_a_runnext_in_the_last() -> None:
    # for i := 0; i < 4; i++ { for enum := stealOrder.start(fastrand()); ... { stealRunNextG := i > 2 } }
    draws = Scripted([0])
    bench = Bench(3, rules("1.8"), stealing=draws)
    bench.go("main", spawning(bench, "a", 100_000))
    assert bench.run() == [(5, "P0", "main"), (3010, "P1", "a")]
    # An order for the rings and one for runnext: the second and the third round would find what the first has found.
    # P2, woken when P1 had a, found nothing at all to look for.
    assert draws.drawn == 2


@pytest.mark.parametrize("go", ERAS)
def test_a_thief_meets_work_wherever_it_is(go: str) -> None:
    bench = Bench(16, rules(go, delay_ns=3))
    bench.go("main", spawning(bench, "abcdefghijklmno", 1000, each_ns=1000))
    bench.run()
    assert len(bench.log) == 16
    assert {p for _, p, _ in bench.log} == {repr(p) for p in bench.ps}


# Mark workers


def offering(markers: Iterator[Marker | None]) -> "FindWorker":
    return FindWorker(markers)


class FindWorker:
    """Hands out what a test has prepared, then nothing."""

    def __init__(self, markers: Iterator[Marker | None]) -> None:
        self._markers = markers

    def __call__(self, p: P) -> Marker | None:
        assert p.activity is None
        return next(self._markers, None)


def test_a_mark_worker_comes_before_any_goroutine() -> None:
    # schedule: if gp == nil && gcBlackenEnabled != 0 { gp = gcController.findRunnableGCWorker(_g_.m.p.ptr()) }
    bench = Bench(1)
    bench.scheduler.find_worker = offering(iter([Marker(bench, PState.FRACTIONAL, 50)]))
    bench.go("main", bench.computing(10))
    assert bench.run() == [(5, "P0", "fractional"), (55, "P0", "main")]
    assert bench.ps[0].schedtick == 2


def test_an_idle_worker_runs_only_where_there_is_nothing_else() -> None:
    # findrunnable, after stealing: if gcBlackenEnabled != 0 && ... { _p_.gcMarkWorkerMode = gcMarkWorkerIdleMode }
    bench = Bench(1)
    bench.scheduler.find_idle_worker = offering(iter([Marker(bench, PState.IDLE_WORKER, 50)] * 2))
    bench.go("main", bench.computing(10))
    bench.at(30, lambda: bench.go("other", bench.computing(10)))
    assert bench.run() == [
        (5, "P0", "main"),
        (15, "P0", "idle_worker"),
        (65, "P0", "other"),
        (75, "P0", "idle_worker"),
    ]


def test_a_worker_that_spun_wakes_the_next_for_the_goroutine_that_it_left() -> None:
    bench = Bench(2)
    bench.scheduler.find_worker = offering(iter([Marker(bench, PState.DEDICATED, None)]))
    bench.go("main", bench.computing(10))
    assert bench.run() == [(5, "P0", "dedicated"), (10, "P1", "main")]


def test_a_preempted_worker_lets_go_of_its_p() -> None:
    bench = Bench(1)
    bench.scheduler.find_worker = offering(iter([Marker(bench, PState.FRACTIONAL, None)]))
    bench.go("main", bench.computing(10))
    bench.at(40, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [(5, "P0", "fractional"), (40, "P0", "main")]


# Preemption at safepoints


def test_a_preempted_goroutine_goes_to_the_end_of_the_global_queue() -> None:
    bench = Bench(1, rules("1.4"))
    bench.go("a", bench.computing(100))
    bench.go("b", bench.computing(100))
    bench.at(25, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [(5, "P0", "a"), (25, "P0", "b"), (125, "P0", "a")]
    assert bench.now == 205


def test_a_goroutine_is_preempted_at_its_next_safepoint() -> None:
    # newstack: preempt = stackguard0 == stackPreempt is looked at in the prologue of a function only.
    bench = Bench(1, rules("1.4"))
    bench.go("a", bench.computing(100, call_free_ns=30))
    bench.go("b", bench.computing(10))
    bench.at(40, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [(5, "P0", "a"), (65, "P0", "b"), (75, "P0", "a")]


def test_asking_a_p_twice_is_asking_it_once() -> None:
    bench = Bench(1, rules("1.4"))
    bench.go("a", bench.computing(100, call_free_ns=30))
    bench.go("b", bench.computing(100))
    for time in (40, 50):
        bench.at(time, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [(5, "P0", "a"), (65, "P0", "b"), (165, "P0", "a")]


def test_a_p_that_runs_nothing_is_not_asked() -> None:
    bench = Bench(1)
    bench.scheduler.preempt(bench.ps[0])
    bench.go("main", bench.computing(10))
    assert bench.run() == [(5, "P0", "main")]


def test_a_step_that_ends_before_its_safepoint_ends_and_its_goroutine_is_preempted_then() -> None:
    bench = Bench(1, rules("1.4"))

    def a() -> Program:
        yield bench.compute(50, call_free_ns=1000)
        bench.note("between")
        yield bench.compute(50, call_free_ns=1000)

    bench.go("a", a())
    bench.go("b", bench.computing(10))
    bench.at(20, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [(5, "P0", "a"), (55, "between", ""), (55, "P0", "b"), (65, "P0", "a")]


def test_a_goroutine_that_ends_before_its_safepoint_needs_no_preemption() -> None:
    bench = Bench(1, rules("1.4"))
    bench.go("a", bench.computing(50, call_free_ns=1000))
    bench.go("b", bench.computing(1000))
    bench.at(20, lambda: bench.scheduler.preempt(bench.ps[0]))
    assert bench.run() == [(5, "P0", "a"), (55, "P0", "b")]
    assert bench.now == 1055


def test_a_request_that_a_pause_of_the_activity_made_void_is_made_again() -> None:
    # As where a collection begins on a P that sysmon has asked: the P goes on, and must still be stoppable.
    bench = Bench(1, rules("1.4"))
    bench.go("a", bench.computing(1000, call_free_ns=100))
    bench.go("b", bench.computing(10))
    p = bench.ps[0]

    def interrupt() -> None:
        activity = p.activity
        assert activity is not None
        p.halt()
        p.run(activity)

    bench.at(20, lambda: bench.scheduler.preempt(p))
    bench.at(30, interrupt)
    bench.at(140, lambda: bench.scheduler.preempt(p))
    assert bench.run() == [(5, "P0", "a"), (205, "P0", "b"), (215, "P0", "a")]


# What a wait is charged to


def test_a_wait_in_a_queue_is_charged_to_it() -> None:
    bench = Bench(1, rules("1.4"))
    activity = bench.compute(100)
    bench.go("a", [activity])
    bench.go("b", bench.computing(70))
    bench.at(25, lambda: bench.scheduler.preempt(bench.ps[0]))
    bench.run()
    assert activity.delays == {Cause.PREEMPTED: 70}


def test_a_first_wait_is_charged_to_nothing() -> None:
    bench = Bench(1)
    activity = bench.compute(100)
    bench.go("b", bench.computing(70))
    bench.go("a", [activity])
    bench.run()
    assert activity.delays == {}


def test_the_time_that_workers_held_a_share_of_the_ps_is_charged_to_them() -> None:
    bench = Bench(1, rules("1.4"))
    bench.scheduler.find_worker = offering(iter([None, Marker(bench, PState.FRACTIONAL, 50)]))
    activity = bench.compute(100)
    bench.go("a", [activity])
    bench.at(15, lambda: bench.go("b", bench.computing(30)))
    bench.at(25, lambda: bench.scheduler.preempt(bench.ps[0]))
    # The worker comes first, then b, which was in the global queue before a.
    assert bench.run() == [(5, "P0", "a"), (25, "P0", "fractional"), (75, "P0", "b"), (105, "P0", "a")]
    assert activity.delays == {Cause.MARK_WORKER: 50, Cause.PREEMPTED: 30}


def test_a_wait_for_others_to_mark_is_not_charged_to_workers() -> None:
    bench = Bench(1, rules("1.4"))
    bench.scheduler.find_worker = offering(iter([None, Marker(bench, PState.DEDICATED, 50)]))
    activity = bench.compute(100)
    bench.go("a", [activity])

    def assist() -> None:
        g = bench.scheduler.block(bench.ps[0], Cause.ASSIST_QUEUE)
        bench.scheduler.after(60, lambda: bench.scheduler.ready(g))
        bench.scheduler.schedule(bench.ps[0])

    bench.at(25, assist)
    assert bench.run() == [(5, "P0", "a"), (25, "P0", "dedicated"), (90, "P0", "a")]
    # Paid for at 85, it waits for a P like any other until an M is up.
    assert activity.delays == {Cause.ASSIST_QUEUE: 60, Cause.RUN_QUEUE: 5}


def test_the_time_that_the_world_stood_is_charged_to_the_stop() -> None:
    bench = Bench(2, rules("1.4"))
    activity = bench.compute(1000)
    bench.go("stopper", bench.computing(1000))
    bench.go("a", [activity])
    bench.stop_at(100, 0, 400)
    bench.run()
    # Stopped from 100 to 500, then P1 has to wake up.
    assert activity.delays == {Cause.STOPPED: 400, Cause.RUN_QUEUE: 5}
