"""Laws that every schedule obeys, whatever the goroutines do and whenever the world is stopped."""

from collections.abc import Generator
from dataclasses import dataclass, field
from itertools import pairwise

import simpy
from hypothesis import given
from hypothesis import strategies as st

from gcsim.kernel import stream
from gcsim.runtime import Program, StopCosts
from gcsim.vocabulary import PState
from tests.runtime.bench import ERAS, Bench, Compute, Entry, rules

HORIZON_NS = 10_000_000_000
"""Long after the last goroutine has ended."""

Step = tuple[str, int, int]
"""What a goroutine does next, with two numbers: for how long, and how far apart its safepoints are."""

times = st.one_of(st.integers(0, 3_000), st.integers(0, 30_000_000))
steps = st.one_of(
    st.tuples(st.just("compute"), times, st.sampled_from([0, 0, 700, 40_000, 10**9])),
    st.tuples(st.sampled_from(["sleep", "gosched", "spawn", "spawn", "join"]), times, st.just(0)),
)
programs = st.lists(st.lists(steps, max_size=6), min_size=1, max_size=6)
stops = st.lists(st.tuples(st.integers(1, 20_000_000), st.integers(0, 4), st.integers(0, 200_000)), max_size=6)


@dataclass
class Running:
    """A bench that runs random programs, and what they did."""

    bench: Bench
    activities: list[Compute] = field(default_factory=list)
    lives: list[tuple[Compute, int, int]] = field(default_factory=list)  # each activity, its begin and its end
    started: int = 0
    ended: int = 0

    def go(self, program: list[Step], name: str, *, here: str | None = None) -> None:
        self.started += 1
        by = None if here is None else self.bench.here(here)
        self.bench.go(name, self._program(program, name), by=by)

    def _program(self, program: list[Step], name: str) -> Program:
        bench = self.bench
        for number, (what, ns, call_free_ns) in enumerate(program):
            match what:
                case "compute":
                    activity = bench.compute(ns, call_free_ns=call_free_ns)
                    self.activities.append(activity)
                    begin = bench.now
                    yield activity
                    self.lives.append((activity, begin, bench.now))
                case "sleep":
                    yield bench.sleeping(ns)
                case "gosched":
                    yield bench.gosched
                case "spawn":
                    self.go([("compute", ns, 0)], f"{name}.{number}", here=name)
                case "join":
                    self.started += 1
                    bench.go(f"{name}.{number}", self._child(ns, f"{name}.{number}", name), by=bench.here(name))
                    yield bench.park
        self.ended += 1

    def _child(self, ns: int, name: str, parent: str) -> Program:
        """Return the program that its parent waits for."""
        yield from self._program([("compute", ns, 0)], name)
        self.bench.ready(parent, by=self.bench.here(name))


def running(ps: int, go: str, goroutines: list[list[Step]], stopping: list[tuple[int, int, int]], seed: int) -> Running:
    """Return a bench that is ready to run."""
    bench = Bench(
        ps,
        rules(go),
        stealing=stream(seed, "stealing", 0),
        costs=StopCosts(base_ns=200.0, handshake_ns=900.0, retry_share=0.2),
        wake_ns=5_000,
    )
    bench.watch()
    run = Running(bench)
    for number, program in enumerate(goroutines):
        run.go(program, str(number))

    def stop_again_and_again() -> Generator[simpy.Event, None, None]:
        for wait_ns, number, work_ns in stopping:
            yield bench.stop_at(bench.now + wait_ns, number % ps, work_ns)

    bench.env.process(stop_again_and_again())
    return run


def no_p_idles_beside_work(bench: Bench) -> bool:
    """Say whether work waits only where every P is busy, or a thread comes up for each or looks for it already."""
    scheduler = bench.scheduler
    if scheduler.stop_here is not None or PState.IDLE not in bench.states:
        return True
    waiting = len(scheduler.queue) + sum(len(p.runq) for p in bench.ps)
    coming = [p for p in bench.ps if p.state is PState.SCHEDULING and p.event.due is not None]
    return waiting <= len(coming) or any(p.spinning for p in coming)


cases = given(
    ps=st.integers(1, 5),
    go=st.sampled_from(sorted(ERAS)),
    goroutines=programs,
    stopping=stops,
    seed=st.integers(0, 100),
)


@cases
def test_nothing_is_lost_and_nothing_runs_in_two_places(
    ps: int, go: str, goroutines: list[list[Step]], stopping: list[tuple[int, int, int]], seed: int
) -> None:
    run = running(ps, go, goroutines, stopping, seed)
    run.bench.run(until=HORIZON_NS)
    assert run.ended == run.started
    assert all(activity.done == activity.ns for activity in run.activities)
    assert set(run.bench.states) == {PState.IDLE}
    on_a_p: dict[int, list[tuple[int, int]]] = {number: [] for number in range(ps)}
    for activity in run.activities:
        assert all(end <= begin for (_, end, _), (begin, _, _) in pairwise(activity.ran))
        for begin, end, number in activity.ran:
            on_a_p[number].append((begin, end))
    for intervals in on_a_p.values():
        assert all(end <= begin for (_, end), (begin, _) in pairwise(sorted(intervals)))


@cases
def test_work_never_waits_beside_an_idle_p_for_longer_than_a_wake_up(
    ps: int, go: str, goroutines: list[list[Step]], stopping: list[tuple[int, int, int]], seed: int
) -> None:
    bench = running(ps, go, goroutines, stopping, seed).bench
    while bench.env.peek() < HORIZON_NS:
        bench.env.step()
        if bench.env.peek() > bench.env.now:
            assert no_p_idles_beside_work(bench), bench.log


@cases
def test_every_nanosecond_is_accounted_for(
    ps: int, go: str, goroutines: list[list[Step]], stopping: list[tuple[int, int, int]], seed: int
) -> None:
    run = running(ps, go, goroutines, stopping, seed)
    bench = run.bench
    while bench.env.peek() < HORIZON_NS:
        bench.env.step()
        assert [sum(p.times()) for p in bench.ps] == [bench.now] * ps
    computed = sum(p.times()[PState.MUTATOR] for p in bench.ps)
    assert computed == sum(activity.ns for activity in run.activities)
    # From its first begin on, a computation takes its own time and the delays that it was charged, no more.
    for activity, begin, end in run.lives:
        assert end - begin == activity.ns + sum(activity.delays.values())


@cases
def test_the_same_seed_gives_the_same_log(
    ps: int, go: str, goroutines: list[list[Step]], stopping: list[tuple[int, int, int]], seed: int
) -> None:
    logs: list[list[Entry]] = [
        running(ps, go, goroutines, stopping, seed).bench.run(until=HORIZON_NS) for _ in range(2)
    ]
    assert logs[0] == logs[1]
