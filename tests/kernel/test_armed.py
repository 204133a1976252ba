"""The event that is armed again, and what it relies on in SimPy."""

from collections.abc import Callable, Generator
from heapq import heappush
from itertools import permutations

import pytest
import simpy
from hypothesis import given
from hypothesis import strategies as st
from simpy.events import NORMAL, URGENT

from gcsim.kernel import ArmedEvent, StopClock

Log = list[tuple[int, str]]


@pytest.fixture
def env() -> simpy.Environment:
    return simpy.Environment()


@pytest.fixture
def clock(env: simpy.Environment) -> StopClock:
    return StopClock(env)


@pytest.fixture
def log() -> Log:
    return []


def noting(clock: StopClock, log: Log, name: str) -> ArmedEvent:
    return ArmedEvent(clock, lambda: log.append((int(clock.env.now), name)))


def do_at(env: simpy.Environment, time: int, action: Callable[[], object]) -> None:
    """Call something as an ordinary SimPy process does it."""

    def process() -> Generator[simpy.Event, None, None]:
        yield env.timeout(time)
        action()

    env.process(process())


# What SimPy does with its queue


class Witness:
    """Stands in for an event and notes all that SimPy does to it."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    @property
    def callbacks(self) -> list[Callable[[object], None]]:
        self.seen.append("takes callbacks")
        return [lambda event: self.seen.append(f"calls with the event: {event is self}")]

    @callbacks.setter
    def callbacks(self, value: None) -> None:
        self.seen.append(f"sets callbacks to {value}")

    @property
    def _ok(self) -> bool:
        self.seen.append("looks at _ok")
        return True


def test_simpy_takes_the_callbacks_of_an_event_calls_them_with_it_and_looks_whether_it_is_ok(
    env: simpy.Environment,
) -> None:
    witness = Witness()
    heappush(env._queue, (7, URGENT, next(env._eid), witness))  # type: ignore[misc]  # noqa: SLF001
    env.step()
    assert witness.seen == [
        "takes callbacks",
        "sets callbacks to None",
        "calls with the event: True",
        "looks at _ok",
    ]
    assert env.now == 7


def test_simpy_queues_time_priority_serial_and_event(env: simpy.Environment) -> None:
    later, sooner = env.timeout(9), env.timeout(4)
    assert sorted(env._queue) == [(4, NORMAL, 1, sooner), (9, NORMAL, 0, later)]  # noqa: SLF001


def test_an_armed_event_is_queued_as_simpy_queues_its_own_and_ahead_of_them(
    env: simpy.Environment, clock: StopClock
) -> None:
    timeout = env.timeout(4)
    event = ArmedEvent(clock, lambda: None)
    event.arm(4)
    assert URGENT < NORMAL
    assert sorted(env._queue) == [(4, URGENT, 1, event), (4, NORMAL, 0, timeout)]  # noqa: SLF001


def test_an_error_of_the_action_comes_out_of_the_simulation(env: simpy.Environment, clock: StopClock) -> None:
    def fail() -> None:
        raise LookupError("nothing there")

    event = ArmedEvent(clock, fail)
    event.arm(3)
    with pytest.raises(LookupError, match="nothing there"):
        env.run()
    assert env.now == 3


# Arming and moving


def test_an_event_acts_once_when_it_is_due(env: simpy.Environment, clock: StopClock, log: Log) -> None:
    event = noting(clock, log, "acts")
    assert event.due is None
    event.arm(5)
    assert event.due == 5
    env.run(until=50)
    assert log == [(5, "acts")]
    assert event.due is None


def test_an_event_that_is_moved_later_acts_then_only(env: simpy.Environment, clock: StopClock, log: Log) -> None:
    event = noting(clock, log, "acts")
    event.arm(5)
    do_at(env, 3, lambda: event.arm(10))
    env.run()
    assert log == [(13, "acts")]


def test_an_event_that_is_moved_earlier_acts_then_only(env: simpy.Environment, clock: StopClock, log: Log) -> None:
    event = noting(clock, log, "acts")
    event.arm(20)
    do_at(env, 3, lambda: event.arm(2))
    env.run()
    assert log == [(5, "acts")]
    assert env.now == 20  # the entry that was not needed cost one look


@pytest.mark.parametrize("delays", list(permutations((5, 10, 20, 30))))
def test_an_event_that_is_moved_to_and_fro_acts_when_it_was_last_armed_for(
    env: simpy.Environment, clock: StopClock, log: Log, delays: tuple[int, ...]
) -> None:
    event = noting(clock, log, "acts")
    for delay in delays:
        event.arm(delay)
    env.run()
    assert log == [(delays[-1], "acts")]


def test_moving_an_event_later_does_not_fill_the_queue(env: simpy.Environment, clock: StopClock) -> None:
    event = ArmedEvent(clock, lambda: None)
    for delay in range(10, 1000):
        event.arm(delay)
    assert len(env._queue) == 1  # noqa: SLF001


def test_a_disarmed_event_does_not_act(env: simpy.Environment, clock: StopClock, log: Log) -> None:
    event = noting(clock, log, "acts")
    event.arm(5)
    do_at(env, 2, event.disarm)
    env.run()
    assert log == []
    assert event.due is None


def test_an_event_disarmed_and_armed_for_the_same_time_acts_once(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    event = noting(clock, log, "acts")
    event.arm(5)
    event.disarm()
    event.arm(5)
    env.run()
    assert log == [(5, "acts")]


def test_an_action_may_arm_its_event_again(env: simpy.Environment, clock: StopClock, log: Log) -> None:
    def act() -> None:
        log.append((int(env.now), "acts"))
        event.arm(3)

    event = ArmedEvent(clock, act)
    event.arm(3)
    env.run(until=10)
    assert log == [(3, "acts"), (6, "acts"), (9, "acts")]


def test_a_delay_into_the_past_is_refused(clock: StopClock) -> None:
    event = ArmedEvent(clock, lambda: None)
    with pytest.raises(ValueError, match=r"a delay of -1 ns lies in the past"):
        event.arm(-1)
    assert event.due is None


# The order of equal times: completion before stop


@pytest.mark.parametrize("armed_first", [True, False])
def test_at_equal_times_a_completion_comes_before_a_stop(
    env: simpy.Environment, clock: StopClock, log: Log, *, armed_first: bool
) -> None:
    def stop() -> None:
        log.append((int(env.now), "stop"))
        clock.stop()

    event = noting(clock, log, "completion")
    if armed_first:
        event.arm(10)
    do_at(env, 10, stop)
    if not armed_first:
        do_at(env, 9, lambda: event.arm(1))
    env.run()
    assert log == [(10, "completion"), (10, "stop")]


def test_at_equal_times_armed_events_act_in_the_order_of_their_arming(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    a, b, c = (noting(clock, log, name) for name in "abc")
    b.arm(5)
    c.arm(5)
    a.arm(5)
    env.run()
    assert log == [(5, "b"), (5, "c"), (5, "a")]


def test_an_event_moved_later_acts_after_those_that_were_due_then_already(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    moved, waiting = noting(clock, log, "moved"), noting(clock, log, "waiting")
    moved.arm(3)
    waiting.arm(8)
    moved.arm(8)
    env.run()
    assert log == [(8, "waiting"), (8, "moved")]


def test_without_a_delay_an_event_acts_before_the_ordinary_ones_of_this_instant(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    event = noting(clock, log, "armed")
    do_at(env, 4, lambda: event.arm(0))
    do_at(env, 4, lambda: log.append((int(env.now), "process")))
    env.run()
    assert log == [(4, "armed"), (4, "process")]


def test_armed_events_and_processes_take_turns(env: simpy.Environment, clock: StopClock, log: Log) -> None:
    def process() -> Generator[simpy.Event, None, None]:
        for _ in range(3):
            yield env.timeout(4)
            log.append((int(env.now), "process"))

    def act() -> None:
        log.append((int(env.now), "armed"))
        if env.now < 9:
            event.arm(3)

    event = ArmedEvent(clock, act)
    event.arm(3)
    env.process(process())
    env.run()
    assert log == [(3, "armed"), (4, "process"), (6, "armed"), (8, "process"), (9, "armed"), (12, "process")]


# While the clock stands


def stand(env: simpy.Environment, clock: StopClock, start: int, end: int) -> None:
    do_at(env, start, clock.stop)
    do_at(env, end, clock.start)


@pytest.mark.parametrize(("end", "acts"), [(9, 15), (30, 36)])
def test_an_event_comes_later_by_as_long_as_its_clock_stood(
    env: simpy.Environment, clock: StopClock, log: Log, end: int, acts: int
) -> None:
    event = noting(clock, log, "acts")
    event.arm(10)
    stand(env, clock, 4, end)
    env.run()
    assert log == [(acts, "acts")]


def test_an_event_armed_while_its_clock_stands_waits_from_when_it_goes_on(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    event = noting(clock, log, "acts")
    stand(env, clock, 4, 9)
    do_at(env, 6, lambda: event.arm(2))
    env.run()
    assert log == [(11, "acts")]


def test_an_event_moved_while_its_clock_stands_acts_when_it_was_moved_to(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    event = noting(clock, log, "acts")
    event.arm(10)
    stand(env, clock, 2, 3)
    do_at(env, 2, lambda: event.arm(10))
    env.run()
    assert log == [(13, "acts")]


def test_an_event_disarmed_while_its_clock_stands_does_not_act(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    event = noting(clock, log, "acts")
    event.arm(5)
    stand(env, clock, 4, 20)
    do_at(env, 10, event.disarm)
    env.run()
    assert log == []


def test_an_event_that_comes_up_twice_while_its_clock_stands_acts_once(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    event = noting(clock, log, "acts")
    event.arm(10)
    event.arm(5)
    stand(env, clock, 1, 20)
    queued: list[int] = []
    do_at(env, 21, lambda: queued.append(len(env._queue)))  # noqa: SLF001
    env.run()
    assert log == [(24, "acts")]
    assert queued == [1]


def test_events_that_came_up_while_their_clock_stood_keep_their_order(
    env: simpy.Environment, clock: StopClock, log: Log
) -> None:
    first, second, third = (noting(clock, log, name) for name in ("first", "second", "third"))
    third.arm(9)
    first.arm(7)
    second.arm(7)
    stand(env, clock, 6, 100)
    env.run()
    assert log == [(101, "first"), (101, "second"), (103, "third")]


# Anything, in any order

operations = st.lists(
    st.tuples(st.integers(0, 4), st.sampled_from(["arm", "arm", "arm", "disarm", "stop or go"]), st.integers(0, 9)),
    max_size=30,
)


def by_ticks(script: list[tuple[int, str, int]]) -> list[int]:
    """Return when the event acts, found by going over every nanosecond."""
    acted, due, passed, standing, at = [], None, 0, False, 0
    by_time: dict[int, list[tuple[str, int]]] = {}
    for wait, what, delay in script:
        at += wait
        by_time.setdefault(at, []).append((what, delay))
    for now in range(at + 50):
        for what, delay in [("", 0), *by_time.get(now, []), ("", 0)]:
            if what == "arm":
                due = passed + delay
            elif what == "disarm":
                due = None
            elif what == "stop or go":
                standing = not standing
            elif due == passed and not standing:
                acted.append(now)
                due = None
        passed += not standing
    return acted


@given(operations)
def test_an_event_acts_when_going_over_every_nanosecond_says(script: list[tuple[int, str, int]]) -> None:
    env = simpy.Environment()
    clock = StopClock(env)
    acted: list[int] = []
    event = ArmedEvent(clock, lambda: acted.append(int(env.now)))

    def process() -> Generator[simpy.Event, None, None]:
        for wait, what, delay in script:
            if wait:
                yield env.timeout(wait)
            if what == "arm":
                event.arm(delay)
            elif what == "disarm":
                event.disarm()
            elif clock.standing:
                clock.start()
            else:
                clock.stop()

    env.process(process())
    env.run()
    assert acted == by_ticks(script)
    assert clock.standing or event.due is None
