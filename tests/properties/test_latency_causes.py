"""Whatever runs, every ns of an operation's latency has one cause: while it is interrupted, and while it waits.

That what is left of a server's request is what it takes is in ``test_server.py``.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gcsim.recording import Recording
from gcsim.runtime import P, Price, prices
from gcsim.scenario import Scenario
from gcsim.scenario.programs import Timers, Waiters
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.operations import Operations
from tests.parts import COSTS, a_scenario
from tests.workloads.runs import Life, lives, scenario

releases = st.sampled_from(["1.4", "1.5", "1.6", "1.7", "1.8"])
ps = st.sampled_from([1, 2, 3, 8])


@dataclass
class Interruption:
    """From when an operation stood still until its goroutine went on with it."""

    since_ns: int
    charged: list[tuple[Cause, int]] = field(default_factory=list)
    until_ns: int | None = None


def interruptions(patch: pytest.MonkeyPatch, keys: dict[str, Any]) -> list[Interruption]:
    """Simulate, and return what interrupted the operations of all goroutines and what they were charged for it."""
    open_: dict[Operations, Interruption] = {}
    over: list[Interruption] = []
    begin, pause, delayed = Operations.begin, Operations.pause, Operations.delayed

    def begun(self: Operations, p: P) -> int | None:
        if self in open_:
            over.append(open_.pop(self))
            over[-1].until_ns = int(p.scheduler.clock.env.now)
        return begin(self, p)

    def paused(self: Operations, p: P) -> None:
        pause(self, p)
        open_[self] = Interruption(int(p.scheduler.clock.env.now))

    def charged(self: Operations, wait_ns: int, cause: Cause, operations: int = 1) -> None:
        open_[self].charged.append((cause, wait_ns))
        delayed(self, wait_ns, cause, operations)

    patch.setattr(Operations, "begin", begun)
    patch.setattr(Operations, "pause", paused)
    patch.setattr(Operations, "delayed", charged)
    simulate(a_scenario(**keys))
    return over


forests = st.fixed_dictionaries(
    {
        "live_heap": st.sampled_from(["1MiB", "8MiB", "24MiB"]),
        "object_size": st.sampled_from(["0B", "256B", "8KiB"]),
        "workers": st.integers(1, 9),
        "think_time": st.sampled_from(["0ns", "2us", "300us"]),
        "parked": st.sampled_from([0, 1000]),
        "loop": st.sampled_from(["0ns", "2ms"]),
    }
)
loops = st.fixed_dictionaries(
    {
        "go": releases,
        "gogc": st.sampled_from([10, 100]),
        "gomaxprocs": ps,
        "seed": st.integers(0, 2**32),
        "until": st.just({"duration": "40ms"}),
        "hardware": st.fixed_dictionaries(
            {"profile": st.just("measured-2vcpu"), "cores": st.sampled_from([1, 2, 8]), "memory": st.just("8GiB")},
            optional={"quota": st.sampled_from([0.3, 1, 1.7])},
        ),
        "workload": st.one_of(forests, st.just({"kind": "pusher", "live_heap": "8MiB"})),
    }
)


@settings(max_examples=25)
@given(loops)
def test_all_the_time_that_an_operation_is_interrupted_is_charged_to_it(keys: dict[str, Any]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        over = interruptions(patch, keys)
    for one in over:
        assert one.until_ns is not None
        assert sum(ns for _, ns in one.charged) == one.until_ns - one.since_ns
        assert all(ns >= 0 for _, ns in one.charged)
        assert not {Cause.SERVICE, Cause.WRITE_BARRIER, Cause.SWEEP_ASSIST} & {cause for cause, _ in one.charged}


allocating = {
    "allocate": st.sampled_from([0, "4KiB", "100KiB"]),
    "objects": st.sampled_from([1, 32]),
    "pointers": st.sampled_from([0, 64]),
}
works = st.sampled_from(["20us", "100us", "12ms"])
programs = {
    "server": {
        "connections": st.integers(1, 40),
        "rate": st.sampled_from([2000, 20_000, 80_000]),
        "service": st.sampled_from([0, "10us", "300us"]),
        **allocating,
    },
    "pipeline": {
        "stages": st.integers(1, 4),
        "workers": st.integers(1, 3),
        "buffer": st.sampled_from([0, 1, 16]),
        "work": works,
        **allocating,
    },
    "fanout": {
        "callers": st.integers(1, 5),
        "width": st.integers(1, 6),
        "work": works,
        "wait_for": st.sampled_from(["wait_group", "channel"]),
        **allocating,
    },
    "waiters": {"goroutines_per_p": st.integers(1, 20), "wait": st.sampled_from(["10us", "1ms"]), "compute": works},
    "timers": {"goroutines": st.integers(1, 20), "period": st.sampled_from(["100us", "1ms"]), "work": works},
}


def some(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    hardware = st.fixed_dictionaries(
        {}, optional={"cores": st.sampled_from([1, 2]), "quota": st.sampled_from([0.5, 1])}
    )
    return st.fixed_dictionaries(
        {"go": releases, "ps": ps, "hardware": hardware, "gogc": st.sampled_from([10, 100]), **programs[kind]}
    )


def within(recording: Recording, life: Life, since: str, until: str) -> int:
    """Return how much of a request's time lies between two instants of the stops, ns."""
    stops, ends = (np.asarray(recording.pauses[name], np.int64) for name in (since, until))
    return int(np.clip(np.minimum(ends, life.end_ns) - np.maximum(stops, life.came_ns), 0, None).sum())


def own_ns(of: Scenario) -> int | None:
    """Return what is left of every request of a workload: its own work, ns; None where that is not known before."""
    if isinstance(of.workload, Waiters):
        return of.workload.compute_ns
    # Who sets the timer does it himself; all that is late beside that he waits.
    return prices(COSTS, of.go)[Price.TIMER] if isinstance(of.workload, Timers) else None


@pytest.mark.parametrize("kind", programs)
@settings(max_examples=10)
@given(data=st.data())
def test_no_request_is_charged_more_than_it_took_and_every_stop_as_long_as_it_lasted(
    kind: str, data: st.DataObject
) -> None:
    of = scenario(kind, duration="15ms", **data.draw(some(kind)))
    with pytest.MonkeyPatch.context() as patch:
        recording, requests = lives(patch, of)
    own = own_ns(of)
    for life in requests:
        assert own in {None, life.own_ns}
        assert Cause.SERVICE not in life.delays
        assert all(ns >= 0 for ns in life.delays.values())
        assert sum(life.delays.values()) <= life.end_ns - life.came_ns
        assert life.delays.get(Cause.STOPPED, 0) == within(recording, life, "stopped_ns", "end_ns")
        assert life.delays.get(Cause.STOPPING, 0) <= within(recording, life, "requested_ns", "stopped_ns")
    assert recording.ops == len(requests)
    causes = recording.latency.cause_ns.sum(axis=0)
    assert causes.sum() == sum(life.end_ns - life.came_ns for life in requests)
    for cause in Cause:
        if cause is not Cause.SERVICE:
            assert causes[cause] == sum(life.delays.get(cause, 0) for life in requests)


@settings(max_examples=10)
@given(releases, st.sampled_from(["2MiB", "16MiB"]), st.sampled_from([20, 100]))
def test_where_there_is_one_p_and_one_goroutine_the_causes_are_what_the_p_did(go: str, heap: str, gogc: int) -> None:
    workload = {"workers": 1, "live_heap": heap}
    keys = {"gomaxprocs": 1, "gogc": gogc, "until": {"duration": "200ms"}}
    recording = simulate(a_scenario(go=go, workload=workload, **keys))
    causes, states = recording.latency.cause_ns.sum(axis=0), recording.p_time_ns[0]
    same = {
        Cause.STOPPING: [PState.STOPPING],
        Cause.STOPPED: [PState.STOPPED],
        Cause.MARK_ASSIST: [PState.ASSIST],
        Cause.MARK_WORKER: [PState.DEDICATED, PState.FRACTIONAL],
    }
    # Waits in which nothing else is going on, and the operation that is in flight at the end.
    rest = states[[PState.SWEEP, PState.SCHEDULING, PState.ROOT_SCAN, PState.IDLE, PState.IDLE_WORKER]].sum()
    # The run may end within a collection: what an operation waits for is charged when it is over.
    cycles: Any = recording.cycles
    in_flight = max((cycles["end_ns"] - cycles["start_ns"]).tolist(), default=0)
    for cause, of in same.items():
        assert abs(causes[cause] - states[of].sum()) <= rest + in_flight + 20_000_000 * (recording.ops == 0)
