"""The network poller: goroutines whose I/O has become ready, and who looks.

A P that finds no runnable goroutine looks without blocking, the last M to run out of work blocks in it, and sysmon
looks when no M blocks in it and 10 ms have passed since one did or sysmon itself looked (``lastpoll``; go1.4 proc.c
``findrunnable``, go1.8 proc.go:1899 and :3767). So with every P busy, a goroutine whose data has come waits for one of
them to run out of work, or for sysmon.

While an M blocks in the poller, or is on its way back, nobody else looks. A P of 1.4 does, and may be there before that
M: a race that is left out.
"""

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcsim.runtime.goroutine import G
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
        Whether an M blocks in it, or is on its way back.
    polled_ns : int
        When an M came back from it last, or sysmon looked, ns.
    """

    __slots__ = ("_awake", "_ready", "_scheduler", "blocked", "polled_ns", "used")

    def __init__(self, scheduler: "Scheduler") -> None:
        self._scheduler = scheduler
        self._ready: deque[G] = deque()
        self.used = False
        self.blocked = False
        self._awake = False
        self.polled_ns = 0

    def ready(self, g: "G") -> None:
        """Note that what a goroutine waits for has come; wake the M that blocks here, if one does."""
        self._ready.append(g)
        if self.blocked and not self._awake:
            self._awake = True
            self._scheduler.after(self._scheduler.thread_costs.wake_ns, self._returns)

    def block(self) -> bool:
        """Let an M that has run out of work block here; return whether it does, rather than sleep."""
        if not self.used or self.blocked:
            return False
        self.blocked = True
        return True

    def _returns(self) -> None:
        """Let the M that blocked here take an idle P for what is ready first, and put the others into the queue."""
        scheduler = self._scheduler
        self.blocked = self._awake = False
        self.polled_ns = int(scheduler.clock.env.now)
        # The read that follows is a system call, which wakes sysmon.
        scheduler.wake_sysmon()
        p = scheduler.idle_p()
        g = None if p is None else self.take()
        if p is not None and g is not None:
            scheduler.hand_over(p, g, scheduler.thread_costs.wake_ns if g.locked else 0)
            return
        self.inject()
        scheduler.threads.park()

    def take(self) -> "G | None":
        """Look without blocking: return one goroutine to run, and put the others into the global queue."""
        ready = self._ready
        if self.blocked or not ready:
            return None
        g = ready.popleft()
        self._scheduler.runnable(g)
        if ready:
            self.inject()
        return g

    def inject(self) -> None:
        """Put all that are ready into the global queue, and wake an idle P for each."""
        ready, self._ready = self._ready, deque()
        self._scheduler.inject(ready)

    def poll(self, now: int) -> None:
        """Look for sysmon."""
        self.polled_ns = now
        self.inject()
