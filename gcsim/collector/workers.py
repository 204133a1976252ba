"""Background mark workers: dedicated, fractional and idle-priority.

Sources: ``findRunnableGCWorker`` and ``gcBgMarkWorker``, go1.5 mgc.go:565, go1.6 :634, go1.7 :640, go1.8 :669.
"""

import math
from typing import TYPE_CHECKING

from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from gcsim.collector.marking import Marking
    from gcsim.runtime import P, Scheduler

__all__ = ["IDLE_POLL_NS", "Worker", "WorkerPool"]

IDLE_POLL_NS = 100_000
"""An idle worker of 1.8 looks for other work after 100 000 units, about 100 us (go1.8 mgcmark.go, 49ea9207b6)."""


class Worker:
    """A mark worker on a P.

    Parameters
    ----------
    state : PState
        ``DEDICATED``, ``FRACTIONAL`` or ``IDLE_WORKER``.
    pool : WorkerPool
        Keeps its time.
    """

    __slots__ = ("_marks", "_pool", "_since", "preemptible", "state")

    def __init__(self, state: PState, pool: "WorkerPool") -> None:
        self.state = state
        self.preemptible = state is not PState.DEDICATED
        self._pool = pool
        self._marks = False
        self._since = 0

    def begin(self, p: "P") -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Mark; only an idle worker that polls ends by itself."""
        self._since = self._pool.clock.now
        self._marks = self._pool.marking.active
        if not self._marks:
            # All was marked while its M had no core.
            return 0
        self._pool.marking.join(workers=1)
        return self._pool.poll_ns if self.state is PState.IDLE_WORKER else None

    def pause(self, p: "P") -> None:
        """Stop marking, and hand the slot back unless it is only that its M loses its core."""
        pool, took = self._pool, self._pool.clock.now - self._since
        if self._marks and pool.marking.active:
            pool.marking.join(workers=-1)
        if p.state is PState.DESCHEDULED:
            pool.spent_ns[self.state] += took
        else:
            pool.left(self.state, took)

    def finish(self, p: "P") -> None:
        """Let the P look for other work, and go on where there is none."""
        pool = self._pool
        if self._marks and pool.poll_ns is not None and not pool.scheduler.netpoll.blocked:
            # pollWork looks at the network too, and puts what is ready into the global queue (go1.8 proc.go).
            pool.scheduler.netpoll.inject()
        if self._marks and pool.poll_ns is not None and not pool.scheduler.has_work() and not pool.wants_worker():
            p.event.arm(pool.poll_ns)
            return
        p.halt()
        pool.scheduler.schedule(p)

    def safepoint_ns(self) -> int:
        """Return the time until it is between two objects, ns: 0 unless it scans a large one in one go."""
        return math.ceil(self._pool.marking.unstoppable_ns) if self._marks else 0

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Count a wait for a core as time of the worker: the runtime reads the clock and cannot tell."""
        if cause is Cause.DESCHEDULED:
            self._pool.spent_ns[self.state] += wait_ns


class WorkerPool:
    """Who may mark in the background in the present cycle.

    Parameters
    ----------
    scheduler : Scheduler
        Asks for workers.
    marking : Marking
        The work.
    poll_ns : int or None
        How long an idle worker marks before it looks around, ns; None means its time slice.

    Attributes
    ----------
    spent_ns : dict of PState to int
        CPU time of the cycle's workers by kind, ns, those apart that still run.
    """

    __slots__ = (
        "_dedicated",
        "_fractional",
        "_goal",
        "_mark_start",
        "_waking",
        "clock",
        "marking",
        "poll_ns",
        "scheduler",
        "spent_ns",
    )

    def __init__(self, scheduler: "Scheduler", marking: "Marking", poll_ns: int | None) -> None:
        self.clock = scheduler.clock
        self.scheduler = scheduler
        self.marking = marking
        self.poll_ns = poll_ns
        self._dedicated = 0
        self._fractional = False
        self._goal = 0.0
        self._mark_start = 0
        self._waking = False
        self.spent_ns: dict[PState, int] = {}

    def start(self, dedicated: int, fractional_goal: float) -> None:
        """Begin a cycle: so many dedicated workers, and a fractional one with a goal of a P's time."""
        self._dedicated = dedicated
        self._goal = fractional_goal
        self._fractional = fractional_goal > 0
        self._mark_start = self.clock.now
        self.spent_ns = dict.fromkeys((PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER), 0)

    def wants_worker(self) -> bool:
        """Return whether a P should run a dedicated or the fractional worker now."""
        return self.marking.active and (self._dedicated > 0 or (self._fractional and self._share_is_due()))

    def find(self, p: "P") -> Worker | None:  # noqa: ARG002 - the scheduler names its P
        """Return the worker that a P must run before any goroutine, if there is one."""
        if not self.marking.active:
            return None
        if self._dedicated:
            self._dedicated -= 1
            return Worker(PState.DEDICATED, self)
        if self._fractional:
            if self._share_is_due():
                self._fractional = False
                return Worker(PState.FRACTIONAL, self)
            if not self._waking:
                # Nobody may come by when its share is due again: an idle P has to be woken then.
                self._waking = True
                due = self._mark_start + math.ceil(self.spent_ns[PState.FRACTIONAL] / self._goal)
                self.scheduler.after(due - self.clock.now, self._wake)
        return None

    def _share_is_due(self) -> bool:
        return self.spent_ns[PState.FRACTIONAL] <= self._goal * (self.clock.now - self._mark_start)

    def _wake(self) -> None:
        self._waking = False
        self.scheduler.wake()

    def find_idle(self, p: "P") -> Worker | None:  # noqa: ARG002
        """Return a worker for a P that has nothing else to do."""
        return Worker(PState.IDLE_WORKER, self) if self.marking.active else None

    def left(self, state: PState, ns: int) -> None:
        """Take back the slot of a worker that marked for some time, ns."""
        self.spent_ns[state] += ns
        if state is PState.DEDICATED:
            self._dedicated += 1
        elif state is PState.FRACTIONAL:
            self._fractional = True
