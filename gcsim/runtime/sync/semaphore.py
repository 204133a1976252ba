"""The semaphore on which everything in package ``sync`` sleeps (``semacquire``, ``semrelease``; go1.8 sema.go)."""

from collections import deque
from typing import TYPE_CHECKING, Any

from gcsim.runtime.calls import interrupt
from gcsim.runtime.instructions import Instruction, Signal
from gcsim.runtime.prices import Price

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["SEMACQUIRE", "Semaphore", "Woken"]

SEMACQUIRE = "semacquire"
"""What a goroutine waits for, in traces: the same for all that sleep on a semaphore up to 1.8 (go1.8 sema.go:144)."""


class Semaphore:
    """Counts releases that nobody has acquired yet; waiters are woken first come first served.

    A release does not hand anything over. It wakes the first waiter, which looks for itself when it runs; if another
    was quicker it goes to the end of the queue (go1.8 sema.go:135).
    """

    __slots__ = ("_count", "_waiters")

    def __init__(self) -> None:
        self._count = 0
        self._waiters: deque[tuple[G, Woken]] = deque()

    def take(self) -> bool:
        """Acquire it if that is possible without waiting (``cansemacquire``); return whether it was."""
        if not self._count:
            return False
        self._count -= 1
        return True

    def wait(self, scheduler: "Scheduler", p: "P", g: "G", woken: "Woken") -> Signal:
        """Let a goroutine sleep, inside an instruction.

        Parameters
        ----------
        scheduler, p, g : Scheduler, P, G
            As an instruction gets them.
        woken : Woken
            What the goroutine does when it has been woken.

        Returns
        -------
        Signal
            For the instruction to return.
        """
        self._waiters.append((g, woken))
        return scheduler.park(p, g, SEMACQUIRE)

    def release(self, scheduler: "Scheduler", p: "P") -> None:
        """Release it; the first who waits is readied on a P."""
        self._count += 1
        if self._waiters:
            g, woken = self._waiters.popleft()
            interrupt(g, woken)
            scheduler.unblock(g, p)


class Woken(Instruction):
    """Acquire a semaphore after having slept on it, and go on; or sleep again.

    Parameters
    ----------
    semaphore : Semaphore
        Which.
    then : callable, optional
        What the goroutine goes on with, as an instruction performs: its result is the result.
    """

    __slots__ = ("_semaphore", "_then")

    price = Price.GOSCHED

    def __init__(self, semaphore: Semaphore, then: "Callable[[Scheduler, P, G], Any] | None" = None) -> None:
        self._semaphore = semaphore
        self._then = then

    def perform(self, scheduler: "Scheduler", p: "P", g: "G") -> Any:  # noqa: ANN401 - what it goes on with says
        """Look again."""
        if not self._semaphore.take():
            return self._semaphore.wait(scheduler, p, g, self)
        return None if self._then is None else self._then(scheduler, p, g)
