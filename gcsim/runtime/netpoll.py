"""The network poller: goroutines whose I/O has become ready, and who looks.

A P that finds no runnable goroutine looks without blocking, the last M to run out of work blocks in it, and sysmon
looks when nobody has for 10 ms (go1.4 proc.c ``findrunnable``, go1.8 proc.go:1899 and :3767). So with every P busy, a
goroutine whose data has come waits for one of them to run out of work.
"""

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
    from gcsim.runtime.processor import P
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["NetPoller"]


class NetPoller:
    """What ``epoll`` knows and the scheduler does not yet.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines wait for I/O.

    Attributes
    ----------
    used : bool
        Whether anything was ever waited for: until then nobody polls (``netpollinited``).
    blocked : bool
        Whether an M blocks in it.
    polled_ns : int
        When somebody looked last, ns.
    """

    __slots__ = ("_ready", "_scheduler", "blocked", "polled_ns", "used")

    def __init__(self, scheduler: "Scheduler") -> None:
        self._scheduler = scheduler
        self._ready: deque[G] = deque()
        self.used = False
        self.blocked = False
        self.polled_ns = 0

    def __bool__(self) -> bool:
        return bool(self._ready)

    def ready(self, g: "G") -> None:
        """Note that what a goroutine waits for has come; wake the M that blocks here, if one does."""
        self._ready.append(g)
        if self.blocked:
            self.blocked = False
            self._scheduler.poller_wakes()

    def take(self, p: "P") -> "G | None":
        """Look without blocking: return one goroutine to run on a P, and put the others into the global queue."""
        self.polled_ns = int(self._scheduler.clock.env.now)
        if not self._ready:
            return None
        g = self._ready.popleft()
        self._scheduler.runnable(g)
        self.inject()
        return g

    def inject(self) -> None:
        """Put all that are ready into the global queue, and wake an idle P for each (``injectglist``)."""
        self.polled_ns = int(self._scheduler.clock.env.now)
        ready, self._ready = self._ready, deque()
        for g in ready:
            self._scheduler.runnable(g)
            self._scheduler.queue.put(g)
        for _ in ready:
            if not self._scheduler.start_idle():
                break
