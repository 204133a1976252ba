"""System calls: who keeps a P, who takes it back, and where a goroutine goes on: whole logs, each with its rule."""

import pytest

from gcsim.runtime import Compute, FatalError, Program, ProgramError, Syscall
from gcsim.vocabulary import PState
from tests.runtime.bench import ERAS, WAKE_NS, Bench, rules
from tests.runtime.test_sysmon import looks_of_sysmon

US = 1_000
MS = 1_000_000


def watched(ps: int, go: str = "1.8") -> Bench:
    """Return a bench with sysmon, whose first looks are 20 us apart; after 1.02 ms they are ever rarer."""
    bench = Bench(ps, rules(go))
    bench.watch()
    return bench


def calls(bench: Bench, ns: int, *, blocking: bool = False, then_ns: int = 1 * MS, name: str = "calls") -> Program:
    """Return the program that computes for 1 ms, makes a system call, and computes again."""
    yield Compute(1 * MS)
    bench.note("calls", name)
    yield Syscall(ns, blocking=blocking)
    bench.note(f"back on {bench.here(name)}", name)
    yield Compute(then_ns)


# Who has the P meanwhile


@pytest.mark.parametrize("go", ERAS)
def test_a_short_call_keeps_its_p_though_others_wait_for_it(go: str) -> None:
    # entersyscall leaves the P in _Psyscall, exitsyscallfast takes it back: go1.4 proc.c, go1.8 proc.go
    bench = watched(1, go)
    bench.go("calls", calls(bench, 15 * US))
    bench.go("other", bench.computing(1 * MS))
    assert bench.run(until=5 * MS) == [
        (5, "P0", "calls"),
        (1 * MS + 5, "calls", "calls"),
        (1_015 * US + 5, "back on P0", "calls"),
        (2_015 * US + 5, "P0", "other"),
    ]
    assert bench.ps[0].times()[PState.SYSCALL] == 15 * US


@pytest.mark.parametrize("go", ERAS)
def test_a_p_with_work_is_taken_back_at_the_second_look(go: str) -> None:
    # retake: if pd.syscalltick != t { ...; continue }, then handoffp(_p_): go1.4 proc.c, go1.8 proc.go:3874
    bench = watched(1, go)
    bench.go("calls", calls(bench, 500 * US))
    bench.go("other", bench.computing(1 * MS))
    assert bench.run(until=5 * MS) == [
        (5, "P0", "calls"),
        (1 * MS + 5, "calls", "calls"),
        # Looks at 1.02 and 1.06 ms; then an M has to wake.
        (1_060 * US + WAKE_NS, "P0", "other"),
        (2_060 * US + WAKE_NS, "P0", "calls"),
        (2_060 * US + WAKE_NS, "back on P0", "calls"),
    ]


@pytest.mark.parametrize("go", ERAS)
def test_a_p_that_nobody_needs_is_left_in_the_call_for_10_ms(go: str) -> None:
    # retake: if runqempty(_p_) && nmspinning+npidle > 0 && pd.syscallwhen+10*1000*1000 > now { continue }
    bench = watched(2, go)
    bench.go("calls", calls(bench, 30 * MS))
    for ms in (11, 12):
        bench.at(ms * MS, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    assert bench.run(until=31 * MS + 6) == [
        (5, "P0", "calls"),
        (1 * MS + 5, "calls", "calls"),
        (11 * MS, "SYSCALL IDLE", ""),
        # The looks that saw it are those at 1.02 and 11.22 ms.
        (12 * MS, "IDLE IDLE", ""),
        (31 * MS + 5, "back on P0", "calls"),
    ]
    assert bench.ps[0].times()[PState.SYSCALL] == 10_220 * US - 5


def test_a_p_with_work_of_its_own_is_taken_back_though_another_spins() -> None:
    # runqempty(_p_) looks at runnext too, go1.5 proc1.go; a thief leaves that alone for 100 us.
    bench = watched(2, "1.5")

    def main() -> Program:
        bench.go("next", bench.computing(1 * MS), by=bench.here("main"))
        yield Syscall(500 * US)
        bench.note("back")

    bench.go("main", main())
    assert bench.run(until=400 * US) == [
        (5, "P0", "main"),
        # Looks at 20 and 40 us. P1 pauses until 100 us, in vain.
        (40 * US + WAKE_NS, "P0", "next"),
    ]


@pytest.mark.parametrize("go", ERAS)
def test_a_p_that_is_the_only_one_is_taken_back_though_it_has_no_work(go: str) -> None:
    # Nobody spins and no other is idle: handoffp starts an M that spins, which finds nothing (go1.8 proc.go:1719).
    bench = watched(1, go)
    bench.go("calls", calls(bench, 30 * MS))
    for us in (1_050, 1_060, 1_070):
        bench.at(us * US + 1, lambda: bench.note(bench.ps[0].state.name))
    assert bench.run(until=2 * MS) == [
        (5, "P0", "calls"),
        (1 * MS + 5, "calls", "calls"),
        (1_050 * US + 1, "SYSCALL", ""),
        (1_060 * US + 1, "SCHEDULING", ""),
        (1_070 * US + 1, "IDLE", ""),
    ]


@pytest.mark.parametrize("go", ERAS)
def test_a_call_that_is_known_to_block_hands_its_p_off_at_once(go: str) -> None:
    # entersyscallblock: handoffp(releasep()), before the call
    bench = watched(1, go)
    bench.go("calls", calls(bench, 500 * US, blocking=True))
    bench.go("other", bench.computing(1 * MS))
    assert bench.run(until=5 * MS) == [
        (5, "P0", "calls"),
        (1 * MS + 5, "calls", "calls"),
        (1 * MS + 5 + WAKE_NS, "P0", "other"),
        (2 * MS + 5 + WAKE_NS, "P0", "calls"),
        (2 * MS + 5 + WAKE_NS, "back on P0", "calls"),
    ]


def test_an_m_that_is_handed_a_p_without_work_spins_if_no_other_p_is_idle_and_finds_work_that_comes() -> None:
    bench = watched(2)

    def main() -> Program:
        yield Compute(1 * MS + 6)
        bench.go("new", bench.computing(100 * US), by=bench.here("main"))
        yield Compute(1 * MS)

    bench.go("main", main())
    bench.go("calls", calls(bench, 500 * US, blocking=True))
    # The M that P1 was handed to wakes from 1 ms + 10 on. It spins, so `go` at + 11 wakes nobody, and it waits for what
    # lies in runnext.
    assert bench.run(until=1_500 * US) == [
        (5, "P0", "main"),
        (10, "P1", "calls"),
        (1 * MS + 10, "calls", "calls"),
        (1_003 * US + 10 + WAKE_NS, "P1", "new"),
    ]
    assert bench.scheduler.threads.total == 4  # sysmon, P0's, the caller, P1's


# Where it goes on


@pytest.mark.parametrize("go", ERAS)
def test_a_goroutine_that_comes_back_takes_an_idle_p_where_its_own_is_busy(go: str) -> None:
    # exitsyscallfast: its old P, else exitsyscallfast_pidle
    bench = watched(2, go)

    def main() -> Program:
        yield Compute(2 * MS)

    bench.go("main", main())
    bench.go("calls", calls(bench, 3 * MS, blocking=True))
    bench.at(1_500 * US, lambda: bench.go("other", bench.computing(10 * MS)))
    assert bench.run(until=5 * MS) == [
        (5, "P0", "main"),
        (10, "P1", "calls"),
        (1 * MS + 10, "calls", "calls"),
        (1_500 * US + WAKE_NS, "P1", "other"),
        (4 * MS + 10, "back on P0", "calls"),
    ]


@pytest.mark.parametrize("go", ERAS)
def test_a_goroutine_that_finds_no_p_stands_in_the_global_queue_and_its_m_sleeps(go: str) -> None:
    # exitsyscall0: globrunqput(gp), stopm()
    bench = watched(1, go)
    bench.go("calls", calls(bench, 500 * US, blocking=True))
    for number in range(2):
        bench.go(str(number), bench.computing(1 * MS))
    assert bench.run(until=5 * MS) == [
        (5, "P0", "calls"),
        (1 * MS + 5, "calls", "calls"),
        (1 * MS + 10, "P0", "0"),
        (2 * MS + 10, "P0", "1"),
        (3 * MS + 10, "P0", "calls"),
        (3 * MS + 10, "back on P0", "calls"),
    ]
    # sysmon, the caller's, and the one that took the P: two are asleep in the end.
    assert (bench.scheduler.threads.total, bench.scheduler.threads.idle) == (3, 2)


@pytest.mark.parametrize("go", ERAS)
def test_a_stop_of_the_world_seizes_ps_in_calls_and_who_comes_back_meanwhile_waits_for_its_end(go: str) -> None:
    # stopTheWorldWithSema: if s == _Psyscall && cas(&p.status, s, _Pgcstop) { sched.stopwait-- }: go1.8 proc.go:984
    bench = watched(2, go)
    bench.go("main", bench.computing(5 * MS))
    bench.go("calls", calls(bench, 100 * US))
    bench.stop_at(1_010 * US, 0, 1 * MS)
    bench.at(1_011 * US, lambda: bench.note(" ".join(p.state.name for p in bench.ps)))
    assert bench.run(until=5 * MS) == [
        (5, "P0", "main"),
        (10, "P1", "calls"),
        (1 * MS + 10, "calls", "calls"),
        (1_010 * US, "requests", "P0"),
        (1_010 * US, "stopped", ""),
        (1_011 * US, "STOPPED STOPPED", ""),
        (2_010 * US, "started", ""),
        (2_010 * US + WAKE_NS, "P1", "calls"),
        (2_010 * US + WAKE_NS, "back on P1", "calls"),
    ]


# Threads


def test_each_goroutine_in_a_blocking_call_has_a_thread_and_threads_are_used_again() -> None:
    bench = watched(1)

    def main() -> Program:
        for n in range(3):
            bench.go(str(n), [Syscall(1 * MS, blocking=True)], by=bench.here("main"))
        yield Compute(100 * US)
        bench.note(f"{bench.scheduler.threads.total} threads")
        yield Syscall(2 * MS, blocking=True)
        bench.note(f"{bench.scheduler.threads.total} threads, {bench.scheduler.threads.idle} asleep")
        for n in range(3, 5):
            bench.go(str(n), [Syscall(1 * MS, blocking=True)], by=bench.here("main"))
        yield Syscall(2 * MS, blocking=True)
        bench.note(f"{bench.scheduler.threads.total} threads, {bench.scheduler.threads.idle} asleep")

    bench.go("main", main())
    log = [what for _, what, _ in bench.run(until=10 * MS) if "threads" in what]
    # One for sysmon and one for main; then main and three others in calls at once, and one that looks for work.
    assert log == ["2 threads", "6 threads, 4 asleep", "6 threads, 4 asleep"]


def test_the_10001st_thread_ends_the_process_with_gos_own_message() -> None:
    # checkmcount: if sched.mcount > sched.maxmcount: go1.4 proc.c:132, go1.8 proc.go:470
    bench = Bench(1, rules("1.8"))
    bench.scheduler.main = bench.go("main", [Syscall(1 * MS, blocking=True)])
    for n in range(10_000):
        bench.go(str(n), [Syscall(1 * MS, blocking=True)])
    with pytest.raises(FatalError) as error:
        bench.run()
    assert str(error.value) == "runtime: program exceeds 10000-thread limit\nfatal error: thread exhaustion"
    # With sysmon's, 9,999 goroutines have one; the next would need another to hand its P to.
    assert len(bench.log) == 9_999


@pytest.mark.parametrize("blocking", [False, True])
def test_who_is_in_a_system_call_is_not_asleep(blocking: bool) -> None:  # noqa: FBT001 - what is compared
    # checkdead: run := sched.mcount - sched.nmidle - sched.nmidlelocked - 1; if run > 0 { return }: go1.8 proc.go:3663
    bench = watched(1)
    bench.scheduler.main = bench.go("main", [bench.park])
    bench.go("calls", calls(bench, 5 * MS, blocking=blocking))
    with pytest.raises(FatalError, match="all goroutines are asleep - deadlock!"):
        bench.run()
    assert bench.log[-1] == (6 * MS + 5, "back on P0", "calls")
    assert bench.now == 7 * MS + 5


# sysmon


def test_sysmon_looks_every_20_us_again_after_it_took_a_p_back() -> None:
    # if retake(now) != 0 { idle = 0 } else { idle++ }: go1.8 proc.go:3767
    bench = Bench(1)
    looks = looks_of_sysmon(bench)
    bench.go("calls", calls(bench, 5 * MS))
    bench.go("other", bench.computing(10 * MS))
    bench.run(until=1_200 * US)
    assert looks[-10:] == [n * 20 * US for n in (49, 50, 51, 53, 54, 55, 56, 57, 58, 59)]


def test_a_duration_that_is_none_is_told_with_the_line() -> None:
    bench = Bench(1)

    def main() -> Program:
        yield Syscall(-5)

    bench.go("main", main())
    with pytest.raises(ProgramError, match=r"test_syscalls\.py:\d+, t=5ns: .* not negative; found -5 ns"):
        bench.run()
