"""Ms that share cores, and a quota that throttles them: whole logs."""

from itertools import pairwise

import pytest

from gcsim.runtime import Account, Channel, FatalError, LockOSThread, Program, Syscall
from gcsim.runtime.cores import CORELESS, Cores
from gcsim.runtime.driving import all_have_run, alone, driven, let_go, worked
from gcsim.vocabulary import Cause, PState
from tests.runtime.bench import Bench, Entry, rules

US = 1_000
MS = 1_000_000


def a_bench(ps: int, cores: int, quota: float | None = None, go: str = "1.4") -> Bench:
    """Return a bench whose Ms, which wake in 5 ns, share cores."""
    bench = Bench(ps, rules(go))
    Cores(bench.scheduler, cores, quota)
    return bench


def busy(ps: int, cores: int, quota: float | None = None, *, call_free_ns: tuple[int, ...] = ()) -> Bench:
    """Return such a bench with as many goroutines as Ps that compute for a second."""
    bench = a_bench(ps, cores, quota, "1.5")
    for number in range(ps):
        free = call_free_ns[number] if call_free_ns else 0
        bench.go(str(number), bench.computing(1000 * MS, call_free_ns=free))
    return bench


def doing(*steps: object) -> Program:
    """Return the program that takes some steps."""
    yield from steps


def watched(bench: Bench, until: int, since: int = 0) -> list[Entry]:
    """Run, and return when which P changed its state to what; what it is in for no time is left out."""
    log: list[Entry] = []
    last = [PState.IDLE] * len(bench.ps)
    while bench.env.peek() <= until:
        bench.env.step()
        if bench.env.peek() > bench.now:
            changes = [(p, state) for p, state in enumerate(bench.states) if state is not last[p]]
            log += [(bench.now, f"P{p}", state.name) for p, state in changes if bench.now >= since]
            last = bench.states
    return log


def stop_at(bench: Bench, time: int, number: int, work_ns: int, threads: int = 1) -> None:
    """Let a P stop the world as soon as it has a core, and keep it stopped for some work."""

    def stopping() -> Program:
        p, scheduler = bench.ps[number], bench.scheduler
        yield bench.env.timeout(time - bench.now)
        let_go(scheduler, p)
        p.become(PState.SCHEDULING)
        yield from driven(scheduler, p)
        bench.note("requests", repr(p))
        yield from bench.world.stop(p)
        bench.note("stopped")
        yield from worked(scheduler, work_ns, threads)
        bench.world.start(p)
        bench.note("started")
        yield from driven(scheduler, p)
        bench.note("goes on", repr(p))
        assert p.g is not None
        assert p.g.activity is not None
        p.run(p.g.activity)

    bench.env.process(stopping())


def stops(bench: Bench) -> list[Entry]:
    """Return what was noted about a stop."""
    return [entry for entry in bench.log if entry[1] in {"requests", "stopped", "started", "goes on"}]


# Slices


def test_three_ms_on_one_core_take_turns_of_a_third_of_the_latency() -> None:
    # sched_slice: 6 ms over those that run or wait. M by M they wake, so the first has the core for 3 ms.
    assert watched(busy(3, 1), 20 * MS) == [
        (5, "P0", "MUTATOR"),
        (5, "P1", "DESCHEDULED"),
        (3 * MS, "P0", "DESCHEDULED"),
        (3 * MS, "P1", "MUTATOR"),
        (3 * MS, "P2", "DESCHEDULED"),
        (5 * MS, "P1", "DESCHEDULED"),
        (5 * MS, "P2", "MUTATOR"),
        (7 * MS, "P1", "MUTATOR"),  # P0 had 3 ms, P1 had 2
        (7 * MS, "P2", "DESCHEDULED"),
        (9 * MS, "P1", "DESCHEDULED"),
        (9 * MS, "P2", "MUTATOR"),
        (11 * MS, "P0", "MUTATOR"),
        (11 * MS, "P2", "DESCHEDULED"),
        (13 * MS, "P0", "DESCHEDULED"),
        (13 * MS, "P1", "MUTATOR"),
        (15 * MS, "P1", "DESCHEDULED"),
        (15 * MS, "P2", "MUTATOR"),
        (17 * MS, "P0", "MUTATOR"),
        (17 * MS, "P2", "DESCHEDULED"),
        (19 * MS, "P0", "DESCHEDULED"),
        (19 * MS, "P1", "MUTATOR"),
    ]


def test_two_cores_have_twice_the_latency_and_share_it() -> None:
    # 1 + log2(2) times 6 ms, over 1.5 threads for each core.
    assert watched(busy(3, 2), 33 * MS) == [
        (5, "P0", "MUTATOR"),
        (5, "P1", "SCHEDULING"),
        (10, "P1", "MUTATOR"),
        (10, "P2", "DESCHEDULED"),
        (8 * MS, "P0", "DESCHEDULED"),
        (8 * MS, "P2", "MUTATOR"),
        (8 * MS + 5, "P0", "MUTATOR"),
        (8 * MS + 5, "P1", "DESCHEDULED"),
        (16 * MS, "P1", "MUTATOR"),
        (16 * MS, "P2", "DESCHEDULED"),
        (16 * MS + 5, "P0", "DESCHEDULED"),
        (16 * MS + 5, "P2", "MUTATOR"),
        (24 * MS, "P0", "MUTATOR"),
        (24 * MS, "P1", "DESCHEDULED"),
        (24 * MS + 5, "P1", "MUTATOR"),
        (24 * MS + 5, "P2", "DESCHEDULED"),
        (32 * MS, "P0", "DESCHEDULED"),
        (32 * MS, "P2", "MUTATOR"),
        (32 * MS + 5, "P0", "MUTATOR"),
        (32 * MS + 5, "P1", "DESCHEDULED"),
    ]


def test_a_slice_is_never_shorter_than_the_granularity() -> None:
    # 10 on one core: 0.75 ms rather than 6 ms / 10.
    log = watched(busy(10, 1), 300 * MS, since=200 * MS)
    starts = [time for time, _, state in log if state == "MUTATOR"][1:]
    assert len(starts) > 100
    assert {later - earlier for earlier, later in pairwise(starts)} == {750 * US}


@pytest.mark.parametrize("cores", [8, 16])
def test_the_latency_grows_with_the_logarithm_of_up_to_eight_cores(cores: int) -> None:
    # get_update_sysctl_factor: 1 + log2(8), so 24 ms over two threads for each core.
    log = watched(busy(2 * cores, cores), 200 * MS, since=100 * MS)
    times, states = zip(*[(time, state) for time, p, state in log if p == "P3"], strict=True)
    assert states == ("DESCHEDULED", "MUTATOR") * 4
    assert {later - earlier for earlier, later in pairwise(times)} == {12 * MS}


def test_an_m_that_slept_preempts_one_that_had_far_more() -> None:
    # wakeup_preempt_entity: 3 ms + 1 ms against 2.5 ms is more than the wake-up granularity of 1 ms.
    bench = a_bench(2, 1)
    bench.go("long", bench.computing(100 * MS))
    bench.go("naps", doing(bench.compute(2_500 * US), bench.sleeping(1 * MS), bench.compute(1 * MS)))
    assert watched(bench, 12 * MS, since=1 * MS) == [
        (3 * MS, "P0", "DESCHEDULED"),
        (3 * MS, "P1", "MUTATOR"),
        (5_500 * US, "P0", "MUTATOR"),
        (5_500 * US, "P1", "IDLE"),
        (6_500 * US, "P0", "DESCHEDULED"),
        (6_500 * US, "P1", "SCHEDULING"),
        (6_500 * US + 5, "P1", "MUTATOR"),
        (7_500 * US + 5, "P0", "MUTATOR"),
        (7_500 * US + 5, "P1", "IDLE"),
    ]


def test_an_m_that_slept_waits_for_the_slice_of_one_that_had_little_more() -> None:
    bench = a_bench(2, 1)
    bench.go("long", bench.computing(100 * MS))
    bench.go("naps", doing(bench.compute(2_500 * US), bench.sleeping(100 * US), bench.compute(1 * MS)))
    assert watched(bench, 12 * MS, since=5 * MS) == [
        (5_500 * US, "P0", "MUTATOR"),
        (5_500 * US, "P1", "IDLE"),
        (5_600 * US, "P1", "DESCHEDULED"),
        (8_500 * US, "P0", "DESCHEDULED"),
        (8_500 * US, "P1", "MUTATOR"),
        (9_500 * US, "P0", "MUTATOR"),
        (9_500 * US, "P1", "IDLE"),
    ]


def test_long_sleep_earns_no_more_than_half_the_latency() -> None:
    # place_entity: after 50 ms asleep it is 3 ms ahead, and once it had those and a slice more the other goes on.
    bench = a_bench(2, 1)
    bench.go("long", bench.computing(100 * MS))
    bench.at(50 * MS, lambda: bench.go("late", bench.computing(100 * MS)))
    assert watched(bench, 62 * MS, since=4 * MS) == [
        (50 * MS, "P0", "DESCHEDULED"),
        (50 * MS, "P1", "SCHEDULING"),
        (50 * MS + 5, "P1", "MUTATOR"),
        (53 * MS, "P0", "MUTATOR"),
        (53 * MS, "P1", "DESCHEDULED"),
        (56 * MS, "P0", "DESCHEDULED"),
        (56 * MS, "P1", "MUTATOR"),
        (59 * MS, "P0", "MUTATOR"),
        (59 * MS, "P1", "DESCHEDULED"),
        (62 * MS, "P0", "DESCHEDULED"),
        (62 * MS, "P1", "MUTATOR"),
    ]


def test_with_a_core_for_each_p_nobody_waits() -> None:
    shared = busy(3, 3)
    alone_ = Bench(3, rules("1.4"))
    for number in range(3):
        alone_.go(str(number), alone_.computing(1000 * MS))
    assert watched(shared, 2000 * MS) == watched(alone_, 2000 * MS)
    assert shared.now == alone_.now


# What happens to a P meanwhile


def test_a_wait_for_a_core_is_charged_to_what_waits() -> None:
    bench = a_bench(2, 1)
    activities = [bench.compute(4 * MS), bench.compute(6 * MS)]
    for number, activity in enumerate(activities):
        bench.go(str(number), doing(activity))
    bench.run()
    assert [activity.ran for activity in activities] == [
        [(5, 3 * MS, 0), (6 * MS, 7 * MS + 5, 0)],
        [(3 * MS, 6 * MS, 1), (7 * MS + 5, 10 * MS + 5, 1)],
    ]
    # The second one did not wait up to 3 ms: it was in the queue, and an M that had woken for it waited.
    assert [activity.delays for activity in activities] == [
        {Cause.DESCHEDULED: 3 * MS},
        {Cause.DESCHEDULED: 1 * MS + 5},
    ]


def test_every_ns_of_a_p_has_its_state_and_the_core_no_more_than_one_m() -> None:
    bench = busy(3, 1)
    bench.run(20 * MS)
    assert [sum(p.times()) for p in bench.ps] == [20 * MS] * 3
    used = [sum(ns for state, ns in zip(PState, p.times(), strict=True) if state not in CORELESS) for p in bench.ps]
    assert used == [7 * MS, 7 * MS, 6 * MS]
    assert bench.scheduler.cores is not None
    assert bench.scheduler.cores.used_ns == 20 * MS


def test_sysmon_preempts_a_goroutine_whose_m_has_no_core_as_soon_as_it_has_one() -> None:
    # 10 ms of the clock, whoever had the core meanwhile: at 12 ms P0 goes on with another goroutine.
    bench = a_bench(2, 1)
    bench.watch()
    for number in range(3):
        bench.go(str(number), bench.computing(100 * MS))
    assert bench.run(20 * MS) == [(5, "P0", "0"), (3 * MS, "P1", "1"), (12 * MS, "P0", "2")]


def test_sysmon_leaves_a_loop_without_calls_alone() -> None:
    bench = a_bench(2, 1)
    bench.watch()
    for number in range(3):
        bench.go(str(number), bench.computing(15 * MS, preemptible=False))
    assert bench.run(60 * MS) == [(5, "P0", "0"), (3 * MS, "P1", "1"), (30 * MS + 5, "P0", "2")]


def test_a_thief_whose_pause_ends_while_it_waits_steals_when_it_has_a_core() -> None:
    # 1.5 pauses for 100 us before it steals a runnext; P1 begins to at 5.95 ms, and its slice ends at 6 ms.
    bench = a_bench(2, 1, go="1.5")

    def boss() -> Program:
        yield bench.compute(1 * MS)
        bench.go("next", bench.computing(1 * MS), by=bench.ps[0])
        yield bench.compute(8 * MS)

    bench.go("boss", boss())
    bench.at(2 * MS, lambda: bench.go("other", bench.computing(2_950 * US)))
    assert watched(bench, 11 * MS, since=3 * MS) == [
        (3 * MS, "P0", "DESCHEDULED"),
        (3 * MS, "P1", "MUTATOR"),
        (5_950 * US, "P1", "SCHEDULING"),
        (6 * MS, "P0", "MUTATOR"),
        (6 * MS, "P1", "DESCHEDULED"),
        (9 * MS, "P0", "DESCHEDULED"),
        (9 * MS, "P1", "MUTATOR"),
        (10 * MS, "P0", "MUTATOR"),
        (10 * MS, "P1", "IDLE"),
    ]
    assert bench.log == [(5, "P0", "boss"), (3 * MS, "P1", "other"), (9 * MS, "P1", "next")]


# System calls


def test_an_m_that_comes_back_from_the_kernel_waits_for_a_core_before_it_goes_on() -> None:
    bench = a_bench(2, 1)
    g = bench.go("calls", doing(bench.compute(1 * MS), Syscall(500 * US), bench.compute(1 * MS)))
    account = g.account = Account()
    account.delays = {}
    bench.go("other", bench.computing(30 * MS))
    assert watched(bench, 8 * MS) == [
        (5, "P0", "MUTATOR"),
        (5, "P1", "DESCHEDULED"),
        (1 * MS + 5, "P0", "SYSCALL"),
        (1 * MS + 5, "P1", "MUTATOR"),
        (4 * MS + 5, "P0", "MUTATOR"),  # back since 1.5 ms, when the other had had too little to be preempted
        (4 * MS + 5, "P1", "DESCHEDULED"),
        (5 * MS + 5, "P0", "IDLE"),
        (5 * MS + 5, "P1", "MUTATOR"),
    ]
    assert account.delays == {Cause.RUN_QUEUE: 5, Cause.DESCHEDULED: 2_500 * US}


def test_a_p_is_taken_back_from_an_m_that_is_out_of_the_kernel_but_waits_for_a_core() -> None:
    bench = a_bench(2, 1)
    bench.watch()
    bench.go("calls", doing(bench.compute(1 * MS), Syscall(10 * US), bench.compute(1 * MS)))
    bench.go("other", bench.computing(30 * MS))
    assert watched(bench, 8 * MS, since=1 * MS) == [
        (1 * MS + 5, "P0", "SYSCALL"),
        (1 * MS + 5, "P1", "MUTATOR"),
        (1_060 * US, "P0", "DESCHEDULED"),  # sysmon's second look, and an M that wakes to look for work
        (3 * MS + 5, "P0", "MUTATOR"),  # the first M has put its goroutine into the queue, where the second finds it
        (3 * MS + 5, "P1", "DESCHEDULED"),
        (4 * MS + 5, "P0", "IDLE"),
        (4 * MS + 5, "P1", "MUTATOR"),
    ]
    assert bench.log == [(5, "P0", "calls"), (1 * MS + 5, "P1", "other"), (3 * MS + 5, "P0", "calls")]


def test_an_m_without_a_p_looks_for_one_when_it_has_a_core_and_lets_it_go_if_there_is_none() -> None:
    bench = a_bench(1, 1)
    bench.go("calls", doing(Syscall(1 * MS, blocking=True), bench.compute(1 * MS)))
    bench.go("other", bench.computing(5 * MS))
    bench.run(20 * MS)
    assert bench.log == [(5, "P0", "calls"), (10, "P0", "other"), (5 * MS + 10, "P0", "calls")]
    # The M that came back at 1 ms had the core at 3 ms, if only to sleep: the other could go on at once.
    assert bench.ps[0].times()[PState.DESCHEDULED] == 0
    assert bench.scheduler.threads.idle == 2


def test_a_goroutine_whose_thread_waits_for_a_core_is_charged_that_apart_from_its_wait_for_a_p() -> None:
    # Its M wakes in 1 ms from 4 ms on, and the quota is used up at 4.5 ms.
    bench = Bench(2, rules("1.4"), wake_ns=1 * MS)
    Cores(bench.scheduler, 1, 0.045)
    g = bench.go("wired", doing(LockOSThread(), bench.sleeping(1 * MS), bench.compute(1 * MS)))
    bench.go("other", bench.computing(20 * MS))
    bench.run(1 * MS + 1)
    account = g.account = Account()
    account.delays = {}
    assert watched(bench, 101 * MS, since=2 * MS) == [
        (2 * MS, "P1", "MUTATOR"),
        (4 * MS, "P0", "SCHEDULING"),
        (4 * MS, "P1", "DESCHEDULED"),
        (4_500 * US, "P0", "DESCHEDULED"),
        (100 * MS, "P0", "MUTATOR"),
        (101 * MS, "P0", "IDLE"),
        (101 * MS, "P1", "MUTATOR"),
    ]
    assert account.delays == {Cause.RUN_QUEUE: 2_500 * US, Cause.DESCHEDULED: 95_500 * US}


# Stops of the world


def test_a_stop_waits_for_each_m_to_have_the_core_and_reach_its_safepoint() -> None:
    # P0 asks at 12 ms; P1 is 0.5 ms from its safepoint, P2 0.4 ms, and they have the one core in turn.
    bench = busy(3, 1, call_free_ns=(0, 900 * US, 1_100 * US))
    stop_at(bench, 12 * MS, 0, 300)
    log = watched(bench, 15 * MS, since=12 * MS)
    assert stops(bench) == [
        (12 * MS, "requests", "P0"),
        (12_900 * US, "stopped", ""),
        (12_900 * US + 300, "started", ""),
        (12_900 * US + 300, "goes on", "P0"),
    ]
    assert log == [
        (12 * MS, "P0", "STOPPING"),
        (12 * MS, "P1", "MUTATOR"),
        (12_500 * US, "P1", "STOPPING"),
        (12_500 * US, "P2", "MUTATOR"),
        (12_900 * US, "P0", "STOPPED"),
        (12_900 * US, "P1", "STOPPED"),
        (12_900 * US, "P2", "STOPPED"),
        (12_900 * US + 300, "P0", "MUTATOR"),
        (12_900 * US + 300, "P1", "DESCHEDULED"),
        (12_900 * US + 300, "P2", "IDLE"),
    ]


def test_with_a_core_for_each_the_same_stop_waits_for_the_slowest_alone() -> None:
    bench = busy(3, 3, call_free_ns=(0, 900 * US, 1_100 * US))
    stop_at(bench, 12 * MS, 0, 300)
    bench.run(15 * MS)
    # P1 began at 10 ns and is 0.6 ms from its safepoint, P2 0.1 ms.
    assert stops(bench)[:2] == [(12 * MS, "requests", "P0"), (12_600 * US + 10, "stopped", "")]


def test_who_stops_the_world_needs_a_core_to_ask() -> None:
    bench = busy(2, 1)
    stop_at(bench, 7 * MS, 1, 300)
    bench.run(12 * MS)
    # P0 has the core from 6 to 9 ms; its goroutine can be stopped anywhere.
    assert stops(bench) == [
        (9 * MS, "requests", "P1"),
        (9 * MS, "stopped", ""),
        (9 * MS + 300, "started", ""),
        (9 * MS + 300, "goes on", "P1"),
    ]


# Quotas


def test_half_a_cpu_lets_one_m_run_for_50_ms_of_each_100() -> None:
    assert watched(busy(1, 1, 0.5), 400 * MS) == [
        (5, "P0", "MUTATOR"),
        (50 * MS, "P0", "DESCHEDULED"),
        (100 * MS, "P0", "MUTATOR"),
        (150 * MS, "P0", "DESCHEDULED"),
        (200 * MS, "P0", "MUTATOR"),
        (250 * MS, "P0", "DESCHEDULED"),
        (300 * MS, "P0", "MUTATOR"),
        (350 * MS, "P0", "DESCHEDULED"),
        (400 * MS, "P0", "MUTATOR"),
    ]


def test_two_ms_use_a_quota_up_in_half_the_time() -> None:
    assert watched(busy(2, 2, 0.5), 130 * MS) == [
        (5, "P0", "MUTATOR"),
        (5, "P1", "SCHEDULING"),
        (10, "P1", "MUTATOR"),
        (25 * MS, "P0", "DESCHEDULED"),
        (25 * MS + 5, "P1", "DESCHEDULED"),
        (100 * MS, "P0", "MUTATOR"),
        (100 * MS, "P1", "MUTATOR"),
        (125 * MS, "P0", "DESCHEDULED"),
        (125 * MS, "P1", "DESCHEDULED"),
    ]


def test_a_quota_of_all_cores_throttles_nobody() -> None:
    bench = busy(2, 2, 2.0)
    assert watched(bench, 300 * MS, since=100) == []


def test_a_stop_that_meets_a_throttled_m_lasts_until_the_next_period() -> None:
    # Ten slices of 5 ms for three: P1 and P2 are throttled after three each, and P0, which has one more, asks.
    bench = busy(3, 3, 0.5)
    stop_at(bench, 17 * MS, 0, 300)
    assert watched(bench, 101 * MS, since=1 * MS) == [
        (15 * MS + 5, "P1", "DESCHEDULED"),
        (15 * MS + 10, "P2", "DESCHEDULED"),
        (17 * MS, "P0", "STOPPING"),
        (100 * MS, "P0", "STOPPED"),
        (100 * MS, "P1", "STOPPED"),
        (100 * MS, "P2", "STOPPED"),
        (100 * MS + 300, "P0", "MUTATOR"),
        (100 * MS + 300, "P1", "SCHEDULING"),
        (100 * MS + 300, "P2", "IDLE"),
        (100 * MS + 305, "P1", "MUTATOR"),
        (100 * MS + 305, "P2", "SCHEDULING"),
        (100 * MS + 310, "P2", "MUTATOR"),
    ]
    assert stops(bench)[:2] == [(17 * MS, "requests", "P0"), (100 * MS, "stopped", "")]


def test_work_inside_a_stop_uses_the_quota_and_is_throttled_with_it() -> None:
    # 10 ms are used when the world stops; 2 x 20 ms are left of this period, and the next begins at 100 ms.
    bench = busy(1, 2, 0.5)
    stop_at(bench, 10 * MS, 0, 30 * MS, threads=2)
    assert watched(bench, 150 * MS, since=1) == [
        (5, "P0", "MUTATOR"),
        (10 * MS, "P0", "STOPPED"),
        (110 * MS, "P0", "MUTATOR"),
        (140 * MS, "P0", "DESCHEDULED"),
    ]
    assert bench.scheduler.cores is not None
    assert bench.scheduler.cores.used_ns == 100 * MS


def test_what_idle_cores_give_back_lets_throttled_ones_go_on_5_ms_later() -> None:
    # do_sched_cfs_slack_timer. Ten slices for four: P0 and P1 have the last, end with 4.5 ms left, and keep 1 each.
    bench = a_bench(4, 4, 0.5)
    for number in range(4):
        bench.go(str(number), bench.computing(10_500 * US - 5 if number < 2 else 1000 * MS))
    assert watched(bench, 99 * MS, since=1 * MS) == [
        (10 * MS + 10, "P2", "DESCHEDULED"),
        (10 * MS + 15, "P3", "DESCHEDULED"),
        (10_500 * US, "P0", "IDLE"),
        (10_500 * US + 5, "P1", "IDLE"),
        (15_500 * US + 5, "P2", "MUTATOR"),
        (15_500 * US + 5, "P3", "MUTATOR"),
        (17_500 * US + 5, "P3", "DESCHEDULED"),
        (20_500 * US + 5, "P2", "DESCHEDULED"),
    ]


def test_what_was_given_back_and_is_used_meanwhile_helps_nobody_else() -> None:
    # The same, but at 12 ms another goroutine uses what its core kept, and from 13 ms on 5 of the 7 ms given back.
    bench = a_bench(4, 4, 0.5)
    for number in range(4):
        bench.go(str(number), bench.computing(10_500 * US - 5 if number < 2 else 1000 * MS))
    bench.at(12 * MS, lambda: bench.go("again", bench.computing(1000 * MS)))
    assert watched(bench, 99 * MS, since=12 * MS) == [
        (12 * MS, "P1", "SCHEDULING"),
        (12 * MS + 5, "P0", "SCHEDULING"),
        (12 * MS + 5, "P1", "MUTATOR"),
        (12 * MS + 10, "P0", "IDLE"),
        (20 * MS, "P1", "DESCHEDULED"),
    ]


def test_less_than_a_slice_that_is_given_back_stays_until_the_next_period() -> None:
    bench = a_bench(4, 4, 0.5)
    for number in range(4):
        bench.go(str(number), bench.computing(12_500 * US - 5 if number < 2 else 1000 * MS))
    assert watched(bench, 101 * MS, since=12 * MS) == [
        (12_500 * US, "P0", "IDLE"),
        (12_500 * US + 5, "P1", "IDLE"),
        (100 * MS, "P2", "MUTATOR"),
        (100 * MS, "P3", "MUTATOR"),
    ]


def test_ms_that_go_on_at_the_same_instant_go_on_one_after_another() -> None:
    # Both are throttled, P1's while it woke for two goroutines. At 100 ms it finds one and wakes P2 for the other. That
    # has to wait: the core of P0 is given away already, though its M has not gone on yet.
    bench = Bench(3, rules("1.4"), wake_ns=2 * MS)
    Cores(bench.scheduler, 2, 0.5)
    bench.go("busy", bench.computing(1000 * MS))
    bench.at(45_500 * US, lambda: [bench.go(name, bench.computing(1000 * MS)) for name in "ab"])
    assert watched(bench, 108 * MS, since=45 * MS) == [
        (45_500 * US, "P1", "SCHEDULING"),
        (46_500 * US, "P1", "DESCHEDULED"),
        (47 * MS, "P0", "DESCHEDULED"),
        (100 * MS, "P0", "MUTATOR"),
        (100 * MS, "P1", "MUTATOR"),
        (100 * MS, "P2", "DESCHEDULED"),
        (108 * MS, "P0", "DESCHEDULED"),
        (108 * MS, "P2", "MUTATOR"),
    ]
    assert bench.log == [(2 * MS, "P0", "busy"), (100 * MS, "P1", "a"), (108 * MS, "P2", "b")]


def test_a_p_that_stopped_the_world_with_the_last_of_a_quota_goes_on_in_the_next_period() -> None:
    bench = busy(1, 1, 0.5)
    stop_at(bench, 10 * MS, 0, 40 * MS)
    bench.run(110 * MS)
    assert stops(bench) == [
        (10 * MS, "requests", "P0"),
        (10 * MS, "stopped", ""),
        (50 * MS, "started", ""),
        (100 * MS, "goes on", "P0"),
    ]


def test_there_is_no_deadlock_while_an_m_waits_for_the_quota() -> None:
    bench = a_bench(1, 1, 0.3)
    # The quota ends with the other goroutine, at 30 ms, and the P is idle when the call ends.
    bench.scheduler.main = bench.go(
        "main", doing(Syscall(40 * MS, blocking=True), bench.compute(1 * MS), Channel(0).receive())
    )
    bench.go("other", bench.computing(30 * MS - 10))
    with pytest.raises(FatalError, match="all goroutines are asleep"):
        bench.run(300 * MS)
    assert bench.now == 101 * MS


# Work of processes


def test_work_that_a_p_does_for_a_process_takes_cpu_time() -> None:
    bench = busy(2, 1)
    seen: list[int] = []

    def driving() -> Program:
        p = bench.ps[0]
        yield bench.env.timeout(1 * MS)
        let_go(bench.scheduler, p)
        p.become(PState.ROOT_SCAN)
        yield from alone(bench.scheduler, p, 4 * MS)
        seen.append(bench.now)
        assert p.g is not None
        assert p.g.activity is not None
        p.run(p.g.activity)

    bench.env.process(driving())
    log = watched(bench, 9 * MS, since=1)
    assert seen == [8 * MS]
    assert log == [
        (5, "P0", "MUTATOR"),
        (5, "P1", "DESCHEDULED"),
        (1 * MS, "P0", "ROOT_SCAN"),
        (3 * MS, "P0", "DESCHEDULED"),
        (3 * MS, "P1", "MUTATOR"),
        (6 * MS, "P0", "ROOT_SCAN"),
        (6 * MS, "P1", "DESCHEDULED"),
        (8 * MS, "P0", "MUTATOR"),
        (9 * MS, "P0", "DESCHEDULED"),
        (9 * MS, "P1", "MUTATOR"),
    ]


def test_all_have_run_when_each_m_that_waited_had_a_core() -> None:
    bench = busy(3, 1)
    seen: list[int] = []

    def asking() -> Program:
        yield bench.env.timeout(8 * MS)
        yield from all_have_run(bench.scheduler)
        seen.append(bench.now)

    bench.env.process(asking())
    bench.run(20 * MS)
    # P1 has the core; P2 gets it at 9 ms, P0 at 11 ms.
    assert seen == [11 * MS]


def test_without_cores_of_their_own_processes_just_let_time_pass() -> None:
    bench = Bench(1, rules("1.4"))
    p, seen = bench.ps[0], []

    def process() -> Program:
        yield from driven(bench.scheduler, p)
        yield from all_have_run(bench.scheduler)
        yield from alone(bench.scheduler, p, 100)
        seen.append(bench.now)
        yield from worked(bench.scheduler, 50, 4)
        seen.append(bench.now)

    bench.env.process(process())
    bench.run()
    assert seen == [100, 150]
    assert let_go(bench.scheduler, p) is None


def test_a_machine_has_a_core() -> None:
    with pytest.raises(ValueError, match="0 cores run nothing; give at least 1"):
        a_bench(1, 0)


def test_an_m_that_waits_for_a_core_can_do_nothing() -> None:
    bench = busy(2, 1)
    bench.run(1 * MS)
    with pytest.raises(RuntimeError, match="the M of P1 waits for a core and can do nothing, not even sleep"):
        bench.ps[1].become(PState.STOPPING)
