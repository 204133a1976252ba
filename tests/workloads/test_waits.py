"""What passes before anybody can be charged is divided by the rule of the scheduler."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.kernel import StopClock
from gcsim.runtime import Account, Scheduler
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.waits import Item, charge, uncharged
from tests.parts import a_clock, a_scheduler, pass_time

Timeline = tuple[StopClock, Scheduler]


@pytest.fixture
def timeline() -> Timeline:
    """Give a clock, and a scheduler with two Ps."""
    clock = a_clock()
    return clock, a_scheduler(clock, 2)


def stand(clock: StopClock, ns: int) -> None:
    clock.stop()
    pass_time(clock, ns)
    clock.start()


def marked(clock: StopClock, scheduler: Scheduler, ns: int) -> None:
    """Let one P of two mark for a while."""
    scheduler.ps[0].become(PState.DEDICATED)
    pass_time(clock, ns)
    scheduler.ps[0].become(PState.IDLE)


def test_stops_and_the_share_of_the_workers_are_taken_out_of_a_wait(timeline: Timeline) -> None:
    clock, scheduler = timeline
    delays: dict[Cause, int] = {}
    came = uncharged(scheduler, delays)
    pass_time(clock, 100)
    stand(clock, 7)
    marked(clock, scheduler, 40)
    charge(scheduler, came, delays)
    assert delays == {Cause.STOPPED: 7, Cause.MARK_WORKER: 20, Cause.RUN_QUEUE: 120}


def test_what_somebody_has_charged_is_not_charged_again(timeline: Timeline) -> None:
    clock, scheduler = timeline
    delays = {Cause.STOPPED: 1000, Cause.MARK_ASSIST: 500}
    came = uncharged(scheduler, delays)
    pass_time(clock, 100)
    stand(clock, 7)
    delays[Cause.STOPPED] += 7
    delays[Cause.PREEMPTED] = 60
    charge(scheduler, came, delays)
    assert delays == {Cause.STOPPED: 1007, Cause.MARK_ASSIST: 500, Cause.PREEMPTED: 60, Cause.RUN_QUEUE: 40}


def test_who_is_handled_at_once_is_charged_nothing(timeline: Timeline) -> None:
    _, scheduler = timeline
    delays: dict[Cause, int] = {}
    charge(scheduler, uncharged(scheduler, delays), delays)
    assert delays == {}


def test_a_wait_is_never_shorter_than_what_the_workers_have_of_it(timeline: Timeline) -> None:
    clock, scheduler = timeline
    delays: dict[Cause, int] = {}
    came = uncharged(scheduler, delays)
    marked(clock, scheduler, 100)
    delays[Cause.PREEMPTED] = 70
    charge(scheduler, came, delays)
    assert delays == {Cause.PREEMPTED: 70, Cause.MARK_WORKER: 30}


steps = st.lists(st.tuples(st.sampled_from(["pass", "stand", "mark"]), st.integers(0, 1000)), max_size=8)


@given(steps, steps)
def test_whatever_passes_all_of_it_is_charged(before: list[tuple[str, int]], after: list[tuple[str, int]]) -> None:
    clock = a_clock()
    scheduler = a_scheduler(clock, 2)

    def let(happen: list[tuple[str, int]]) -> tuple[int, int]:
        for what, ns in happen:
            if what == "pass":
                pass_time(clock, ns)
            elif what == "stand":
                stand(clock, ns)
            else:
                marked(clock, scheduler, ns)
        return sum(ns for _, ns in happen), sum(ns for what, ns in happen if what == "stand")

    let(before)
    delays: dict[Cause, int] = {}
    came = uncharged(scheduler, delays)
    passed, stood = let(after)
    charge(scheduler, came, delays)
    assert sum(delays.values()) == passed
    assert delays.get(Cause.STOPPED, 0) == stood
    assert all(ns > 0 for ns in delays.values())


def received(item: Item, waits: dict[Cause, int]) -> Account:
    account = Account()
    account.delays = waits
    item.received(account)
    return account


def test_an_item_is_charged_what_its_receiver_waits_with_it(timeline: Timeline) -> None:
    clock, scheduler = timeline
    item = Item(scheduler)
    pass_time(clock, 100)
    account = received(item, {Cause.RUN_QUEUE: 30, Cause.PREEMPTED: 20})
    assert account.delays is item.delays
    assert item.delays == {Cause.RUN_QUEUE: 30, Cause.PREEMPTED: 20}


def test_stops_keep_an_item_waiting_wherever_it_is_and_once(timeline: Timeline) -> None:
    clock, scheduler = timeline
    item = Item(scheduler)
    stand(clock, 40)
    pass_time(clock, 60)
    received(item, {Cause.STOPPED: 40, Cause.RUN_QUEUE: 5})
    assert item.delays == {Cause.STOPPED: 40, Cause.RUN_QUEUE: 5}
    pass_time(clock, 50)
    item.sent()
    stand(clock, 9)
    received(item, {})
    assert item.delays == {Cause.STOPPED: 49, Cause.RUN_QUEUE: 5}


def test_what_its_receiver_waited_before_it_was_on_its_way_is_none_of_its_own(timeline: Timeline) -> None:
    clock, scheduler = timeline
    pass_time(clock, 500)
    item = Item(scheduler)
    assert item.made_ns == 500
    stand(clock, 10)
    pass_time(clock, 20)
    received(item, {Cause.STOPPED: 10, Cause.PREEMPTED: 300})
    assert item.delays == {Cause.STOPPED: 10, Cause.PREEMPTED: 20}
