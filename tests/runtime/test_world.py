"""Stopping and starting the world: whole logs."""

import pytest

from gcsim.kernel import Stream
from gcsim.runtime import StopCosts
from gcsim.vocabulary import PState
from tests.runtime.bench import Bench, Entry, Scripted, rules

US = 1_000
MS = 1_000_000


def costly(base: float = 0.0, handshake: float = 0.0, retry_share: float = 0.0) -> StopCosts:
    return StopCosts(base_ns=base, handshake_ns=handshake, retry_share=retry_share)


def stops(bench: Bench) -> list[Entry]:
    """Return when the world was asked to stop, stopped and started."""
    return [entry for entry in bench.log if entry[1] in {"requests", "stopped", "started"}]


def loops(
    call_free_ns: list[int], *, go: str = "1.4", costs: StopCosts | None = None, retries: Stream | None = None
) -> Bench:
    """Return a bench with a goroutine on each P from 5 ns times its number on, with safepoints so far apart."""
    bench = Bench(len(call_free_ns), rules(go), costs=costs, retries=retries)
    for number, ns in enumerate(call_free_ns):
        bench.go(str(number), bench.computing(100 * MS, call_free_ns=ns))
    return bench


# How long a stop takes


def test_a_stop_with_one_p_is_immediate() -> None:
    bench = loops([0])
    bench.stop_at(1 * MS, 0, 300)
    bench.run()
    assert bench.log == [
        (5, "P0", "0"),
        (1 * MS, "requests", "P0"),
        (1 * MS, "stopped", ""),
        (1 * MS + 300, "started", ""),
    ]
    assert bench.now == 100 * MS + 5 + 300


def test_a_stop_waits_for_the_slowest_safepoint() -> None:
    # stopTheWorldWithSema: preemptall(), then wait := sched.stopwait > 0
    bench = loops([0, 50 * US, 700 * US])
    bench.stop_at(1 * MS, 0, 10)
    bench.run(until=2 * MS)
    # P2 began at 15 ns; its safepoints are 700 us apart.
    assert stops(bench) == [
        (1 * MS, "requests", "P0"),
        (1_400 * US + 15, "stopped", ""),
        (1_400 * US + 25, "started", ""),
    ]


def test_a_loop_of_2_ms_without_calls_holds_up_the_stop() -> None:
    bench = loops([0, 2 * MS])
    bench.stop_at(100 * US, 0, 10)
    bench.run(until=5 * MS)
    assert stops(bench) == [
        (100 * US, "requests", "P0"),
        (2 * MS + 10, "stopped", ""),
        (2 * MS + 20, "started", ""),
    ]
    times = bench.ps[0].times()
    assert times[PState.STOPPING] == 2 * MS + 10 - 100 * US
    assert times[PState.STOPPED] == 10


def test_a_goroutine_that_ends_before_its_safepoint_stops_with_its_end() -> None:
    bench = Bench(2, rules("1.4"))
    bench.go("stopper", bench.computing(10 * MS))
    bench.go("loop", bench.computing(1 * MS, call_free_ns=5 * MS))
    bench.stop_at(100 * US, 0, 10)
    bench.run(until=5 * MS)
    assert stops(bench)[1] == (1 * MS + 10, "stopped", "")


def test_idle_ps_stop_at_once() -> None:
    # for { p := pidleget(); if p == nil { break }; p.status = _Pgcstop; sched.stopwait-- }
    bench = Bench(4, rules("1.4"), costs=costly(base=30))
    bench.go("main", bench.computing(10 * MS))
    bench.stop_at(1 * MS, 0, 10)
    bench.at(1 * MS + 20, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    bench.run(until=2 * MS)
    assert bench.log[1:] == [
        (1 * MS, "requests", "P0"),
        (1 * MS + 20, "STOPPING STOPPED STOPPED STOPPED", ""),
        (1 * MS + 30, "stopped", ""),
        (1 * MS + 40, "started", ""),
    ]


def test_a_thread_that_is_waking_up_is_waited_for() -> None:
    bench = Bench(2, rules("1.4"), wake_ns=5 * US)
    bench.go("main", bench.computing(10 * MS))
    bench.at(1 * MS - 1, lambda: bench.go("other", bench.computing(10)))
    bench.stop_at(1 * MS, 0, 10)
    assert bench.run(until=2 * MS) == [
        (5 * US, "P0", "main"),
        (1 * MS, "requests", "P0"),
        (1_005 * US - 1, "stopped", ""),
        (1_005 * US + 9, "started", ""),
        (1_010 * US + 9, "P1", "other"),
    ]


def test_a_thief_that_pauses_for_a_runnext_stops_without_it() -> None:
    bench = Bench(2, rules("1.8"))

    def spawn() -> None:
        bench.go("next", bench.computing(10), by=bench.ps[0])

    bench.go("main", bench.computing(10 * MS))
    bench.at(1 * MS, spawn)
    bench.stop_at(1_001 * US, 0, 10)
    # The thief is up at 1 ms + 5 and pauses for 3 us; after the stop both a P for the queue and one more are woken.
    assert bench.run(until=2 * MS) == [
        (5, "P0", "main"),
        (1_001 * US, "requests", "P0"),
        (1_003 * US + 5, "stopped", ""),
        (1_003 * US + 15, "started", ""),
        (1_006 * US + 20, "P1", "next"),
    ]


# What a stop costs


def test_a_stop_that_finds_nobody_running_costs_its_base() -> None:
    bench = loops([0], costs=costly(base=100.4, handshake=1000, retry_share=1.0))
    bench.stop_at(1 * MS, 0, 0)
    bench.run(until=2 * MS)
    assert stops(bench)[1] == (1 * MS + 100, "stopped", "")


def test_a_stop_that_finds_others_running_costs_a_handshake_too() -> None:
    bench = loops([0, 0, 0], costs=costly(base=100, handshake=1000))
    bench.stop_at(1 * MS, 0, 0)
    bench.run(until=2 * MS)
    assert stops(bench)[1] == (1 * MS + 1100, "stopped", "")


def test_a_lost_request_is_made_again_after_100_us() -> None:
    # for { if notetsleep(&sched.stopnote, 100*1000) { break }; preemptall() }
    retries = Scripted([0.19, 0.1, 0.2])
    bench = loops([0, 0], costs=costly(base=100, handshake=1000, retry_share=0.2), retries=retries)
    bench.stop_at(1 * MS, 0, 0)
    bench.stop_at(5 * MS, 0, 0)
    bench.run(until=10 * MS)
    assert [time for time, what, _ in bench.log if what == "stopped"] == [1_201_100, 5_201_100]
    assert retries.drawn == 6


# What becomes of the goroutines


def test_goroutines_that_were_stopped_go_to_the_end_of_the_global_queue_in_the_order_of_their_safepoints() -> None:
    bench = loops([0, 50 * US, 30 * US, 20 * US], go="1.5")
    bench.at(900 * US, lambda: bench.go("waiting", bench.computing(10 * MS)))
    bench.stop_at(999 * US, 0, 10)
    bench.run(until=2 * MS)
    # The queue was: waiting, 1, 3, 2. P1, the first to wake up, takes two of the four.
    assert bench.log[6:] == [
        (1_020 * US + 25, "started", ""),
        (1_020 * US + 30, "P1", "waiting"),
        (1_020 * US + 35, "P2", "3"),
        (1_020 * US + 40, "P3", "2"),
    ]
    assert [g.name for g in bench.ps[1].runq.queue] == ["1"]


def test_the_one_that_stops_the_world_keeps_its_goroutine() -> None:
    bench = loops([0, 0])
    bench.stop_at(1 * MS, 1, 10)
    bench.run(until=2 * MS)
    assert bench.log == [
        (5, "P0", "0"),
        (10, "P1", "1"),
        (1 * MS, "requests", "P1"),
        (1 * MS, "stopped", ""),
        (1 * MS + 10, "started", ""),
        (1 * MS + 15, "P0", "0"),
    ]
    assert bench.ps[1].g is not None
    assert bench.ps[1].g.name == "1"


def test_a_goroutine_readied_during_a_stop_wakes_nobody_before_the_world_starts() -> None:
    bench = Bench(2, rules("1.4"))
    bench.go("main", bench.computing(10 * MS))
    bench.stop_at(1 * MS, 0, 100)
    bench.at(1 * MS + 50, lambda: bench.go("other", bench.computing(10)))
    assert bench.run(until=2 * MS) == [
        (5, "P0", "main"),
        (1 * MS, "requests", "P0"),
        (1 * MS, "stopped", ""),
        (1 * MS + 100, "started", ""),
        (1 * MS + 105, "P1", "other"),
    ]


def test_the_start_wakes_a_p_for_each_local_queue_and_one_more() -> None:
    # p1 := procresize(procs); for p1 != nil { notewakeup(&mp.park) or newm }
    # if atomic.Load(&sched.npidle) != 0 && atomic.Load(&sched.nmspinning) == 0 { wakep() }
    bench = Bench(4, rules("1.5"))
    for number in range(4):
        bench.go(str(number), bench.computing(10 * MS))

    def fill() -> None:
        for p in bench.ps[1:3]:
            bench.go(f"local{p.number}", bench.computing(1 * MS), by=p)

    bench.at(1 * MS - 10, fill)
    bench.stop_at(1 * MS, 0, 100)
    bench.at(1 * MS + 101, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    bench.run(until=1_100 * US)
    assert bench.log[4:] == [
        (1 * MS, "requests", "P0"),
        (1 * MS, "stopped", ""),
        (1 * MS + 100, "started", ""),
        (1 * MS + 101, "MUTATOR SCHEDULING SCHEDULING SCHEDULING", ""),
        (1 * MS + 105, "P1", "local1"),
        (1 * MS + 105, "P2", "local2"),
        (1 * MS + 105, "P3", "1"),
    ]


def test_the_start_wakes_one_p_and_that_the_next_where_all_work_is_in_the_global_queue() -> None:
    bench = loops([0, 0, 0, 0], go="1.5")
    bench.stop_at(1 * MS, 2, 100)
    bench.run(until=2 * MS)
    assert bench.log[7:] == [(1 * MS + 105, "P0", "0"), (1 * MS + 110, "P1", "1"), (1 * MS + 115, "P3", "3")]


def test_an_idle_p_can_stop_the_world() -> None:
    bench = Bench(2, rules("1.4"))
    bench.go("main", bench.computing(1 * MS))
    bench.stop_at(500 * US, 1, 100)
    bench.run(until=2 * MS)
    assert bench.log[1:] == [
        (500 * US, "requests", "P1"),
        (500 * US, "stopped", ""),
        (500 * US + 100, "started", ""),
        (500 * US + 100, "P1", "main"),
    ]


def test_a_world_that_is_stopped_cannot_be_stopped_again() -> None:
    bench = loops([0, 2 * MS])
    bench.stop_at(1 * MS, 0, 10)
    bench.at(1_100 * US, lambda: next(bench.world.stop(bench.ps[1])))
    with pytest.raises(RuntimeError, match="the world is stopped already"):
        bench.run(until=3 * MS)


def test_nothing_runs_and_nothing_ends_while_the_world_stands() -> None:
    bench = loops([0, 0])
    first = bench.ps[0]
    bench.stop_at(10 * MS, 0, 500 * MS)
    bench.at(300 * MS, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    bench.run()
    assert (300 * MS, "STOPPED STOPPED", "") in bench.log
    assert first.times()[PState.STOPPED] == 500 * MS
    assert bench.now == 600 * MS + 15  # the second was woken again


# How 1.4 starts the world


def rings(bench: Bench) -> list[list[str]]:
    """Return whom each P's ring holds."""
    return [[g.name for g in p.runq.queue] for p in bench.ps]


def test_1_4_deals_all_runnable_goroutines_out_and_wakes_each_p_that_got_one_at_once() -> None:
    # procresize: redistribute runnable G's evenly, start at 1; starttheworld: while(p = pidleget()): go1.4 proc.c
    bench = loops([0, 0, 0, 0])
    for name in "abc":
        bench.at(900 * US, lambda name=name: bench.go(name, bench.computing(1 * MS)))  # type: ignore[misc]
    bench.stop_at(1 * MS, 0, 100)
    bench.at(1 * MS + 101, lambda: bench.note(str(rings(bench))))
    bench.run(until=1 * MS + 200)
    # The queue was a, b, c, 1, 2, 3. The last to be taken out of the list is the first to be woken.
    assert bench.log[4:] == [
        (1 * MS, "requests", "P0"),
        (1 * MS, "stopped", ""),
        (1 * MS + 100, "started", ""),
        (1 * MS + 101, "[['1'], ['a', '2'], ['b', '3'], ['c']]", ""),
        (1 * MS + 105, "P3", "c"),
        (1 * MS + 105, "P2", "b"),
        (1 * MS + 105, "P1", "a"),
    ]


def test_1_4_wakes_no_more_ps_than_there_are_goroutines() -> None:
    bench = Bench(4, rules("1.4"))
    for name in ("main", "other"):
        bench.go(name, bench.computing(10 * MS))
    bench.stop_at(1 * MS, 0, 100)
    bench.at(1 * MS + 101, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    bench.run(until=1 * MS + 200)
    assert bench.log[2:] == [
        (1 * MS, "requests", "P0"),
        (1 * MS, "stopped", ""),
        (1 * MS + 100, "started", ""),
        (1 * MS + 101, "MUTATOR SCHEDULING IDLE IDLE", ""),
        (1 * MS + 105, "P1", "other"),
    ]


def test_1_5_wakes_one_p_more_than_there_are_rings_with_work() -> None:
    # startTheWorldWithSema: if npidle != 0 && nmspinning == 0 { wakep() }: go1.5 proc1.go, go1.8 proc.go:1072
    bench = Bench(4, rules("1.5"))
    for name in ("main", "other"):
        bench.go(name, bench.computing(10 * MS))
    bench.at(1 * MS - 1, lambda: bench.go("ring", bench.computing(10 * MS), by=bench.ps[1]))
    bench.stop_at(1 * MS, 0, 100)
    bench.at(1 * MS + 105, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    bench.run(until=1 * MS + 200)
    # The P that was waking up when the stop was requested is waited for.
    assert bench.log[2:] == [
        (1 * MS, "requests", "P0"),
        (1 * MS + 4, "stopped", ""),
        (1 * MS + 104, "started", ""),
        (1 * MS + 105, "MUTATOR SCHEDULING SCHEDULING IDLE", ""),
        (1 * MS + 109, "P1", "ring"),
        (1 * MS + 109, "P2", "other"),
    ]


def test_1_4_deals_to_those_after_the_p_that_goes_on_and_keeps_the_order_of_each_ring() -> None:
    # procresize pops the tail of each ring in turn and pushes it to the front of the global queue.
    bench = Bench(3, rules("1.4"))
    for name in "012":
        bench.go(name, bench.computing(10 * MS))

    def fill() -> None:
        for number, names in ((0, "ab"), (1, "c"), (2, "de")):
            for name in names:
                bench.go(name, bench.computing(1 * MS), by=bench.ps[number])

    bench.at(1 * MS - 10, fill)
    bench.stop_at(1 * MS, 1, 100)
    bench.at(1 * MS + 101, lambda: bench.note(str(rings(bench))))
    bench.run(until=1 * MS + 102)
    # Collected: d, a before e, c, b, and these before 0 and 2, which were preempted. P1 goes on with 1.
    assert bench.log[-1] == (1 * MS + 101, "[['d', 'c', '2'], ['e', '0'], ['a', 'b']]", "")
