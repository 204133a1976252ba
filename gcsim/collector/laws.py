"""The cost laws of the collector: how long each piece of its work takes, as functions of what it grows with.

Coefficients come from a hardware profile (:class:`gcsim.costs.Costs`); which laws apply is a matter of the mechanisms.
A law of a stop returns its terms by name, ns of the stop each: what helpers share is divided among them already. Others
return CPU ns.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gcsim.collector.setting import Setting
from gcsim.costs import Costs
from gcsim.heap import PAGE_BYTES, Heap

__all__ = [
    "BASE_BUCKETS",
    "DATA_JOB_BYTES",
    "FIRST_BARRIER_BYTES",
    "LAST_TERMS",
    "Roots",
    "Terms",
    "data_mark_ns",
    "data_scan_ns",
    "hidden_ns",
    "mark_ns",
    "mark_termination",
    "root_scan_ns",
    "stack_barriers",
    "stopped_mark",
    "sweep_termination",
]

BASE_BUCKETS = 5
"""Buckets of the heap profile of the program with which ``cycle_stopped_ns`` was measured: the base holds them."""

DATA_JOB_BYTES = 256 << 10
"""``rootBlockBytes``: the piece of the data segment that is one root job (go1.6 mgcmark.go)."""

FIRST_BARRIER_BYTES = 1024
"""Where a stack's first barrier stands; each further one is twice as deep (``firstStackBarrierOffset``, go1.5
mgc.go:146)."""

LAST_TERMS = frozenset({"base", "dirty_stacks", "mcache_flush", "helpers", "finalizer_queue"})
"""Terms of the last stop that no slicing can take out of it: what mutators may have changed, and the stop itself."""

_SERIAL = frozenset({"base", "finalizer_queue", "profile_flush"})
"""Terms of a stopped mark in which no helper takes part."""

Terms = Mapping[str, float]
"""What a stop is made of: ns by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roots:
    """Where marking begins.

    Attributes
    ----------
    data_bytes : int
        Data and bss segments with pointers, bytes.
    goroutines : int
        Goroutines, parked ones included.
    stack_bytes : int
        Stack in use by all of them, bytes.
    data_pointers, stack_pointers : int
        Pointers in the data segment and on the stacks that are not nil.
    barriers : int
        Stack barriers that a release with such would have set on the stacks, by :func:`stack_barriers`.
    dirty_bytes : int
        Stack of goroutines that ran since it was scanned, bytes, as far as mark termination visits it again.
    finalizers : int
        Finalizers queued when marking ends.
    profile_buckets : int
        Stacks that the heap profile has seen allocate.
    """

    data_bytes: int = 0
    goroutines: int = 0
    stack_bytes: int = 0
    data_pointers: int = 0
    stack_pointers: int = 0
    barriers: int = 0
    dirty_bytes: int = 0
    finalizers: int = 0
    profile_buckets: int = 0


def stack_barriers(used: int) -> int:
    """Return how many barriers a stack with so many bytes in use has: one at 1 KiB, 2 KiB, 4 KiB and so on.

    Examples
    --------
    >>> stack_barriers(1000), stack_barriers(1096), stack_barriers(36168)
    (0, 1, 6)
    """
    return (used // FIRST_BARRIER_BYTES).bit_length()


def mark_ns(costs: Costs, objects: float, scan_bytes: float) -> float:
    """Return the work of marking so many objects while mutators run.

    Each object costs a cache miss, each scanned byte its bandwidth.
    """
    return objects * costs.mark_object_ns * costs.concurrent_slowdown + scan_bytes * costs.scan_byte_ns


def data_scan_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning the data segment with the world stopped.

    A pointer costs more than a nil, whether its target is marked or not.
    """
    return roots.data_bytes * costs.data_byte_ns + roots.data_pointers * costs.root_pointer_ns


def data_mark_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning the data segment while mutators run.

    They slow its bytes down, but not the look at what a pointer leads to (results/measured, globals64-ptr).
    """
    return (
        roots.data_bytes * costs.data_byte_ns * costs.concurrent_slowdown + roots.data_pointers * costs.root_pointer_ns
    )


def hidden_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning the data segment that comes before anything of the heap is found.

    What leads to the heap stands in the segment, whose jobs come first: goroutines that owe work find none until then.
    It is inferred from the measured runs, where marks of globals64-ptr in 1.6 and 1.7 have no assists; a segment of a
    single job is scanned before anybody asks.
    """
    if roots.data_bytes <= DATA_JOB_BYTES:
        return 0.0
    return data_mark_ns(costs, roots) * (1 - DATA_JOB_BYTES / roots.data_bytes)


def _stack_scan_ns(costs: Costs, roots: Roots, slowdown: float = 1.0) -> float:
    stacks = roots.goroutines * costs.goroutine_scan_ns + roots.stack_bytes * costs.stack_byte_ns
    return stacks * slowdown + roots.stack_pointers * costs.root_pointer_ns


def root_scan_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning all roots while mutators run."""
    return _stack_scan_ns(costs, roots, costs.concurrent_slowdown) + data_mark_ns(costs, roots)


def stopped_mark(setting: Setting, roots: Roots, heap: Heap, slowest: float = 1.0) -> Terms:
    """Return what a whole mark inside a stop takes its helpers, an even share each, ns.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    roots : Roots
        Where marking begins.
    heap : Heap
        What is marked.
    slowest : float
        How much longer than an even share the slowest helper takes.

    Returns
    -------
    mapping
        ``base``; ``heap``, ``goroutines`` and ``data``, which hold what follows from the roots; and what the mechanisms
        name: ``span_loops``, ``finalizer_queue``, ``profile_flush``.
    """
    costs, mechanisms = setting.costs, setting.mechanisms
    objects = heap.reachable_objects * costs.mark_object_ns
    objects += heap.reachable_scan * costs.scan_byte_ns / costs.concurrent_slowdown
    # What lies below one large object waits for whoever scans that object.
    alone = 0.0 if mechanisms.oblets else objects * heap.under_one_object
    terms = {
        "base": costs.cycle_stopped_ns,
        "heap": max(objects / setting.procs, alone),
        "goroutines": _stack_scan_ns(costs, roots) / setting.procs,
        # The segment is one job, and what leads to the heap is found at the end of it (results/measured, globals64);
        # what its pointers lead to is shared.
        "data": roots.data_bytes * costs.data_byte_ns + roots.data_pointers * costs.root_pointer_ns / setting.procs,
    }
    if mechanisms.span_loops != "none":
        terms["span_loops"] = heap.footprint / PAGE_BYTES * costs.span_visit_ns / setting.procs
    if mechanisms.finalizer_queue == "in_stop":
        terms["finalizer_queue"] = roots.finalizers * costs.finalizer_ns
    if mechanisms.profile_flush == "in_stop":
        terms["profile_flush"] = max(roots.profile_buckets - BASE_BUCKETS, 0) * costs.profile_bucket_ns
    return {name: ns if name in _SERIAL else ns * slowest for name, ns in terms.items()}


def sweep_termination(setting: Setting, roots: Roots, in_use: float, unswept_pages: float) -> Terms:
    """Return how long the first stop works, ns.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    roots : Roots
        Whose goroutines may have to be reset.
    in_use : float
        Heap in spans, bytes.
    unswept_pages : float
        Pages that are left to be swept.

    Returns
    -------
    mapping
        ``sweep``; ``span_loops`` where all spans are walked over (1.5); ``goroutine_reset`` where that is done here.
    """
    costs = setting.costs
    terms = {"sweep": unswept_pages * costs.sweep_page_ns}
    if setting.mechanisms.span_loops == "three":
        terms["span_loops"] = in_use / PAGE_BYTES * costs.span_visit_ns
    if setting.mechanisms.goroutine_reset == "in_stop":
        terms["goroutine_reset"] = roots.goroutines * costs.goroutine_reset_ns
    return terms


def mark_termination(setting: Setting, roots: Roots, heap: Heap) -> Terms:
    """Return how long the second stop works, its wait for helpers and the shrinking of stacks apart, ns.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    roots : Roots
        What may have to be visited again.
    heap : Heap
        What was marked.

    Returns
    -------
    mapping
        ``base``, ``mcache_flush``, and what the mechanisms name: ``span_loops``, ``root_check``, ``data_rescan``,
        ``goroutine_visits``, ``stack_barriers``, ``dirty_stacks``, ``left_over``, ``finalizer_queue``,
        ``profile_flush``.

    Notes
    -----
    ``left_over`` is inferred. In the measured runs the second stop of 1.6 and 1.7 takes longer by 0.05 ns of wall for
    each object of the heap at 2 Ps, and no walk in their sources says why; a small share of the heap that is still to
    be marked there does, and agrees with what was published at 4 and 12 Ps (dac220b0a9: 0.9 ms at 4 GB and 4 Ps, 3.7 ms
    at 24 GB and 4 Ps, 1.9 ms at 24 GB and 12 Ps).
    """
    mechanisms, costs, procs = setting.mechanisms, setting.costs, setting.procs
    terms = {
        "base": costs.mark_termination_ns,
        "mcache_flush": costs.mcache_flush_ns * (setting.ps if mechanisms.mcache_flush == "serial" else 1),
    }
    if mechanisms.span_loops == "three":
        terms["span_loops"] = 2 * heap.footprint / PAGE_BYTES * costs.span_visit_ns
    if mechanisms.root_check:
        terms["root_check"] = roots.goroutines * costs.root_check_ns
    if mechanisms.data_rescan != "none":
        # One job for the segment (1.5), or shards of it that helpers share.
        terms["data_rescan"] = data_scan_ns(costs, roots) / (1 if mechanisms.data_rescan == "one_job" else procs)
    if mechanisms.stack_rescan == "all":
        visit = costs.goroutine_visit_ns["parfor" if mechanisms.helpers == "parfor" else "drain"] / procs
        terms["goroutine_visits"] = roots.goroutines * visit
        if mechanisms.stack_barriers:
            terms["stack_barriers"] = roots.barriers * costs.stack_barrier_visits * visit
    if mechanisms.stack_rescan != "none":
        terms["dirty_stacks"] = roots.dirty_bytes * costs.dirty_stack_byte_ns / procs
    if mechanisms.left_over:
        left = heap.reachable_objects * costs.left_over_share
        terms["left_over"] = left * costs.mark_object_ns / procs
    if mechanisms.finalizer_queue == "in_stop":
        terms["finalizer_queue"] = roots.finalizers * costs.finalizer_ns
    if mechanisms.profile_flush == "in_stop":
        terms["profile_flush"] = roots.profile_buckets * costs.profile_bucket_ns
    return terms
