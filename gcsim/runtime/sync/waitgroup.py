"""``sync.WaitGroup`` (go1.8 sync/waitgroup.go)."""

from typing import TYPE_CHECKING

from gcsim.runtime.errors import GoPanic
from gcsim.runtime.instructions import Instruction, Signal
from gcsim.runtime.prices import Price
from gcsim.runtime.sync.semaphore import Semaphore, Woken

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["WaitGroup"]


class WaitGroup:
    """Waits for a number of things to be done.

    Attributes
    ----------
    counter : int
        What is still to be done.
    waiters : int
        Goroutines that wait for it.
    semaphore : Semaphore
        Where they sleep.
    """

    __slots__ = ("_done", "_wait", "counter", "semaphore", "waiters")

    def __init__(self) -> None:
        self.counter = 0
        self.waiters = 0
        self.semaphore = Semaphore()
        self._done = _Add(self, -1)
        self._wait = _Wait(self)

    def add(self, delta: int = 1) -> Instruction:
        """Return the instruction that adds to the counter; it panics if the counter becomes negative."""
        return _Add(self, delta)

    def done(self) -> Instruction:
        """Return the instruction that takes one off the counter."""
        return self._done

    def wait(self) -> Instruction:
        """Return the instruction that waits until the counter is 0.

        It panics if the group is used anew before all have returned that waited for the last use, which Go 1.4 did not
        notice.
        """
        return self._wait


class _Add(Instruction):
    __slots__ = ("_delta", "_group")

    price = Price.WAIT_GROUP

    def __init__(self, group: WaitGroup, delta: int) -> None:
        self._group = group
        self._delta = delta

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        group = self._group
        group.counter += self._delta
        if group.counter < 0:
            raise GoPanic("sync: negative WaitGroup counter")
        if group.counter == 0:
            waiters, group.waiters = group.waiters, 0
            for _ in range(waiters):
                group.semaphore.release(scheduler, p)


class _Wait(Instruction):
    __slots__ = ("_group", "_woken")

    price = Price.WAIT_GROUP

    def __init__(self, group: WaitGroup) -> None:
        self._group = group
        self._woken = Woken(group.semaphore, self._over)

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Signal | None:
        group = self._group
        if group.counter == 0:
            return None
        group.waiters += 1
        return group.semaphore.wait(scheduler, p, g, self._woken)

    def _over(self, scheduler: "Scheduler", p: "P", g: "G") -> None:  # noqa: ARG002
        if self._group.counter or self._group.waiters:
            raise GoPanic("sync: WaitGroup is reused before previous Wait has returned")
