"""What one call of a function does to memory, as data: an allocation profile.

`gcsim.escape.allocations` makes one of Go source; whoever has measured one writes it by hand.
"""

from dataclasses import dataclass
from math import ceil

from gcsim.heap import size_class

__all__ = ["AllocationProfile", "AllocationSite"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationSite:
    """A place of the text that allocates on the heap.

    Attributes
    ----------
    where : str
        ``file:line``.
    what : str
        As the compiler names it: ``&Point literal``, ``make([]byte, n)``.
    times : float
        How often in a call, on average.
    size : float
        Mean bytes of an object as its type says; the allocator rounds them up to a size class.
    pointers : float
        Mean pointer slots of an object.
    """

    where: str
    what: str
    times: float
    size: float
    pointers: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationProfile:
    """What one call of a function allocates, and the stack that it takes.

    Attributes
    ----------
    entry : str
        The function.
    sites : tuple of AllocationSite
        In the order of the text.
    frame : int
        Bytes of stack of the deepest chain of calls from it.
    uncounted : tuple of str
        Functions called whose text is not known: what they allocate is left out.

    Examples
    --------
    >>> point = AllocationSite(where="point.go:17", what="new(Point)", times=2.0, size=16, pointers=0)
    >>> profile = AllocationProfile(entry="main", sites=(point,), frame=96)
    >>> profile.size, profile.objects, profile.pointers
    (32, 2, 0)
    """

    entry: str
    sites: tuple[AllocationSite, ...]
    frame: int
    uncounted: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Bytes of heap that a call allocates on average, in size classes."""
        return round(sum(site.times * size_class(ceil(site.size)) for site in self.sites))

    @property
    def objects(self) -> int:
        """Objects that a call allocates, at least 1 where it allocates at all."""
        return max(round(sum(site.times for site in self.sites)), min(self.size, 1))

    @property
    def pointers(self) -> int:
        """Pointer slots in all of them."""
        return round(sum(site.times * site.pointers for site in self.sites))
