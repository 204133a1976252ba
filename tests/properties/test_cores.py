"""Ms on cores: what holds whatever the programs do."""

from collections.abc import Generator, Iterator
from typing import Any

import simpy
from hypothesis import given
from hypothesis import strategies as st

from gcsim.runtime import Channel, Compute, Gosched, LockOSThread, Loop, Program, Sleep, Syscall
from gcsim.runtime.bandwidth import PERIOD_NS, SLICE_NS
from gcsim.runtime.cores import CORELESS, Cores
from gcsim.runtime.driving import alone, driven, let_go, worked
from gcsim.vocabulary import PState
from tests.runtime.bench import Bench, rules

US = 1_000
MS = 1_000_000

_LATENCY_NS = {1: 6 * MS, 2: 12 * MS, 3: 12 * MS, 4: 18 * MS}
_END_NS = 260 * MS

steps = st.one_of(
    st.builds(Compute, st.integers(0, 20 * MS)),
    st.builds(Loop, st.integers(0, 5 * MS)),
    st.builds(Sleep, st.integers(0, 8 * MS)),
    st.builds(Syscall, st.integers(0, 3 * MS), blocking=st.booleans()),
    st.just(Gosched()),
    st.just(LockOSThread()),
    st.sampled_from(["compute", "send", "receive", "go"]),
)
programs = st.lists(st.tuples(st.integers(0, 5 * MS), st.lists(steps, min_size=1, max_size=8)), min_size=1, max_size=8)


def program(bench: Bench, channel: Channel, kinds: list[Any]) -> Program:
    """Return a program that takes some steps."""
    for kind in kinds:
        match kind:
            case "compute":
                yield bench.compute(3 * MS, call_free_ns=700 * US)
            case "send":
                yield channel.send(None)
            case "receive":
                yield channel.receive()
            case "go":
                bench.go("child", bench.computing(2 * MS))
            case _:
                yield kind


def a_bench(ps: int, go: str, started: list[tuple[int, list[Any]]]) -> Bench:
    """Return a bench on which programs start at some times, under sysmon."""
    bench = Bench(ps, rules(go))
    channel = Channel(1)
    bench.watch()
    for number, (time, kinds) in enumerate(started):
        bench.at(time, lambda n=number, k=kinds: bench.go(str(n), program(bench, channel, k)))  # type: ignore[misc]
    return bench


def instants(bench: Bench, until: int) -> Iterator[int]:
    """Run, and return every time at which all has happened that happens then."""
    while bench.env.peek() <= until:
        bench.env.step()
        if bench.env.peek() > bench.now:
            yield bench.now


def on_cores(bench: Bench) -> int:
    return sum(state not in CORELESS for state in bench.states)


def cpu_ns(bench: Bench, number: int) -> int:
    times = bench.ps[number].times()
    return sum(ns for state, ns in zip(PState, times, strict=True) if state not in CORELESS)


@given(st.integers(1, 6), st.integers(1, 4), st.sampled_from(["1.4", "1.5", "1.8"]), programs)
def test_no_core_has_two_ms_and_none_idles_while_one_waits(
    ps: int, cores: int, go: str, started: list[tuple[int, list[Any]]]
) -> None:
    bench = a_bench(ps, go, started)
    shared = Cores(bench.scheduler, cores)
    for now in instants(bench, _END_NS):
        assert on_cores(bench) <= cores
        if shared.waiting:
            assert on_cores(bench) == cores
        assert [sum(p.times()) for p in bench.ps] == [now] * ps
        assert shared.used_ns == sum(cpu_ns(bench, number) for number in range(ps))


@given(st.integers(1, 4), st.sampled_from(["1.4", "1.8"]), programs)
def test_with_a_core_for_each_m_all_happens_as_without(ps: int, go: str, started: list[tuple[int, list[Any]]]) -> None:
    bench, shared = a_bench(ps, go, started), a_bench(ps, go, started)
    # Beside the Ps' there are the Ms that system calls keep, and timerproc's.
    Cores(shared.scheduler, ps + len(started) + 1)
    assert bench.run(_END_NS) == shared.run(_END_NS)
    assert [p.times() for p in bench.ps] == [p.times() for p in shared.ps]


@given(st.integers(2, 8), st.integers(1, 4))
def test_busy_ms_differ_by_a_slice_at_most(ps: int, cores: int) -> None:
    bench = Bench(ps, rules("1.4"))
    Cores(bench.scheduler, cores)
    for number, p in enumerate(bench.ps):
        bench.go(str(number), bench.computing(10_000 * MS), by=p)
        if p.state is PState.IDLE:
            bench.scheduler.wake_thread(p)
    a_slice = max(_LATENCY_NS[cores] * cores // ps, _LATENCY_NS[cores] // 8)
    for now in instants(bench, 300 * MS):
        fair = min(cores, ps) * now // ps
        assert all(abs(cpu_ns(bench, number) - fair) <= a_slice for number in range(ps))


@given(
    st.integers(1, 5),
    st.integers(1, 4),
    st.floats(0.02, 3.0),
    st.sampled_from(["1.4", "1.8"]),
    programs,
)
def test_a_period_uses_no_more_than_its_quota_and_a_slice_for_each_core(
    ps: int, cores: int, quota: float, go: str, started: list[tuple[int, list[Any]]]
) -> None:
    bench = a_bench(ps, go, started)
    shared = Cores(bench.scheduler, cores, quota)
    granted, used_before, period = round(quota * PERIOD_NS), 0, 0
    last = (0, 0)
    for now in instants(bench, _END_NS):
        if now // PERIOD_NS != period:
            # What was running then has run on since the last instant.
            period = now // PERIOD_NS
            used_before = last[1] + (shared.used_ns - last[1]) * (period * PERIOD_NS - last[0]) // (now - last[0])
        used = shared.used_ns - used_before
        assert used <= granted + cores * SLICE_NS
        if shared.waiting and on_cores(bench) < cores:
            # Somebody is throttled: nothing is left that no core has but what has come back since, and that is little.
            assert used >= granted - cores * SLICE_NS - 2 * SLICE_NS
        assert on_cores(bench) <= cores
        last = (now, shared.used_ns)


@given(st.integers(1, 5), st.integers(1, 3), st.one_of(st.none(), st.floats(0.05, 1.0)), programs)
def test_the_same_programs_give_the_same_log(
    ps: int, cores: int, quota: float | None, started: list[tuple[int, list[Any]]]
) -> None:
    logs = []
    for _ in range(2):
        bench = a_bench(ps, "1.8", started)
        Cores(bench.scheduler, cores, quota)
        logs.append((bench.run(_END_NS), [p.times() for p in bench.ps]))
    assert logs[0] == logs[1]


@given(st.integers(1, 5), st.integers(1, 3), st.one_of(st.none(), st.floats(0.05, 1.0)), st.data())
def test_what_a_goroutine_waits_for_a_core_is_charged_to_the_ns(
    ps: int, cores: int, quota: float | None, data: st.DataObject
) -> None:
    bench = Bench(ps, rules("1.8"))
    bench.watch()
    Cores(bench.scheduler, cores, quota)
    asked = data.draw(st.lists(st.integers(1, 9 * MS), min_size=1, max_size=8))
    activities = [bench.compute(ns, call_free_ns=300 * US) for ns in asked]

    def one(number: int) -> Program:
        yield activities[number]
        ended[number] = bench.now

    ended = [0] * len(asked)
    for number in range(len(asked)):
        bench.go(str(number), one(number))
    bench.run(2_000 * MS)
    for activity, ns, end in zip(activities, asked, ended, strict=True):
        assert activity.done == ns
        assert end - activity.ran[0][0] == ns + sum(activity.delays.values())


@given(
    st.integers(1, 5),
    st.integers(1, 3),
    st.one_of(st.none(), st.floats(0.05, 1.0)),
    programs,
    st.lists(st.tuples(st.integers(1, 30 * MS), st.integers(0, 4), st.integers(0, 9 * MS)), max_size=5),
)
def test_the_world_stops_and_starts_whoever_has_a_core(
    ps: int,
    cores: int,
    quota: float | None,
    started: list[tuple[int, list[Any]]],
    stopping: list[tuple[int, int, int]],
) -> None:
    bench = a_bench(ps, "1.8", started)
    Cores(bench.scheduler, cores, quota)
    scheduler, stops = bench.scheduler, [0, 0]

    def stop_again_and_again() -> Generator[simpy.Event, None, None]:
        for pause, number, work_ns in stopping:
            yield bench.env.timeout(pause)
            p = bench.ps[number % ps]
            if p.state in {PState.IDLE, PState.SYSCALL}:
                continue
            activity = let_go(scheduler, p)
            p.become(PState.SCHEDULING)
            stops[0] += 1
            yield from driven(scheduler, p)
            yield from bench.world.stop(p)
            assert set(bench.states) == {PState.STOPPED}
            yield from worked(scheduler, work_ns, min(ps, cores))
            bench.world.start(p)
            yield from driven(scheduler, p)
            yield from alone(scheduler, p, work_ns)
            stops[1] += 1
            if p.g is None:
                scheduler.schedule(p)
            elif activity is None:
                scheduler.proceed(p)
            else:
                p.run(activity)

    bench.env.process(stop_again_and_again())
    for _ in instants(bench, 2_000 * MS):
        assert on_cores(bench) <= cores
    assert stops[0] == stops[1]
