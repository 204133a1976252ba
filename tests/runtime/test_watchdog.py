"""Who stands still for too long is ended, in any thread, and nobody else is disturbed."""

import signal
import threading
import time

import pytest
import simpy

from gcsim.runtime import watchdog
from gcsim.runtime.faults import StuckError
from gcsim.runtime.watchdog import watching


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "LIMIT_S", 0.2)


def spin(for_s: float) -> None:
    """Do nothing for a while, in Python."""
    until = time.monotonic() + for_s
    while time.monotonic() < until:
        pass


def test_a_loop_is_ended() -> None:
    with pytest.raises(StuckError), watching(simpy.Environment()):
        spin(10)


def test_a_system_call_is_ended_in_the_main_thread() -> None:
    began = time.monotonic()
    with pytest.raises(StuckError), watching(simpy.Environment()):
        time.sleep(10)
    assert time.monotonic() - began < 5


def test_a_loop_in_another_thread_is_ended_there() -> None:
    ended: list[BaseException] = []

    def run() -> None:
        try:
            with watching(simpy.Environment()):
                spin(10)
        except StuckError as error:
            ended.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(5)
    assert [str(error) for error in ended] == [str(StuckError())]


def test_who_catches_it_and_goes_on_is_ended_again() -> None:
    caught: list[StuckError] = []

    def stubborn() -> None:
        while len(caught) < 2:
            try:
                spin(10)
            except StuckError as error:
                caught.append(error)
        spin(10)

    with pytest.raises(StuckError), watching(simpy.Environment()):
        stubborn()
    assert len(caught) == 2


def test_whose_time_goes_on_is_left_alone() -> None:
    env = simpy.Environment()
    with watching(env):
        for at in range(1, 9):
            spin(0.05)
            env.run(until=at)


def test_what_was_signalled_too_late_does_nothing() -> None:
    env = simpy.Environment()
    watch = watchdog._Watch(env)  # noqa: SLF001 - the race cannot be had otherwise
    env.run(until=1)
    watch.look_again(signal.SIGALRM, None)
    env = simpy.Environment()
    watch = watchdog._Watch(env)  # noqa: SLF001
    watch.over.set()
    watch.look_again(signal.SIGALRM, None)


def test_afterwards_everything_is_as_before() -> None:
    before, threads = signal.getsignal(signal.SIGALRM), threading.active_count()
    with watching(simpy.Environment()):
        assert threading.active_count() == threads + 1
    assert signal.getsignal(signal.SIGALRM) == before
    assert threading.active_count() == threads
