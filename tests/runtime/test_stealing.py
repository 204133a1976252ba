"""Stealing and waking: whose work a thief finds, and who wakes it: whole logs, each with the rule that it shows."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from gcsim.runtime import G, P, Program
from gcsim.runtime.runqueue import LOCAL_CAPACITY
from gcsim.runtime.stealing import Stealing
from gcsim.vocabulary import PState
from tests.runtime.bench import ERAS, WAKE_NS, Bench, Scripted, rules

US = 1_000
MS = 1_000_000


class Looks(list[P]):
    """Ps that note which of them a thief looks at."""

    def __init__(self, ps: Sequence[P]) -> None:
        super().__init__(ps)
        self.at: list[int] = []

    def __getitem__(self, number: int) -> P:  # type: ignore[override]  # a thief asks for one at a time
        self.at.append(number)
        return super().__getitem__(number)


def stolen(go: str, numbers: list[float], rings: dict[int, int], runnexts: Sequence[int] = ()) -> tuple[list[int], str]:
    """Let P0 of four steal from rings and runnexts with such random numbers; return where it looked and what it got."""
    bench = Bench(4, rules(go))
    for number, goroutines in rings.items():
        bench.ps[number].runq.queue.extend(G(0, f"P{number}'s {n}", None) for n in range(goroutines))
    for number in runnexts:
        bench.ps[number].runq.runnext = G(0, f"P{number}'s next", None)
    looks = Looks(bench.ps)
    stealing = Stealing(looks, rules(go), Scripted(numbers))
    assert stealing.anything()
    g = stealing.steal(bench.ps[0])
    wanted = bench.ps[0].wanted
    assert (g is None) is (wanted is not None)
    return looks.at, wanted[1].name if g is None and wanted is not None else str(g and g.name)


# Whom a thief looks at


def test_1_4_looks_at_2_random_ps_for_each_p_and_begins_anew_while_there_is_work() -> None:
    # for(i = 0; i < 2*runtime·gomaxprocs; i++) p = allp[fastrand1()%gomaxprocs]: go1.4 proc.c:1380; once more if any
    # queue holds work then
    numbers: list[float] = [0, 1, 2, 1, 2, 1, 2, 1, 3]
    assert stolen("1.4", numbers, {3: 2}) == (numbers, "P3's 0")


def test_1_5_looks_at_4_random_ps_for_each_p_and_heeds_runnext_only_after_more_than_half_of_them() -> None:
    # for i := 0; i < int(4*gomaxprocs); i++ { stealRunNextG := i > 2*int(gomaxprocs) }: go1.5 proc1.go:1446
    assert stolen("1.5", [2], {}, runnexts=[2]) == ([2] * 10, "P2's next")
    assert stolen("1.5", [2, 2, 2, 1], {1: 3}, runnexts=[2]) == ([2, 2, 2, 1], "P1's 1")


@pytest.mark.parametrize(
    ("drawn", "order"),
    [(0, [0, 1, 2, 3]), (1, [1, 2, 3, 0]), (3, [3, 0, 1, 2]), (4, [0, 3, 2, 1]), (6, [2, 1, 0, 3])],
)
def test_from_1_7_on_a_thief_goes_round_all_ps_from_a_random_one_in_random_steps_that_meet_all(
    drawn: int, order: list[int]
) -> None:
    # stealOrder: pos = i % count, inc = coprimes[i%len(coprimes)]: go1.7 proc.go randomOrder; 1 and 3 are prime to 4.
    last = order[-1] or order[-2]
    looked = order[: order.index(last) + 1]
    assert stolen("1.8", [drawn], {last: 1}) == (looked, f"P{last}'s 0")


def test_from_1_7_on_every_ring_comes_before_any_runnext() -> None:
    # for i := 0; i < 4; i++ { stealRunNextG := i > 2 }: go1.7 proc.go:1911
    assert stolen("1.8", [1], {3: 1}, runnexts=[1, 2]) == ([1, 2, 3], "P3's 0")
    assert stolen("1.8", [1, 2], {}, runnexts=[1, 2]) == ([1, 2, 3, 0, 2], "P2's next")


def test_thieves_of_1_4_know_of_rings_only() -> None:
    bench = Bench(2, replace(rules("1.4"), runnext=True))
    bench.ps[1].runq.runnext = G(0, "next", None)
    assert not Stealing(bench.ps, bench.scheduler.rules, Scripted([1])).anything()


# What it takes


@pytest.mark.parametrize("go", ["1.5", "1.8"])
def test_a_thief_whose_pause_was_in_vain_takes_what_its_victim_has_by_then(go: str) -> None:
    # runqgrab: for { n := t - h; n = n - n/2; if n == 0 { …usleep; if !_p_.runnext.cas(next, 0) { continue } … } }
    bench = Bench(2, rules(go, delay_ns=3 * US))

    def main() -> Program:
        bench.go("a", bench.computing(100 * US), by=bench.here("main"))
        yield bench.compute(1 * US)
        for name in ("b", "c", "d"):
            bench.go(name, bench.computing(100 * US), by=bench.here("main"))
        yield bench.compute(100 * US)

    bench.go("main", main())
    # The thief pauses for a at 10 ns. By then a, b and c lie in the ring, and it takes two of them.
    assert bench.run(until=50 * US) == [(5, "P0", "main"), (3 * US + 10, "P1", "b")]
    assert [g.name for g in bench.ps[1].runq.queue] == ["a"]


def test_a_thief_pauses_again_and_again_while_its_victim_is_quicker() -> None:
    # go1.8 proc.go:4347: a send and a receive take much less than 3 us.
    bench = Bench(2, rules("1.8"))

    def chain(n: int) -> Program:
        if n < 9:
            bench.go(str(n + 1), chain(n + 1), by=bench.here(str(n)))
        yield bench.compute(1 * US)

    bench.go("0", chain(0))
    # Each starts the next and ends 1 us later; the thief wants 1 at first, then 4, then 7, and then there is no other.
    assert bench.run() == [(n * US + 5, "P0", str(n)) for n in range(10)]
    assert bench.ps[1].times()[PState.SCHEDULING] == WAKE_NS + 3 * 3 * US


@pytest.mark.parametrize("go", ERAS)
def test_an_overflowing_ring_sends_half_of_it_with_the_newcomer_to_the_global_queue(go: str) -> None:
    # runqputslow: n = n/2 of the oldest and gp: go1.4 proc.c:3301, go1.8 proc.go:4258
    bench = Bench(1, rules(go))

    def main() -> Program:
        for n in range(LOCAL_CAPACITY + 3):
            bench.go(str(n), bench.computing(1), by=bench.here("main"))
        yield bench.compute(10)

    bench.go("main", main())
    bench.run(until=14)
    p = bench.ps[0]
    ring = [g.name for g in p.runq.queue]
    # From 1.5 on the newcomer takes runnext and sends who was there, so that all are one later.
    newcomer = LOCAL_CAPACITY
    last = LOCAL_CAPACITY + 2 if go == "1.4" else LOCAL_CAPACITY + 1
    assert ring == [str(n) for n in range(LOCAL_CAPACITY // 2, last + 1) if n != newcomer]
    assert p.runq.runnext is None if go == "1.4" else p.runq.runnext is not None
    overflowed = [bench.scheduler.queue.pop() for _ in range(len(bench.scheduler.queue))]
    assert [g and g.name for g in overflowed] == [str(n) for n in range(LOCAL_CAPACITY // 2)] + [str(newcomer)]


@pytest.mark.parametrize(("waiting", "ps", "taken"), [(9, 2, 5), (9, 1, 9), (1, 4, 1), (1000, 4, 128)])
def test_a_p_takes_its_share_of_the_global_queue_and_at_most_half_a_ring(waiting: int, ps: int, taken: int) -> None:
    # globrunqget: n := sched.runqsize/gomaxprocs + 1; at most all, and len(_p_.runq)/2: go1.4 proc.c:3223, go1.8 :4132
    bench = Bench(ps, rules("1.8"))
    bench.ps[0].schedtick = 1  # at tick 0 it would take only one
    for n in range(waiting):
        bench.go(str(n), bench.computing(1 * MS))
    bench.run(until=6)
    assert bench.log == [(5, "P0", "0")]
    assert [g.name for g in bench.ps[0].runq.queue] == [str(n) for n in range(1, taken)]


# Who wakes whom


@pytest.mark.parametrize("go", ERAS)
def test_the_p_that_became_idle_last_is_woken_first(go: str) -> None:
    # pidleput and pidleget: a stack: go1.4 proc.c, go1.8 proc.go
    bench = Bench(4, rules(go))
    for n, us in enumerate((30, 10, 40, 20)):
        bench.go(str(n), bench.computing(us * US))
    for n in range(4):
        bench.at((50 + n) * US, lambda n=n: bench.go(f"late {n}", bench.computing(100 * US)))  # type: ignore[misc]
    assert bench.run()[4:] == [
        (50 * US + WAKE_NS, "P2", "late 0"),
        (51 * US + WAKE_NS, "P0", "late 1"),
        (52 * US + WAKE_NS, "P3", "late 2"),
        (53 * US + WAKE_NS, "P1", "late 3"),
    ]


@pytest.mark.parametrize(("go", "at"), [("1.4", 10 * US + 10), ("1.5", 10 * US + 10), ("1.8", None)])
def test_up_to_1_5_an_m_that_has_found_work_wakes_the_next_even_if_it_did_not_spin(go: str, at: int | None) -> None:
    # schedule: gp, inheritTime = findrunnable(); resetspinning(): go1.4 proc.c, go1.5 proc1.go; from 1.6 only where
    # _g_.m.spinning
    bench = Bench(3, rules(go))
    bench.go("main", bench.computing(1 * MS))
    bench.go("short", bench.computing(10 * US))

    def put() -> None:
        # As sysmon does with a goroutine from a system call: into the global queue, and nobody is woken.
        for name in ("x", "y"):
            bench.scheduler.queue.put(bench.parked.pop(name))

    for name in ("x", "y"):
        bench.parked[name] = G(0, name, bench.computing(100 * US))
    bench.at(5 * US, put)
    log = bench.run(until=50 * US)
    # P1 runs out of work and takes both; whether P2 is woken to steal y from it is the question.
    ran = [(5, "P0", "main"), (10, "P1", "short"), (10 * US + 10, "P1", "x")]
    assert log == (ran if at is None else [*ran, (at + WAKE_NS, "P2", "y")])


@pytest.mark.parametrize("go", ERAS)
def test_a_thief_that_did_not_spin_before_wakes_the_next_when_it_has_stolen(go: str) -> None:
    # findrunnable: _g_.m.spinning = true before runqsteal, so that resetspinning follows
    bench = Bench(3, rules(go), stealing=Scripted([0]))

    def main() -> Program:
        yield bench.compute(5 * US)
        # As if they had come when nobody was idle.
        bench.ps[0].runq.queue.extend(G(0, name, bench.computing(100 * US)) for name in "xyz")
        yield bench.compute(1 * MS)

    bench.go("main", main())
    bench.go("short", bench.computing(10 * US))
    assert bench.run(until=50 * US) == [
        (5, "P0", "main"),
        (10, "P1", "short"),
        (10 * US + 10, "P1", "y"),
        (10 * US + 10 + WAKE_NS, "P2", "z"),
    ]


def test_where_half_as_many_ms_spin_as_ps_are_busy_another_gives_up_and_looks_again_when_one_has_decided() -> None:
    # if !_g_.m.spinning && 2*nmspinning >= procs-npidle { goto stop }: go1.5 proc1.go findrunnable, which looks at all
    # queues before stopm and goes to the top while any holds work.
    bench = Bench(4, rules("1.5"))

    def main() -> Program:
        yield bench.compute(5 * US)
        bench.go("a", bench.computing(1 * MS), by=bench.here("main"))
        yield bench.compute(104 * US)
        bench.go("b", bench.computing(1 * MS), by=bench.here("main"))
        yield bench.compute(1 * MS)

    bench.go("main", main())
    for n in (1, 2, 3):
        bench.go(f"short {n}", bench.computing(n * 10 * US))
    for us in (25, 35, 115):
        bench.at(us * US, lambda: bench.note(" ".join("spins" if p.spinning else p.state.name for p in bench.ps)))
    assert bench.run(until=300 * US) == [
        (5, "P0", "main"),
        (10, "P1", "short 1"),
        (15, "P2", "short 2"),
        (20, "P3", "short 3"),
        # P1 and P2 pause before they take a, till 110 and 120 us.
        (25 * US, "MUTATOR spins spins MUTATOR", ""),
        (35 * US, "MUTATOR spins spins SCHEDULING", ""),
        # b has sent a into the ring.
        (110 * US + 10, "P1", "a"),
        # Now that one less spins P3 does too. Its pause for b began before that of P2, which began anew.
        (115 * US, "MUTATOR MUTATOR spins spins", ""),
        (210 * US + 10, "P3", "b"),
    ]


def test_one_that_gave_up_sleeps_when_there_is_no_work_any_more() -> None:
    bench = Bench(4, rules("1.5"))

    def main() -> Program:
        yield bench.compute(5 * US)
        bench.go("a", bench.computing(1 * MS), by=bench.here("main"))
        yield bench.compute(1 * MS)

    bench.go("main", main())
    for n in (1, 2, 3):
        bench.go(f"short {n}", bench.computing(n * 10 * US))
    bench.at(115 * US, lambda: bench.note(" ".join("spins" if p.spinning else p.state.name for p in bench.ps)))
    assert bench.run(until=300 * US)[4:] == [
        (110 * US + 10, "P1", "a"),
        (115 * US, "MUTATOR MUTATOR spins IDLE", ""),
    ]


def test_a_goroutine_that_is_injected_has_an_m_woken_for_it_though_another_spins() -> None:
    # injectglist: startm(nil, false), where ready says wakep()
    bench = Bench(3, rules("1.5"))

    def main() -> Program:
        bench.go("a", bench.computing(1 * MS), by=bench.here("main"))
        yield bench.compute(1 * MS)

    bench.go("main", main())
    injected = G(0, "injected", bench.computing(100 * US))
    readied = G(0, "readied", bench.computing(100 * US))
    # P1 pauses for a, till 100 us. It spins, so nobody is woken for who is readied.
    bench.at(20 * US, lambda: bench.scheduler.ready(readied))
    bench.at(40 * US, lambda: bench.scheduler.inject([injected]))
    assert bench.run(until=150 * US) == [
        (5, "P0", "main"),
        (40 * US + WAKE_NS, "P2", "readied"),
        (100 * US + 10, "P1", "a"),
        (140 * US + WAKE_NS, "P2", "injected"),
    ]
