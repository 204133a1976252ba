"""The background sweeper: a goroutine that sweeps a span and yields, over and over, until nothing is left.

Sources: ``bgsweep``, go1.4 mgc0.c; go1.5 mgcsweep.go:51; go1.8 mgcsweep.go. It yields after every span, so it gets on
only where a P has nothing better to do.
"""

from gcsim.heap import Heap
from gcsim.runtime import G, P, Program, Scheduler
from gcsim.vocabulary import Cause, PState

__all__ = ["Sweeper"]

_BATCH_NS = 100_000
"""How long it sweeps between two looks where nobody waits for its P: a matter of resolution, not of the runtime, ns."""


class Sweeper:
    """The background sweeper's goroutine and activity.

    Parameters
    ----------
    scheduler : Scheduler
        Runs it.
    heap : Heap
        What it sweeps.
    page_ns : float
        Time to sweep a page, ns.
    """

    __slots__ = ("_heap", "_page_ns", "_parked", "_scheduler", "g", "preemptible", "state")

    def __init__(self, scheduler: Scheduler, heap: Heap, page_ns: float) -> None:
        self.state = PState.SWEEP
        self.preemptible = True
        self._scheduler = scheduler
        self._heap = heap
        self._page_ns = page_ns
        self._parked: G | None = None
        self.g = scheduler.go("bgsweep", self._program(), system=True)

    def wake(self) -> None:
        """Let it sweep what a collection has left."""
        g, self._parked = self._parked, None
        if g is not None:
            self._scheduler.ready(g, following=False)

    def begin(self, p: P) -> int | None:
        """Sweep one span, or for a while if nobody waits for the P."""
        pages = 1.0 if self._scheduler.queue or p.runq else max(_BATCH_NS / self._page_ns, 1.0)
        self._heap.sweep_beside(1 / self._page_ns)
        return max(round(min(pages, self._heap.pages_left) * self._page_ns), 1)

    def pause(self, p: P) -> None:  # noqa: ARG002 - an Activity is given its P
        """Stop sweeping."""
        self._heap.sweep_beside(-1 / self._page_ns)

    def finish(self, p: P) -> None:
        """Yield, or wait for the next collection."""
        p.halt()
        if self._heap.pages_left:
            self._scheduler.give_up(p, Cause.RUN_QUEUE)
            self._scheduler.schedule(p)
        else:
            self._scheduler.proceed(p)

    def safepoint_ns(self) -> int:
        """Return 0: a span is swept in less than a microsecond."""
        return 0

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Ignore the wait: no operation is in flight."""

    def _program(self) -> Program:
        while True:
            yield self._park
            yield self

    def _park(self, g: G) -> None:
        self._parked = g
