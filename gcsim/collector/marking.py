"""Concurrent marking as a fluid that workers and assists drain together.

There are two pools, in CPU ns of a background worker: root jobs, which come first, and the heap. Between two changes
of who marks everything is linear, so the end of a pool, or the instant at which a parked assist is paid for, is
computed and never polled. Scan work, in bytes as Go counts it, flows from the heap pool: what workers do becomes
credit that goroutines may take. Before Go 1.8 an object is scanned in one go, so what hangs under a single large one is
work for one marker at a time, who cannot be stopped in it.
"""

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from gcsim.heap import Heap
from gcsim.kernel import ArmedEvent, StopClock
from gcsim.runtime import G

__all__ = ["MarkWork", "Marking"]

_ROUNDING = 1e-6
"""Work below this, in ns or bytes, is what rounding left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWork:
    """What a cycle has to mark.

    Attributes
    ----------
    root_ns, heap_ns : float
        The two pools, CPU ns of a worker.
    hidden_ns : float
        The part of the root pool, the first, that has to be scanned before anything of the heap is found.
    alone_ns : float
        The part of the heap pool that hangs under one object, which one marker scans alone.
    scan_bytes : float
        Scan work that the heap pool stands for, bytes.
    shade_ns : float
        Work that each newly allocated byte adds to the heap pool, ns: objects allocated white, shaded by the barrier.
    black : bool
        Whether what is allocated counts as scanned at once.
    assist_roots : bool
        Whether assists do root jobs too, as long as these hide the heap.
    held : bool
        Whether the end of the pools is not the end of marking until :meth:`Marking.release`.
    """

    root_ns: float
    hidden_ns: float
    heap_ns: float
    alone_ns: float
    scan_bytes: float
    shade_ns: float
    black: bool
    assist_roots: bool
    held: bool


class Marking:
    """The mark work of one cycle.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    heap : Heap
        Allocates while marking goes on.
    assist_speed : float
        Work that an assist does in a ns, in ns of a worker.
    on_done, on_paid : callable
        Called when both pools are empty, and with each goroutine whose parked assist has been paid by the workers.

    Attributes
    ----------
    active : bool
        Whether there is a cycle whose marking has not ended.
    credit : float
        Scan work that workers did and no goroutine has taken, bytes.
    done : float
        Scan work of this cycle so far, bytes.
    held : bool
        Whether the cycle's marking cannot end yet, because somebody else still finds roots.
    """

    __slots__ = (
        "_alone_left",
        "_assist_roots",
        "_assist_speed",
        "_assists",
        "_bytes_per_ns",
        "_clock",
        "_event",
        "_heap",
        "_heap_left",
        "_hidden_left",
        "_new_scan_seen",
        "_new_seen",
        "_on_done",
        "_on_paid",
        "_parked",
        "_root_left",
        "_shade_ns",
        "_since",
        "_workers",
        "active",
        "black",
        "credit",
        "done",
        "held",
    )

    def __init__(
        self,
        clock: StopClock,
        heap: Heap,
        assist_speed: float,
        on_done: Callable[[], None],
        on_paid: Callable[[G], None],
    ) -> None:
        self._clock = clock
        self._heap = heap
        self._assist_speed = assist_speed
        self._assist_roots = False
        self._on_done = on_done
        self._on_paid = on_paid
        self._event = ArmedEvent(clock, self._come_up)
        self._parked: deque[tuple[G, float]] = deque()
        self._root_left = self._hidden_left = self._heap_left = self._alone_left = 0.0
        self._bytes_per_ns = 0.0
        self._shade_ns = 0.0
        self._new_seen = self._new_scan_seen = 0.0
        self._workers = self._assists = 0
        self._since = 0
        self.active = False
        self.black = False
        self.held = False
        self.credit = 0.0
        self.done = 0.0

    @property
    def heap_work_left(self) -> float:
        """What is left of the heap pool, CPU ns of a worker."""
        return self._heap_left

    @property
    def work_for_assists(self) -> float:
        """What of it an assist could do, CPU ns of a worker: a large object is that marker's who has begun with it."""
        if self._hidden_left > _ROUNDING:
            return 0.0
        return self._heap_left - self._alone_left if self._workers else self._heap_left

    @property
    def roots_for_assists_ns(self) -> float:
        """How long all who mark are still about roots that hide the heap, ns; 0 where assists do no root jobs."""
        if not self._assist_roots or self._hidden_left <= _ROUNDING:
            return 0.0
        return self._hidden_left / max(self._workers + self._assists * self._assist_speed, self._assist_speed)

    @property
    def unstoppable_ns(self) -> float:
        """How long a worker still scans one object, ns: while there is other work it is another's, or will be."""
        return self._alone_left if self._heap_left - self._alone_left <= _ROUNDING else 0.0

    @property
    def scan_work_left(self) -> float:
        """Scan work that the heap pool still stands for, bytes."""
        return self._heap_left * self._bytes_per_ns

    @property
    def bytes_per_ns(self) -> float:
        """Scan work that a worker does in a ns on the heap, bytes."""
        return self._bytes_per_ns

    @property
    def assist_bytes_per_ns(self) -> float:
        """Scan work that an assist does in a ns, bytes."""
        return self._bytes_per_ns * self._assist_speed

    def start(self, work: MarkWork) -> None:
        """Begin a cycle's marking."""
        self._heap.advance()
        self._root_left = work.root_ns
        self._hidden_left = work.hidden_ns
        self._heap_left = work.heap_ns
        self._alone_left = work.alone_ns
        self._bytes_per_ns = work.scan_bytes / work.heap_ns
        self._shade_ns = work.shade_ns
        self.black = work.black
        self._assist_roots = work.assist_roots
        self.held = work.held
        self.credit = self.done = 0.0
        self._new_seen = self._heap.allocated
        self._new_scan_seen = self._heap.allocated_scan
        self._since = self._clock.now
        self.active = True
        self._arm()

    def again(self, root_ns: float) -> None:
        """Give the workers more root jobs, CPU ns, after the pools were empty: 1.6 looks at the data segment again."""
        self._root_left = root_ns
        self._since = self._clock.now
        self.active = True
        self._arm()

    def release(self) -> None:
        """Let marking end when the pools are empty: all roots have been found."""
        self.held = False
        self.advance()
        self._arm()

    def join(self, *, workers: int = 0, assists: int = 0) -> None:
        """Let workers or assists begin to mark; negative numbers let them leave."""
        self.advance()
        self._workers += workers
        self._assists += assists
        if workers > 0 or assists > 0:
            # When somebody leaves, all that is computed ahead comes later: the event will come up early and look again.
            self._arm()

    def advance(self) -> None:
        """Bring pools, credit and scan work up to the present."""
        now = self._clock.now
        dt = now - self._since
        self._since = now
        if not self.active:
            return
        heap = self._heap
        heap.advance()
        if self.black:
            self.done += heap.allocated_scan - self._new_scan_seen
            self._new_scan_seen = heap.allocated_scan
        elif self._shade_ns:
            self._heap_left += (heap.allocated - self._new_seen) * self._shade_ns
            self._new_seen = heap.allocated
        if dt == 0:
            return
        workers = float(self._workers) * dt
        assists = self._assists * self._assist_speed * dt
        if self._root_left > 0:
            on_roots = min(workers, self._root_left)
            workers -= on_roots
            if self._hidden_left > 0:
                helped = min(assists, self._root_left - on_roots) if self._assist_roots else 0.0
                on_roots += helped
                # Who finds nothing on the heap yet does nothing at all.
                assists = assists - helped if self._hidden_left <= on_roots else 0.0
                self._hidden_left = max(self._hidden_left - on_roots, 0.0)
            self._root_left -= on_roots
        wanted = workers + assists
        if wanted == 0:
            return
        alone = min(wanted, dt, self._alone_left)
        drained = alone + min(wanted - alone, self._heap_left - self._alone_left)
        self._alone_left -= alone
        self._heap_left -= drained
        work = drained * self._bytes_per_ns
        self.done += work
        self._pay(work * workers / wanted)

    def park(self, g: G, work: float) -> None:
        """Queue a goroutine until workers have done scan work for it, bytes."""
        self.advance()
        self._parked.append((g, work))
        self._arm()

    def stop(self) -> None:
        """End the marking of the pools; who is parked stays so."""
        self.advance()
        self.active = False
        self._workers = self._assists = 0
        self._event.disarm()

    def let_go(self) -> list[G]:
        """Return the goroutines that are still parked, in order, and forget them."""
        parked = [g for g, _ in self._parked]
        self._parked.clear()
        return parked

    def _pay(self, work: float) -> None:
        parked = self._parked
        while parked and work > 0:
            g, need = parked[0]
            if work + _ROUNDING < need:
                parked[0] = (g, need - work)
                return
            work -= need
            parked.popleft()
            self._on_paid(g)
        self.credit += max(work, 0.0)

    def _arm(self) -> None:
        if not self.active:
            return
        if self._root_left <= _ROUNDING and self._heap_left <= _ROUNDING:
            delay = math.inf if self.held else 0.0
        else:
            delay = self._until_change()
        if delay == math.inf:
            self._event.disarm()
        else:
            self._event.arm(math.ceil(delay))

    def _until_change(self) -> float:
        """Return how long all goes on as it does now, ns."""
        on_roots, hidden = self._root_left > _ROUNDING, self._hidden_left > _ROUNDING
        assists = self._assists * self._assist_speed
        if on_roots and hidden:
            scanning = self._workers + (assists if self._assist_roots else 0.0)
            return self._hidden_left / scanning if scanning else math.inf
        workers = 0 if on_roots else self._workers
        speed = workers + assists
        alone = min(speed, 1.0) if self._alone_left > _ROUNDING else 0.0
        others, left = speed - alone, self._heap_left - self._alone_left
        delay = math.inf
        if on_roots and self._workers:
            delay = self._root_left / self._workers
        if alone:
            delay = min(delay, self._alone_left / alone)
        if left <= _ROUNDING:
            others = 0.0
        if others:
            delay = min(delay, left / others)
        if self._parked and workers and alone + others:
            by_workers = self._bytes_per_ns * (alone + others) * workers / speed
            delay = min(delay, self._parked[0][1] / by_workers)
        return delay

    def _come_up(self) -> None:
        self.advance()
        if self._root_left <= _ROUNDING and self._heap_left <= _ROUNDING and not self.held:
            self._root_left = self._heap_left = self._alone_left = 0.0
            self._on_done()
        else:
            self._arm()
