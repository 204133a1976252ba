"""Run queues: 256 goroutines and a runnext at each P, and one global queue.

Sources (golang/go): ``runqput``, ``runqputslow``, ``runqget``, ``runqgrab`` and ``globrunqget`` in go1.4
proc.c:3223-3349, go1.5 proc1.go:3349-3550, go1.8 proc.go:4132-4347.
"""

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gcsim.runtime.goroutine import G

__all__ = ["LOCAL_CAPACITY", "GlobalRunQueue", "LocalRunQueue"]

LOCAL_CAPACITY = 256
"""Goroutines in a P's ring (go1.4 runtime.h:422, go1.8 runtime2.go:492)."""

_BATCH_LIMIT = LOCAL_CAPACITY // 2
"""Most goroutines that one look at the global queue takes (go1.8 proc.go:4132)."""


class GlobalRunQueue:
    """The queue that all Ps share: preempted goroutines and those that overflow a P's ring."""

    __slots__ = ("_queue",)

    def __init__(self) -> None:
        self._queue: deque[G] = deque()

    def __len__(self) -> int:
        return len(self._queue)

    def put(self, g: "G") -> None:
        """Append a goroutine."""
        self._queue.append(g)

    def pop(self) -> "G | None":
        """Take the first goroutine."""
        return self._queue.popleft() if self._queue else None

    def collect(self, rings: "Sequence[LocalRunQueue]") -> None:
        """Take what lies in the Ps' rings, and put it before what is here (``procresize``, go1.4 proc.c).

        In turn the last of each ring goes to the front, until all are empty: who was first in its ring stays before
        those that were behind it.
        """
        while any(ring.queue for ring in rings):
            for ring in rings:
                if ring.queue:
                    self._queue.appendleft(ring.queue.pop())

    def take(self, local: "LocalRunQueue", ps: int, limit: int) -> "G | None":
        """Take a P's share: one to run now, the others into its ring.

        Parameters
        ----------
        local : LocalRunQueue
            The P's own queue.
        ps : int
            GOMAXPROCS.
        limit : int
            Most goroutines to take; 0 means no limit but the share and half a ring.

        Returns
        -------
        G or None
            The goroutine to run; None when the queue is empty.
        """
        queue = self._queue
        if not queue:
            return None
        n = min(len(queue) // ps + 1, len(queue), _BATCH_LIMIT)
        if limit:
            n = min(n, limit)
        first = queue.popleft()
        for _ in range(n - 1):
            local.put(queue.popleft(), self)
        return first


class LocalRunQueue:
    """A P's ring of 256 goroutines with the slot that runs next."""

    __slots__ = ("queue", "runnext")

    def __init__(self) -> None:
        self.queue: deque[G] = deque()
        self.runnext: G | None = None

    def __len__(self) -> int:
        return len(self.queue) + (self.runnext is not None)

    def put(self, g: "G", overflow: GlobalRunQueue) -> None:
        """Append a goroutine.

        Parameters
        ----------
        g : G
            The goroutine.
        overflow : GlobalRunQueue
            Takes half the ring, and the goroutine, when the ring is full.
        """
        ring = self.queue
        if len(ring) < LOCAL_CAPACITY:
            ring.append(g)
            return
        for _ in range(LOCAL_CAPACITY // 2):
            overflow.put(ring.popleft())
        overflow.put(g)

    def put_next(self, g: "G", overflow: GlobalRunQueue) -> None:
        """Make a goroutine the one that runs next; who was that before is appended."""
        kicked, self.runnext = self.runnext, g
        if kicked is not None:
            self.put(kicked, overflow)

    def get(self) -> "tuple[G, bool] | None":
        """Return the goroutine to run and whether it inherits the time slice (it held runnext); None when empty."""
        g = self.runnext
        if g is not None:
            self.runnext = None
            return g, True
        if self.queue:
            return self.queue.popleft(), False
        return None

    def steal_half(self, thief: "LocalRunQueue") -> "G | None":
        """Give half of this ring (rounded up) to a thief; runnext is no part of it.

        Returns
        -------
        G or None
            The last of the stolen ones, to run at once; the others lie in the thief's ring. None if this ring is empty.
        """
        n = len(self.queue) - len(self.queue) // 2
        if n == 0:
            return None
        stolen = [self.queue.popleft() for _ in range(n)]
        thief.queue.extend(stolen[:-1])
        return stolen[-1]

    def steal_runnext(self, g: "G") -> bool:
        """Give up runnext; return whether it was still the goroutine that the thief had seen there."""
        if self.runnext is not g:
            return False
        self.runnext = None
        return True
