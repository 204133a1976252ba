"""The reference program ``forest.go`` of ``results/measured``: trees that workers churn, or a map of messages.

Sizes are those of the real program: a node is two pointers and a slice header (40 bytes, size class 48) with a
payload; 1023 nodes make a tree. An operation spins without a call, allocates a node and its payload, replaces a leaf
now and then (which keeps the live heap what it is), and stores the node to a shared global.
"""

from gcsim.heap import Allocation, size_class
from gcsim.workloads.operations import Operation

__all__ = [
    "MESSAGE_BYTES",
    "forest_nodes",
    "map_allocation",
    "message_operation",
    "node_allocation",
    "parked_stack",
    "stack_size",
]

NODES_PER_TREE = 1023
_NODE_BYTES = 48
_NODE_SCAN_BYTES = 24
"""A node up to its last pointer: left, right, and the pointer of the payload's slice header."""

_STORES = 2.0
"""Pointer stores of every operation that a barrier guards: the payload and the shared global."""

MESSAGE_BYTES = 1024
_BUCKET_BYTES = 272
_BUCKET_ENTRIES = 6.5 * 3 / 4
"""A map doubles its buckets at 6.5 entries each (go1.4 hashmap.go ``loadFactor``): 4.9 on average over sizes."""

_FRAME_BYTES = 1096
"""One frame of ``deep``: an array of 128 pointers; arguments, locals and return address are estimated at 72 bytes."""

_BELOW_BYTES = 1024
"""Stack needed below the last frame to block, guard included: estimated so that the measured stacks come out."""


def forest_nodes(live_heap: int, object_size: int) -> int:
    """Return the number of nodes that the program builds.

    Parameters
    ----------
    live_heap : int
        Size asked for, bytes; the program rounds down to whole trees and counts 64 bytes for a node of 48.
    object_size : int
        Bytes of a payload.

    Examples
    --------
    >>> round(forest_nodes(128 << 20, 256) * 304 / 2**20, 1)
    121.6
    """
    per_tree = NODES_PER_TREE * (object_size + 64)
    return max(live_heap // per_tree, 1) * NODES_PER_TREE


def node_allocation(object_size: int, churn: int, *, grows: bool) -> Allocation:
    """Return what allocating a node with its payload does to the heap; one in ``churn`` is stored to a leaf too."""
    payload = size_class(object_size) if object_size else 0
    return Allocation(
        size=_NODE_BYTES + payload,
        objects=2 if object_size else 1,
        scan_bytes=_NODE_SCAN_BYTES,
        pointer_stores=_STORES + 1 / churn,
        grows=grows,
    )


def message_operation(ns: float) -> Operation:
    """Return ``pusher``'s operation: fill a message of 1 KiB, put it into the map, delete the oldest."""
    allocation = Allocation(size=MESSAGE_BYTES, objects=1, scan_bytes=0.0, pointer_stores=1.0)
    return Operation(ns=ns, call_free_ns=0, allocation=allocation)


def map_allocation() -> Allocation:
    """Return what putting one message into the growing map adds to the live heap, the message included.

    A bucket of 8 entries holds keys of 8 bytes, slice headers of 24, 8 bytes of hashes and a pointer: 272 bytes. The
    array of buckets that a growing map leaves behind is left out.
    """
    entry = _BUCKET_BYTES / _BUCKET_ENTRIES
    return Allocation(size=MESSAGE_BYTES + round(entry), objects=1, scan_bytes=entry, pointer_stores=1.0, grows=True)


def parked_stack(kib: int) -> tuple[int, int]:
    """Return the bytes of stack that a parked goroutine of the program uses, and the pointers on it.

    Parameters
    ----------
    kib : int
        ``parkedkb``: depth of its stack in KiB; it has one frame more.

    Examples
    --------
    >>> parked_stack(0), parked_stack(32)
    ((1096, 128), (36168, 4224))
    """
    frames = kib + 1
    return frames * _FRAME_BYTES, frames * 128


def stack_size(used: int, first: int) -> int:
    """Return the size of a stack with so many bytes in use: the first one, doubled until they fit.

    Examples
    --------
    The measured program's stacks (``stack_mb``) are 4 KiB and 64 KiB:

    >>> [stack_size(parked_stack(kib)[0], 2048) for kib in (0, 32)]
    [4096, 65536]
    """
    size = first
    while size < used + _BELOW_BYTES:
        size *= 2
    return size
