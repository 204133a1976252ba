"""The heap as a fluid.

A running goroutine allocates at a rate; between two changes of rate everything here is linear in time, so the
instants at which the heap meets its trigger, the machine's memory, or the end of sweeping are computed and never
polled. At every instant

    allocated = reachable + dead and not yet swept + freed.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gcsim.kernel import ArmedEvent, ProcessEnd, StopClock

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["PAGE_BYTES", "Allocation", "Heap", "OutOfMemoryError"]

PAGE_BYTES = 8192
"""A page of the heap, and the span of every small size class used here (go1.4 malloc.h:76, go1.8 malloc.go:100)."""


_HALF_A_BYTE = 0.5


class OutOfMemoryError(ProcessEnd):
    """The heap outgrew the machine's memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """What one operation of a goroutine does to the heap.

    Attributes
    ----------
    size : int
        Bytes allocated, size classes included.
    objects : int
        Objects allocated.
    scan_bytes : float
        Bytes of these up to the last pointer of each object: what Go counts as scannable.
    pointer_stores : float
        Pointers stored where a write barrier guards them.
    grows : bool
        Whether what it allocates stays reachable. Otherwise it replaces as much as it leaves.
    """

    size: int
    objects: int
    scan_bytes: float
    pointer_stores: float
    grows: bool = False


class Heap:
    """Bytes and objects of one process.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    memory : int
        Bytes that the heap may take.

    Attributes
    ----------
    allocated, allocated_objects, allocated_scan : float
        Bytes, objects and scannable bytes allocated since the process began.
    reachable, reachable_objects, reachable_scan : float
        The same of what can be reached.
    freed : float
        Bytes swept since the process began.
    peak : float
        Largest :attr:`footprint` since the last :meth:`reset_peak`, bytes.
    reserved : int
        Bytes of memory that something else needs.
    under_one_object : float
        Share of the reachable objects that hang under one large object.
    pages_left : float
        Pages in use that the sweeper has not visited since the last collection.
    trigger_at, trigger_saved : float
        A collection starts when ``allocated + trigger_saved * freed`` meets ``trigger_at``, bytes. Only 1.4 counts what
        is freed.
    on_trigger, on_swept : callable or None
        Called when the trigger is met and when the last page is swept.
    """

    __slots__ = (
        "_allocating",
        "_clock",
        "_dead_per_page",
        "_event",
        "_grow_object_rate",
        "_grow_rate",
        "_grow_scan_rate",
        "_memory",
        "_object_rate",
        "_rate",
        "_scan_rate",
        "_since",
        "_sweeping",
        "_swept_rate",
        "allocated",
        "allocated_objects",
        "allocated_scan",
        "freed",
        "on_swept",
        "on_trigger",
        "pages_left",
        "pages_per_byte",
        "peak",
        "reachable",
        "reachable_objects",
        "reachable_scan",
        "reserved",
        "trigger_at",
        "trigger_saved",
        "under_one_object",
    )

    def __init__(self, clock: StopClock, memory: int) -> None:
        self._clock = clock
        self._memory = memory
        self.reserved = 0
        self.under_one_object = 0.0
        self._since = clock.now
        self._allocating = 0
        self._event = ArmedEvent(clock, self._come_up)
        self._rate = self._object_rate = self._scan_rate = 0.0
        self._grow_rate = self._grow_object_rate = self._grow_scan_rate = 0.0
        self._swept_rate = 0.0
        self._sweeping = False
        self._dead_per_page = 0.0
        self.allocated = self.allocated_objects = self.allocated_scan = 0.0
        self.reachable = self.reachable_objects = self.reachable_scan = 0.0
        self.freed = 0.0
        self.peak = 0.0
        self.pages_left = 0.0
        self.pages_per_byte = 0.0
        self.trigger_at = math.inf
        self.trigger_saved = 0.0
        self.on_trigger: Callable[[], None] | None = None
        self.on_swept: Callable[[], None] | None = None

    @property
    def footprint(self) -> float:
        """Bytes in use: reachable, or dead and not yet swept."""
        return self.allocated - self.freed

    @property
    def rate(self) -> float:
        """Bytes that are being allocated in a ns."""
        return self._rate

    @property
    def dead_per_page(self) -> float:
        """Bytes that sweeping one of the pages left frees."""
        return self._dead_per_page

    def join(self, allocation: Allocation, operation_ns: float, goroutines: int = 1) -> None:
        """Let goroutines allocate at the pace of one operation in so many ns; a negative number lets them stop.

        Parameters
        ----------
        allocation : Allocation
            What an operation does.
        operation_ns : float
            How long it takes, ns.
        goroutines : int
            1 to join, -1 to leave.
        """
        self.advance()
        self._allocating += goroutines
        if self._allocating == 0:
            # Nobody allocates: exactly nothing, whatever rounding the sums have gathered.
            self._rate = self._object_rate = self._scan_rate = 0.0
            self._grow_rate = self._grow_object_rate = self._grow_scan_rate = 0.0
            return
        per_ns = goroutines / operation_ns
        self._rate += allocation.size * per_ns
        self._object_rate += allocation.objects * per_ns
        self._scan_rate += allocation.scan_bytes * per_ns
        if allocation.grows:
            self._grow_rate += allocation.size * per_ns
            self._grow_object_rate += allocation.objects * per_ns
            self._grow_scan_rate += allocation.scan_bytes * per_ns
        if goroutines > 0:
            # When somebody leaves, all that is computed ahead comes later: the event will come up early and look again.
            self._arm()

    def allocate(self, size: int, objects: int, scan_bytes: int, *, kept: bool) -> bool:
        """Allocate at once, beside whoever allocates at a rate.

        Parameters
        ----------
        size, objects, scan_bytes : int
            Bytes, objects, and bytes up to the objects' last pointers.
        kept : bool
            Whether it stays reachable until :meth:`drop`.

        Returns
        -------
        bool
            Whether the heap is at its trigger: whoever asked is to start a collection.

        Raises
        ------
        OutOfMemoryError
            If it does not fit.
        """
        # This runs at every allocation of a program: what advance() would do is done only where something goes on.
        if self._rate or self._swept_rate:
            self.advance()
        else:
            self._since = self._clock.now
        self.allocated = allocated = self.allocated + size
        self.allocated_objects += objects
        self.allocated_scan += scan_bytes
        if kept:
            self.reachable += size
            self.reachable_objects += objects
            self.reachable_scan += scan_bytes
        if self.pages_left:
            swept = min(self.pages_per_byte * size, self.pages_left)
            self.pages_left -= swept
            self.freed += swept * self._dead_per_page
        freed = self.freed
        in_use = allocated - freed
        if in_use > self.peak:  # noqa: PLR1730 - as in advance
            self.peak = in_use
        if in_use >= self._memory:
            raise OutOfMemoryError
        if self._rate or self._sweeping:
            self._arm()
        return self.trigger_at - allocated - self.trigger_saved * freed < _HALF_A_BYTE

    def drop(self, size: int, objects: int, scan_bytes: int) -> None:
        """Let go of what was kept: it is dead, and the next collection finds it so."""
        self.advance()
        self.reachable -= size
        self.reachable_objects -= objects
        self.reachable_scan -= scan_bytes

    def reserve(self, size: int) -> None:
        """Take memory away that something else needs, bytes.

        Raises
        ------
        OutOfMemoryError
            If it does not fit beside what is in use.
        """
        self.advance()
        self.reserved += size
        self._memory -= size
        if self.allocated - self.freed >= self._memory:
            raise OutOfMemoryError
        self._arm()

    def sweep_beside(self, pages_per_ns: float) -> None:
        """Add to (or take from) the pace of sweeping that no allocation pays for, pages per ns."""
        self.advance()
        self._swept_rate += pages_per_ns
        self._arm()

    def advance(self) -> None:
        """Bring all amounts up to the present."""
        now = self._clock.now
        dt = now - self._since
        if dt == 0:
            return
        self._since = now
        new = self._rate * dt
        self.allocated += new
        self.allocated_objects += self._object_rate * dt
        self.allocated_scan += self._scan_rate * dt
        if self._grow_rate:
            self.reachable += self._grow_rate * dt
            self.reachable_objects += self._grow_object_rate * dt
            self.reachable_scan += self._grow_scan_rate * dt
        if self.pages_left:
            swept = min(self.pages_per_byte * new + self._swept_rate * dt, self.pages_left)
            self.pages_left -= swept
            self.freed += swept * self._dead_per_page
        in_use = self.allocated - self.freed
        if in_use > self.peak:  # noqa: PLR1730 - this runs at every change of rate, and max() would cost as much as the rest
            self.peak = in_use

    def sweep_all(self) -> float:
        """Sweep what is left at once; return the number of pages."""
        self.advance()
        pages, self.pages_left = self.pages_left, 0.0
        self._sweeping = False
        self.freed += pages * self._dead_per_page
        return pages

    def collected(self, marked: float) -> None:
        """Note that a collection found so many bytes marked: the rest is dead, and every page waits for the sweeper.

        Parameters
        ----------
        marked : float
            Bytes that survive, floating garbage among them.
        """
        self.advance()
        in_use = self.allocated - self.freed
        self.pages_left = math.ceil(in_use / PAGE_BYTES)
        self._dead_per_page = max(in_use - marked, 0.0) / self.pages_left if self.pages_left else 0.0
        self.pages_per_byte = 0.0
        self._sweeping = self.pages_left > 0

    def watch(self) -> None:
        """Compute again when the trigger is met; to be called when it has moved."""
        self.advance()
        self._arm()

    def reset_peak(self) -> None:
        """Forget the peak so far."""
        self.advance()
        self.peak = self.allocated - self.freed

    def _arm(self) -> None:
        rate = self._rate
        sweep = self.pages_per_byte * rate + self._swept_rate if self.pages_left else 0.0
        freeing = sweep * self._dead_per_page
        delay = self.pages_left / sweep if sweep else math.inf
        if self._sweeping and not self.pages_left:
            delay = 0.0  # somebody else who looked just now saw the last page swept
        if rate > freeing:
            delay = min(delay, (self._memory - self.allocated + self.freed) / (rate - freeing))
        if rate and self.trigger_at < math.inf:
            delay = min(delay, self._until_trigger() / (rate + self.trigger_saved * freeing))
        if delay == math.inf:
            self._event.disarm()
        else:
            self._event.arm(max(math.ceil(delay), 0))

    def _until_trigger(self) -> float:
        return self.trigger_at - self.allocated - self.trigger_saved * self.freed

    def _come_up(self) -> None:
        self.advance()
        if self.allocated - self.freed >= self._memory:
            raise OutOfMemoryError
        if self._sweeping and self.pages_left < 1e-6:  # noqa: PLR2004 - a page is whole; less is rounding
            self.sweep_all()
            self.pages_per_byte = 0.0
            if self.on_swept is not None:
                self.on_swept()
        if self._until_trigger() < _HALF_A_BYTE and self.on_trigger is not None:
            self.on_trigger()
        self._arm()
