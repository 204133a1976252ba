"""A loop without calls has no safepoint before its end, unless preemption is asynchronous."""

import pytest

from gcsim.runtime import P, Scheduler
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.loops import CallFreeLoop
from gcsim.workloads.operations import Machine
from gcsim.workloads.programs import looper
from tests.parts import a_clock, a_heap, a_scheduler, pass_time
from tests.workloads.gates import CountingSink, OpenGate


def started(*, preemptible: bool) -> tuple[Scheduler, CallFreeLoop, list[int]]:
    clock = a_clock()
    scheduler = a_scheduler(clock, 1)
    ended: list[int] = []

    def end(p: P) -> None:
        ended.append(clock.now)
        scheduler.proceed(p)

    loop = CallFreeLoop(clock, 2000, end, preemptible=preemptible)
    scheduler.go("loop", [loop])
    return scheduler, loop, ended


def test_it_ends_after_its_time() -> None:
    scheduler, _, ended = started(preemptible=False)
    pass_time(scheduler.clock, 3000)
    assert ended == [2000]
    assert scheduler.ps[0].times()[PState.MUTATOR] == 2000


def test_what_asks_it_to_stop_waits_for_its_end() -> None:
    scheduler, loop, ended = started(preemptible=False)
    pass_time(scheduler.clock, 500)
    assert loop.safepoint_ns() == 1500
    scheduler.preempt(scheduler.ps[0])
    pass_time(scheduler.clock, 3000)
    assert ended == [2000]


def test_asynchronous_preemption_stops_it_where_it_is_and_it_goes_on_later() -> None:
    scheduler, loop, ended = started(preemptible=True)
    pass_time(scheduler.clock, 500)
    assert loop.safepoint_ns() == 0
    p = scheduler.ps[0]
    scheduler.give_up(p, Cause.PREEMPTED)
    pass_time(scheduler.clock, 1000)
    assert ended == []
    scheduler.schedule(p)
    pass_time(scheduler.clock, 3000)
    assert ended == [3000]


def test_a_wait_of_a_loop_is_no_operations() -> None:
    scheduler, loop, ended = started(preemptible=False)
    pass_time(scheduler.clock, 500)
    loop.delayed(10**9, Cause.STOPPED)
    pass_time(scheduler.clock, 3000)
    assert ended == [2000]


@pytest.mark.parametrize("preemptible", [True, False])
def test_a_looper_loops_and_sleeps_a_millisecond_by_turns(preemptible: bool) -> None:  # noqa: FBT001 - a parameter
    clock = a_clock()
    scheduler = a_scheduler(clock, 1)
    machine = Machine(clock=clock, scheduler=scheduler, heap=a_heap(clock), gate=OpenGate(), sink=CountingSink())
    scheduler.go("looper", looper(machine, 2_000_000, preemptible=preemptible))
    pass_time(clock, 30_000_000)
    times = scheduler.ps[0].times()
    assert times[PState.MUTATOR] == 20_000_000
    assert times[PState.IDLE] == 10_000_000
