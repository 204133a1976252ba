"""Timers: one heap, and one goroutine that sleeps until the first of them (go1.4 time.goc, go1.8 time.go).

``timerproc`` sleeps in a system call of its own. When it wakes it needs a P like any other goroutine, readies those
whose time has come one after another into that P's queue, and hands the P off as it goes to sleep again.
"""

from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

from gcsim.runtime.instructions import ENGAGED, Instruction, Signal, nanoseconds
from gcsim.runtime.prices import Price
from gcsim.runtime.syscalls import enter, exit_syscall

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import G, Program
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["Sleep", "Timers"]


class Timers:
    """The timers of a process.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines sleep.
    """

    __slots__ = ("_alarm", "_asleep", "_g", "_heap", "_order", "_scheduler")

    def __init__(self, scheduler: "Scheduler") -> None:
        self._scheduler = scheduler
        self._heap: list[tuple[int, int, Callable[[P], None]]] = []
        self._order = count()
        self._g: G | None = None
        self._asleep: P | None = None
        self._alarm = 0

    def __len__(self) -> int:
        return len(self._heap)

    def add(self, at_ns: int, then: "Callable[[P], None]", *, by: "P | None" = None) -> None:
        """Call something when a time has come, with the P that ``timerproc`` runs on; it must not block.

        Parameters
        ----------
        at_ns : int
            Simulated time, ns.
        then : callable
            What is to be done.
        by : P, optional
            The P whose goroutine sets the timer: it starts or readies ``timerproc``.
        """
        heappush(self._heap, (at_ns, next(self._order), then))
        first = self._heap[0][0] == at_ns
        if self._g is None:
            self._g = self._scheduler.go("timerproc", self._timerproc(), by=by, system=True)
        elif first:
            self._wake(self._g, by)

    def _wake(self, g: "G", by: "P | None") -> None:
        p = self._asleep
        if g.waits == "timer goroutine (idle)":
            self._scheduler.ready(g, by=by)
        elif p is not None and self._heap[0][0] < self._alarm:
            # notewakeup: its M returns from the kernel early, and computes how long to sleep anew.
            self._asleep = None
            self._scheduler.after(self._scheduler.thread_costs.wake_ns, lambda: exit_syscall(self._scheduler, p, g))

    def _timerproc(self) -> "Program":
        fire, sleep = _Fire(self), _SleepTillFirst(self)
        while True:
            while self._due():
                yield fire
            yield sleep

    def _due(self) -> bool:
        return bool(self._heap) and self._heap[0][0] <= self._scheduler.clock.env.now

    def fire(self, p: "P") -> None:
        """Do what the first timer is for."""
        heappop(self._heap)[2](p)

    def sleep(self, p: "P", g: "G") -> Signal | None:
        """Let ``timerproc`` sleep: until the first timer, or until there is one."""
        if not self._heap:
            return self._scheduler.park(p, g, "timer goroutine (idle)")
        now = int(self._scheduler.clock.env.now)
        alarm = self._alarm = self._heap[0][0]
        self._asleep = p

        def wakes() -> None:
            if self._asleep is p and self._alarm == alarm:
                self._asleep = None
                exit_syscall(self._scheduler, p, g)

        # The alarm first: whoever hands the last P off looks whether anything can ever happen again.
        self._scheduler.after(alarm - now + self._scheduler.thread_costs.wake_ns, wakes)
        enter(self._scheduler, p, g, blocking=True)
        return ENGAGED


class _Fire(Instruction):
    """``timerproc`` does what a timer is for."""

    __slots__ = ("_timers",)

    price = Price.TIMER

    def __init__(self, timers: Timers) -> None:
        self._timers = timers

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        """Fire the first that is due."""
        self._timers.fire(p)


class _SleepTillFirst(Instruction):
    """``timerproc`` sleeps in the kernel (``notetsleepg``)."""

    __slots__ = ("_timers",)

    def __init__(self, timers: Timers) -> None:
        self._timers = timers

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:  # noqa: ARG002
        """Hand the P off and sleep."""
        return self._timers.sleep(p, g)


class Sleep(Instruction):
    """``time.Sleep``: wait for a while.

    Parameters
    ----------
    duration : int or str
        How long, whole ns or a text such as ``"1ms"``.
    """

    __slots__ = ("_ns",)

    price = Price.TIMER

    def __init__(self, duration: int | str) -> None:
        self._ns = nanoseconds(type(self).__name__, duration)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        """Park until ``timerproc`` readies the goroutine."""
        if self._ns == 0:
            return None
        scheduler.timers.add(int(scheduler.clock.env.now) + self._ns, lambda on: scheduler.ready(g, by=on), by=p)
        return scheduler.park(p, g, "sleep")
