"""Concurrent marking as a fluid that workers and assists drain together.

There are two pools, in CPU ns of a background worker: root jobs, which come first, and the heap. Between two changes
of who marks everything is linear, so the end of a pool, or the instant at which a parked assist is paid for, is
computed and never polled. Scan work, in bytes as Go counts it, flows from the heap pool: what workers do becomes
credit that goroutines may take.
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
    scan_bytes : float
        Scan work that the heap pool stands for, bytes.
    shade_ns : float
        Work that each newly allocated byte adds to the heap pool, ns: objects allocated white, shaded by the barrier.
    black : bool
        Whether what is allocated counts as scanned at once.
    held : bool
        Whether the end of the pools is not the end of marking until :meth:`Marking.release`.
    """

    root_ns: float
    heap_ns: float
    scan_bytes: float
    shade_ns: float
    black: bool
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
        "_assist_speed",
        "_assists",
        "_bytes_per_ns",
        "_clock",
        "_event",
        "_heap",
        "_heap_left",
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
        self._on_done = on_done
        self._on_paid = on_paid
        self._event = ArmedEvent(clock, self._come_up)
        self._parked: deque[tuple[G, float]] = deque()
        self._root_left = self._heap_left = 0.0
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
        self._heap_left = work.heap_ns
        self._bytes_per_ns = work.scan_bytes / work.heap_ns
        self._shade_ns = work.shade_ns
        self.black = work.black
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
        if self._root_left > 0:
            on_roots = min(workers, self._root_left)
            self._root_left -= on_roots
            workers -= on_roots
        assists = self._assists * self._assist_speed * dt
        wanted = workers + assists
        if wanted == 0:
            return
        drained = min(wanted, self._heap_left)
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
            speed = self._assists * self._assist_speed
            if self._root_left > _ROUNDING:
                delay = self._root_left / self._workers if self._workers else math.inf
            else:
                speed += self._workers
                delay = math.inf
                if self._parked and self._workers:
                    delay = self._parked[0][1] / (self._bytes_per_ns * self._workers)
            if speed and self._heap_left > _ROUNDING:
                delay = min(delay, self._heap_left / speed)
        if delay == math.inf:
            self._event.disarm()
        else:
            self._event.arm(math.ceil(delay))

    def _come_up(self) -> None:
        self.advance()
        if self._root_left <= _ROUNDING and self._heap_left <= _ROUNDING and not self.held:
            self._root_left = self._heap_left = 0.0
            self._on_done()
        else:
            self._arm()
