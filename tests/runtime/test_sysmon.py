"""sysmon: its rhythm, its sleep, and the slices that it ends."""

from collections.abc import Iterator
from itertools import accumulate

import pytest

from gcsim.runtime import P, Program
from gcsim.runtime.sysmon import SLICE_NS
from gcsim.vocabulary import PState
from tests.runtime.bench import WAKE_NS, Bench, Entry, Marker, rules

US = 1_000
MS = 1_000_000


class Watched(list[P]):
    """Ps that note when sysmon goes over them."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.scheduler.ps)
        self.looks: list[int] = []
        self._bench = bench
        self._sysmon = bench.watch()

    def __iter__(self) -> Iterator[P]:
        now = self._bench.now
        if self._bench.env.active_process is self._sysmon and now not in self.looks[-1:]:
            self.looks.append(now)
        return super().__iter__()


def looks_of_sysmon(bench: Bench) -> list[int]:
    """Let sysmon watch, and return the list that its looks will be noted in."""
    watched = Watched(bench)
    bench.scheduler.ps = watched
    return watched.looks


def test_it_looks_every_20_us_and_after_50_idle_looks_ever_more_rarely_down_to_every_10_ms() -> None:
    # if idle == 0 { delay = 20 } else if idle > 50 { delay *= 2 }; if delay > 10*1000 { delay = 10 * 1000 }
    bench = Bench(1)
    bench.go("main", bench.computing(1000 * MS, preemptible=False))
    looks = looks_of_sysmon(bench)
    bench.run(until=45 * MS)
    doubling = [20 * US * 2**n for n in range(1, 9)]
    assert doubling[-1] == 5120 * US
    assert looks == list(accumulate([20 * US] * 51 + doubling + [10 * MS] * 3))


def test_it_sleeps_while_every_p_is_idle_and_begins_anew_when_one_is_woken() -> None:
    # if sched.gcwaiting != 0 || npidle == gomaxprocs { notetsleep(&sched.sysmonnote, ...); idle = 0; delay = 20 }
    bench = Bench(2)
    looks = looks_of_sysmon(bench)
    bench.go("first", bench.computing(3 * MS))
    bench.at(30 * MS, lambda: bench.go("second", bench.computing(50 * US)))
    bench.run()
    # At 3.54 ms all were idle. It looks as soon as its thread is up, and 60 us after that all are idle again.
    woken = 30 * MS + WAKE_NS
    assert looks[-5:] == [1_620 * US, 2_260 * US, woken, woken + 20 * US, woken + 40 * US]
    assert bench.now == woken + 60 * US


def test_it_sleeps_through_a_stop_of_the_world() -> None:
    bench = Bench(1)
    bench.go("main", bench.computing(100 * US))
    looks = looks_of_sysmon(bench)
    bench.stop_at(30 * US, 0, 5 * MS)
    bench.run(until=5 * MS + 80 * US)
    stopped = [look for look in looks if 40 * US < look < 5 * MS + 30 * US]
    assert stopped == []
    started = 5 * MS + 30 * US + WAKE_NS
    assert [look for look in looks if look > 5 * MS + 30 * US] == [started, started + 20 * US, started + 40 * US]


def test_a_slice_ends_when_two_looks_10_ms_apart_saw_the_same_tick() -> None:
    # retake: if pd.schedwhen+forcePreemptNS > now { continue }; preemptone(_p_)
    bench = Bench(1, rules("1.4"))
    bench.watch()
    bench.go("a", bench.computing(1000 * MS))
    bench.go("b", bench.computing(1000 * MS))
    assert SLICE_NS == 10 * MS
    # The first tick was noted at 20 us, and the first look after 10.02 ms is the one at 11.22 ms.
    assert bench.run(until=80 * MS) == [
        (5, "P0", "a"),
        (11_220 * US, "P0", "b"),
        (31_220 * US, "P0", "a"),
        (51_220 * US, "P0", "b"),
        (71_220 * US, "P0", "a"),
    ]


@pytest.mark.parametrize("call_free_ns", [0, 700 * US])
@pytest.mark.parametrize("ps", [1, 2, 3])
def test_a_slice_lasts_10_to_20_ms_and_to_the_next_safepoint(ps: int, call_free_ns: int) -> None:
    bench = Bench(ps, rules("1.8"))
    bench.watch()
    activities = [bench.compute(10_000 * MS, call_free_ns=call_free_ns) for _ in range(5)]
    for number, activity in enumerate(activities):
        bench.at(number * 777 * US + 1, lambda g=str(number), a=activity: bench.go(g, [a]))  # type: ignore[misc]
    bench.run(until=500 * MS)
    slices = [end - start for activity in activities for start, end, _ in activity.ran if end > 0]
    assert len(slices) >= ps * 20
    assert min(slices) >= 10 * MS
    assert max(slices) <= 20 * MS + call_free_ns


def test_a_goroutine_that_nobody_waits_for_is_preempted_too_and_goes_on_at_once() -> None:
    bench = Bench(1)
    bench.watch()
    bench.go("main", bench.computing(15 * MS))
    assert bench.run(until=20 * MS) == [(5, "P0", "main"), (11_220 * US, "P0", "main")]


def test_what_cannot_be_preempted_keeps_its_p() -> None:
    bench = Bench(1)
    bench.watch()
    bench.go("main", bench.computing(45 * MS, preemptible=False))
    bench.go("other", bench.computing(1 * MS))
    assert bench.run(until=60 * MS) == [(5, "P0", "main"), (45 * MS + 5, "P0", "other")]


def test_a_mark_worker_loses_its_slice_as_a_goroutine_does() -> None:
    bench = Bench(1)
    bench.watch()
    markers = iter([Marker(bench, PState.FRACTIONAL, None)])
    bench.scheduler.find_worker = lambda _: next(markers, None)
    bench.go("main", bench.computing(1 * MS))
    assert bench.run(until=20 * MS) == [(5, "P0", "fractional"), (11_220 * US, "P0", "main")]


def pair_beside_another(go: str) -> list[Entry]:
    """Return the log of two goroutines that ready each other every 2 ms, beside one in the ring that only computes."""
    bench = Bench(1, rules(go))
    bench.watch()

    def half(name: str, other: str) -> Program:
        yield bench.park
        while True:
            yield bench.compute(2 * MS)
            bench.ready(other, by=bench.here(name))
            yield bench.park

    def main() -> Program:
        p = bench.here("main")
        bench.go("c", bench.computing(100 * MS), by=p)
        bench.ready("a", by=p)
        yield bench.compute(1 * MS)

    bench.go("a", half("a", "b"))
    bench.go("b", half("b", "a"))
    bench.go("main", main())
    return bench.run(until=15 * MS)[3:]


def test_from_1_5_a_pair_that_readies_each_other_shares_one_slice() -> None:
    # runqget: a goroutine from runnext inherits what is left of the slice, here main's.
    assert pair_beside_another("1.8") == [
        (1 * MS + 5, "P0", "a"),
        (3 * MS + 5, "P0", "b"),
        (5 * MS + 5, "P0", "a"),
        (7 * MS + 5, "P0", "b"),
        (9 * MS + 5, "P0", "a"),
        (11 * MS + 5, "P0", "b"),
        (11_220 * US, "P0", "c"),
    ]


def test_in_1_4_a_pair_that_readies_each_other_queues_behind_the_others() -> None:
    assert pair_beside_another("1.4") == [
        (1 * MS + 5, "P0", "c"),
        (11_220 * US, "P0", "a"),
        (13_220 * US, "P0", "b"),
    ]
