"""The cost laws of the collector: how long each piece of its work takes, as functions of what it grows with.

Coefficients come from a hardware profile (:class:`gcsim.costs.Costs`); which laws apply is a matter of the mechanisms. All times are
CPU ns unless a function says that it divides them among helpers.
"""

from dataclasses import dataclass

from gcsim.costs import Costs
from gcsim.heap import PAGE_BYTES
from gcsim.mechanisms import Mechanisms

__all__ = ["Roots", "helpers", "mark_ns", "mark_termination_ns", "root_scan_ns", "stopped_mark_ns", "sweep_termination_ns"]


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
    pointers : int
        Pointers in roots that are not nil.
    shrinkable_stacks, shrinkable_bytes : int
        Stacks less than a quarter used, and the bytes in use on them.
    """

    data_bytes: int = 0
    goroutines: int = 0
    stack_bytes: int = 0
    pointers: int = 0
    shrinkable_stacks: int = 0
    shrinkable_bytes: int = 0


def helpers(mechanisms: Mechanisms, ps: int, cores: int) -> int:
    """Return how many threads mark inside a stop: ``gcprocs`` (go1.4 proc.c:248), at most GOMAXPROCS, the cores and the cap."""
    return min(ps, cores, mechanisms.helper_cap)


def mark_ns(costs: Costs, objects: float, scan_bytes: float) -> float:
    """Return the work of marking so many objects while mutators run: each costs a cache miss, each scanned byte its bandwidth."""
    return objects * costs.mark_object_ns + scan_bytes * costs.scan_byte_ns


def root_scan_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning all roots while mutators run."""
    return (
        roots.goroutines * costs.goroutine_scan_ns
        + roots.stack_bytes * costs.stack_byte_ns
        + roots.data_bytes * costs.data_byte_ns
        + roots.pointers * costs.root_pointer_ns
    )


def _shrink_ns(costs: Costs, roots: Roots) -> float:
    return roots.shrinkable_stacks * costs.stack_shrink_ns + roots.shrinkable_bytes * costs.stack_copy_byte_ns


def stopped_mark_ns(
    mechanisms: Mechanisms, costs: Costs, roots: Roots, objects: float, scan_bytes: float, in_use: float, procs: int
) -> float:
    """Return how long a whole mark inside a stop takes its helpers, an even share each.

    Parameters
    ----------
    mechanisms, costs : Mechanisms, Costs
        The release and the machine.
    roots : Roots
        Where it begins.
    objects, scan_bytes : float
        What can be reached.
    in_use : float
        Heap in spans, bytes.
    procs : int
        Helpers that share the work.

    Returns
    -------
    float
        ns.
    """
    work = objects * costs.mark_object_stopped_ns + scan_bytes * costs.scan_byte_ns
    work += (
        roots.goroutines * costs.goroutine_scan_stopped_ns
        + roots.stack_bytes * costs.stack_byte_ns
        + roots.data_bytes * costs.data_byte_ns
        + roots.pointers * costs.root_pointer_ns
    )
    if mechanisms.span_loops != "none":
        work += in_use / PAGE_BYTES * costs.span_visit_ns
    if mechanisms.stack_shrink == "in_pause":
        work += _shrink_ns(costs, roots)
    return costs.cycle_stopped_ns + work / procs


def sweep_termination_ns(mechanisms: Mechanisms, costs: Costs, roots: Roots, in_use: float, unswept_pages: float) -> float:
    """Return how long the first stop works: sweep what is left, one walk over the spans (1.5), reset the goroutines."""
    ns = unswept_pages * costs.sweep_page_ns
    if mechanisms.span_loops == "three":
        ns += in_use / PAGE_BYTES * costs.span_visit_ns
    if mechanisms.goroutine_reset == "in_stop":
        ns += roots.goroutines * costs.goroutine_reset_ns
    return ns


def mark_termination_ns(
    mechanisms: Mechanisms, costs: Costs, release: str, roots: Roots, in_use: float, dirty_stack_bytes: float, ps: int, procs: int
) -> float:
    """Return how long the second stop works, its wait for helpers apart.

    Parameters
    ----------
    mechanisms, costs : Mechanisms, Costs
        The release's mechanisms and the machine.
    release : str
        Whose fixed part applies.
    roots : Roots
        What may have to be visited again.
    in_use : float
        Heap in spans, bytes.
    dirty_stack_bytes : float
        Stack in use by goroutines that ran since their scan, bytes.
    ps, procs : int
        GOMAXPROCS, and helpers that share the work that can be shared.

    Returns
    -------
    float
        ns.
    """
    serial = costs.mark_termination_ns[release]
    shared = 0.0
    if mechanisms.span_loops == "three":
        serial += 2 * in_use / PAGE_BYTES * costs.span_visit_ns
    if mechanisms.data_rescan == "one_job":
        serial += roots.data_bytes * costs.data_byte_ns
    elif mechanisms.data_rescan == "shards":
        shared += roots.data_bytes * costs.data_byte_ns
    if mechanisms.stack_rescan == "all":
        shared += roots.goroutines * costs.goroutine_visit_ns
    if mechanisms.stack_rescan != "none":
        shared += dirty_stack_bytes * costs.dirty_stack_byte_ns
    if mechanisms.stack_shrink == "in_pause":
        shared += _shrink_ns(costs, roots)
    if mechanisms.mcache_flush == "serial":
        serial += ps * costs.mcache_flush_ns
    else:
        serial += costs.mcache_flush_ns
    return serial + shared / procs
