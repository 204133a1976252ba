"""How slices and maps grow: what is allocated on the way."""

from dataclasses import dataclass
from math import ceil

from gcsim.heap import size_class

__all__ = ["BUCKET_ENTRIES", "MAP_HEADER_BYTES", "Growth", "map_growth", "slice_growth"]

_DOUBLES_BELOW = 1024
"""A slice doubles below so many elements, and grows by a quarter from there (go1.8 slice.go ``growslice``)."""

BUCKET_ENTRIES = 8
_LOAD_FACTOR = 6.5
"""Entries of a bucket of a map, and how many it has on average when the map doubles (go1.8 hashmap.go)."""

_BUCKET_OVERHEAD = 16
"""The hashes' top bytes of a bucket, and its pointer to an overflow bucket (go1.8 hashmap.go ``bmap``)."""

MAP_HEADER_BYTES = 48
"""``hmap`` of go1.8: count, flags, B, noverflow, hash0, buckets, oldbuckets, nevacuate, overflow."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What growing has allocated: in how many objects, how many elements (or buckets) in all, and the bytes."""

    objects: int
    elements: int
    size: int


def slice_growth(element: int, *, length: float, capacity: float) -> Growth:
    """Return what appending one element after another allocates.

    Parameters
    ----------
    element : int
        Bytes of an element.
    length : float
        Elements in the end.
    capacity : float
        Elements that fit before the slice has to grow.

    Examples
    --------
    >>> slice_growth(8, length=4, capacity=0)
    Growth(objects=3, elements=7, size=56)
    """
    objects = elements = size = 0
    now = int(capacity)
    while element and now < length:
        wanted = max(2 * now if now < _DOUBLES_BELOW else now + now // 4, now + 1)
        taken = size_class(wanted * element)
        now = taken // element
        objects, elements, size = objects + 1, elements + now, size + taken
    return Growth(objects, elements, size)


def map_growth(key: int, element: int, *, entries: float, hint: float) -> Growth:
    """Return what putting entries into a map allocates: arrays of buckets, each twice the former.

    Parameters
    ----------
    key, element : int
        Bytes of a key and of an element.
    entries : float
        Different keys in the end.
    hint : float
        How many `make` was told of.

    Examples
    --------
    >>> map_growth(8, 8, entries=14, hint=0)
    Growth(objects=3, elements=7, size=1008)
    """
    bucket = _BUCKET_OVERHEAD + BUCKET_ENTRIES * (key + element)
    buckets = _buckets(hint)
    objects = elements = size = 0
    while True:
        objects, elements, size = objects + 1, elements + buckets, size + size_class(ceil(buckets * bucket))
        if entries <= BUCKET_ENTRIES or entries <= _LOAD_FACTOR * buckets:
            return Growth(objects, elements, size)
        buckets *= 2


def _buckets(hint: float) -> int:
    buckets = 1
    while hint > BUCKET_ENTRIES and hint > _LOAD_FACTOR * buckets:
        buckets *= 2
    return buckets
