"""The spaces of a generational copying collector: what is young, what is old, and what copying it costs.

The rules are those of GHC's runtime. An allocation area is filled by moving a pointer; when it is full, what lives in
it is copied, and the area is empty again. What is copied stays in the young generation for one more collection and is
copied once more before it is old (`Commentary/Rts/Storage/GC/Aging
<https://gitlab.haskell.org/ghc/ghc/-/wikis/commentary/rts/storage/gc/aging>`_). The old generation is copied too, when
it has grown by a factor. Garbage costs nothing: nobody looks at it.
"""

from dataclasses import dataclass

from gcsim.heap import Heap

__all__ = [
    "COPY_BYTE_NS",
    "COPY_OBJECT_NS",
    "LARGE_OBJECT_BYTES",
    "LEAST_OLD_BYTES",
    "MINOR_NS",
    "SERIAL_SHARE",
    "Copied",
    "Generations",
    "Spaces",
    "copy_ns",
]

COPY_OBJECT_NS = 27.0
"""CPU ns for each object that is copied: found through a pointer, moved, and its own pointers followed.

Measured: GHC 9.0.2 on the kind of machine of ``results/measured``, ten cases from 53 MB in 50,000 objects to 503 MB in
3.8 million, fit to the CPU time of their major collections, +- 26 % (``results/measured/ghc``)."""

COPY_BYTE_NS = 0.29
"""CPU ns for each byte that is copied; measured as :data:`COPY_OBJECT_NS`, +- 13 %: half of the ten cases within 1.13x,
all within 1.54x."""

MINOR_NS = 4000.0
"""What a collection costs that finds next to nothing to copy, ns; measured as :data:`COPY_OBJECT_NS`, case
``churn1000000``."""

SERIAL_SHARE = 1 / 3
"""Share of a collection that more threads do not shorten.

Published: on average twice as fast on 4 cores (Marlow, Harris, James, Peyton Jones: Parallel generational-copying
garbage collection with a block-structured heap, ISMM 2008)."""

LARGE_OBJECT_BYTES = 4096 * 8 // 10
"""Larger objects are never moved: copying relinks them (``LARGE_OBJECT_THRESHOLD``, GHC's rts/include/rts/storage/
Block.h; "about 3KB" in its users guide, option ``-AL``)."""

LEAST_OLD_BYTES = 1 << 20
"""The old generation is not collected below this size (``-O``, 1m by default: GHC users guide, rts/RtsFlags.c
``minOldGenSize``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generations:
    """How large the generations are.

    Attributes
    ----------
    nursery : int
        Allocation area of each P, bytes (``-A``; 1 MiB by default from GHC 8.2 to 9.0, rts/RtsFlags.c
        ``minAllocAreaSize``).
    factor : float
        The old generation is collected when it is so many times what the last major collection left of it (``-F``; 2
        by default, rts/RtsFlags.c ``oldGenFactor``).
    """

    nursery: int = 1 << 20
    factor: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a collection copies.

    Attributes
    ----------
    size, objects : float
        Bytes and objects.
    """

    size: float
    objects: float

    @property
    def moved(self) -> float:
        """Bytes that need room a second time: none where the mean object is too large to be moved."""
        return self.size if self.size <= LARGE_OBJECT_BYTES * self.objects else 0.0


def copy_ns(copied: Copied, threads: int) -> float:
    """Return how long it takes to copy, ns.

    Parameters
    ----------
    copied : Copied
        What is copied.
    threads : int
        How many share the work.

    Returns
    -------
    float
        Time, not CPU time.

    Examples
    --------
    >>> round(copy_ns(Copied(size=100e6, objects=1e6), 1) / 1e6)
    56
    >>> round(copy_ns(Copied(size=100e6, objects=1e6), 4) / 1e6)
    28
    """
    alone = copied.objects * COPY_OBJECT_NS + copied.moved * COPY_BYTE_NS
    return alone * (SERIAL_SHARE + (1 - SERIAL_SHARE) / threads)


class Spaces:
    """The generations of a process's heap.

    At every instant the bytes in use are those of the old generation, those that have survived one collection, and
    those allocated since:

        footprint = old + aged + allocated since.

    Parameters
    ----------
    heap : Heap
        What is divided.
    generations : Generations
        How.

    Attributes
    ----------
    survival : float
        Share of what is allocated without making the live heap grow that takes the place of a live object, and so
        outlives the nursery; the workload sets it. The rest is garbage when the nursery is collected.
    old : float
        Bytes in the old generation, the dead ones among them.
    limit : float
        Size of the old generation at which the next collection is a major one, bytes.
    """

    __slots__ = (
        "_aged",
        "_allocated",
        "_generations",
        "_heap",
        "_objects",
        "_reachable",
        "limit",
        "old",
        "survival",
    )

    def __init__(self, heap: Heap, generations: Generations) -> None:
        self.survival = 0.0
        self.old = 0.0
        self.limit = float(LEAST_OLD_BYTES)
        self._heap = heap
        self._generations = generations
        self._aged = Copied(size=0.0, objects=0.0)
        self._allocated = self._objects = self._reachable = 0.0

    @property
    def young(self) -> float:
        """Bytes allocated since the last collection."""
        return self._heap.allocated - self._allocated

    @property
    def aged(self) -> float:
        """Bytes that have survived one collection: the next one makes them old."""
        return self._aged.size

    @property
    def grown(self) -> bool:
        """Whether the old generation is to be collected too."""
        return self.old >= self.limit

    def full_at(self, areas: int) -> float:
        """Return the total of allocated bytes at which so many allocation areas are full."""
        return self._allocated + areas * self._generations.nursery

    def copies(self, *, major: bool) -> Copied:
        """Return what a collection now would copy."""
        heap = self._heap
        if major:
            return Copied(size=heap.reachable, objects=heap.reachable_objects)
        survivors = self._survivors()
        return Copied(size=survivors.size + self._aged.size, objects=survivors.objects + self._aged.objects)

    def collect(self, *, major: bool) -> None:
        """Copy: what is dead in the space that was collected is free at once, and there is nothing to sweep."""
        heap, survivors = self._heap, self._survivors()
        # Rounding must not lose what is reachable.
        left = heap.reachable if major else max(heap.footprint - self.young + survivors.size, heap.reachable)
        heap.collected(left)
        heap.sweep_all()
        if survivors.size > left:
            survivors = Copied(size=left, objects=survivors.objects * left / survivors.size)
        self.old = left - survivors.size
        if major:
            self.limit = max(self._generations.factor * self.old, LEAST_OLD_BYTES)
        self._aged = survivors
        self._allocated, self._objects, self._reachable = heap.allocated, heap.allocated_objects, heap.reachable

    def _survivors(self) -> Copied:
        """Return what was allocated since the last collection and lives."""
        heap, young = self._heap, self.young
        if young <= 0:
            return Copied(size=0.0, objects=0.0)
        growth = min(max(heap.reachable - self._reachable, 0.0), young)
        share = (growth + self.survival * (young - growth)) / young
        return Copied(size=share * young, objects=share * (heap.allocated_objects - self._objects))
