"""The cost laws of the collector: how long each piece of its work takes, as functions of what it grows with.

Coefficients come from a hardware profile (:class:`gcsim.costs.Costs`); which laws apply is a matter of the mechanisms.
All times are CPU ns unless a function says that it divides them among helpers.
"""

from dataclasses import dataclass

from gcsim.collector.setting import Setting
from gcsim.costs import Costs
from gcsim.heap import PAGE_BYTES, Heap

__all__ = [
    "Roots",
    "data_scan_ns",
    "mark_ns",
    "mark_termination_ns",
    "root_scan_ns",
    "stopped_mark_ns",
    "sweep_termination_ns",
]


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
    """

    data_bytes: int = 0
    goroutines: int = 0
    stack_bytes: int = 0
    data_pointers: int = 0
    stack_pointers: int = 0


def mark_ns(costs: Costs, objects: float, scan_bytes: float) -> float:
    """Return the work of marking so many objects while mutators run.

    Each object costs a cache miss, each scanned byte its bandwidth.
    """
    return objects * costs.mark_object_ns + scan_bytes * costs.scan_byte_ns


def data_scan_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning the data segment; a pointer costs more than a nil, marked target or not."""
    return roots.data_bytes * costs.data_byte_ns + roots.data_pointers * costs.root_pointer_ns


def _stack_scan_ns(costs: Costs, roots: Roots) -> float:
    return roots.stack_bytes * costs.stack_byte_ns + roots.stack_pointers * costs.root_pointer_ns


def root_scan_ns(costs: Costs, roots: Roots) -> float:
    """Return the work of scanning all roots while mutators run."""
    return roots.goroutines * costs.goroutine_scan_ns + _stack_scan_ns(costs, roots) + data_scan_ns(costs, roots)


def stopped_mark_ns(setting: Setting, roots: Roots, heap: Heap) -> float:
    """Return how long a whole mark inside a stop takes its helpers, an even share each, ns."""
    costs = setting.costs
    work = heap.reachable_objects * costs.mark_object_stopped_ns + heap.reachable_scan * costs.scan_byte_ns
    work += roots.goroutines * costs.goroutine_scan_stopped_ns
    work += _stack_scan_ns(costs, roots) + data_scan_ns(costs, roots)
    if setting.mechanisms.span_loops != "none":
        work += heap.footprint / PAGE_BYTES * costs.span_visit_ns
    return costs.cycle_stopped_ns + work / setting.procs


def sweep_termination_ns(setting: Setting, roots: Roots, in_use: float, unswept_pages: float) -> float:
    """Return how long the first stop works, ns.

    It sweeps what is left, walks over the spans once (1.5), and resets the goroutines where that is done inside it.
    """
    costs = setting.costs
    ns = unswept_pages * costs.sweep_page_ns
    if setting.mechanisms.span_loops == "three":
        ns += in_use / PAGE_BYTES * costs.span_visit_ns
    if setting.mechanisms.goroutine_reset == "in_stop":
        ns += roots.goroutines * costs.goroutine_reset_ns
    return ns


def mark_termination_ns(setting: Setting, roots: Roots, in_use: float) -> float:
    """Return how long the second stop works, its wait for helpers apart, ns.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    roots : Roots
        What may have to be visited again.
    in_use : float
        Heap in spans, bytes.
    """
    mechanisms, costs = setting.mechanisms, setting.costs
    serial = costs.mark_termination_ns[setting.release]
    shared = 0.0
    if mechanisms.span_loops == "three":
        serial += 2 * in_use / PAGE_BYTES * costs.span_visit_ns
    if mechanisms.data_rescan == "one_job":
        serial += data_scan_ns(costs, roots)
    elif mechanisms.data_rescan == "shards":
        shared += data_scan_ns(costs, roots)
    if mechanisms.stack_rescan == "all":
        shared += roots.goroutines * costs.goroutine_visit_ns
    if mechanisms.stack_rescan != "none":
        # Whoever ran since its scan is dirty: one goroutine on each P, with little on its stack.
        shared += setting.ps * mechanisms.first_stack_bytes * costs.dirty_stack_byte_ns
    serial += costs.mcache_flush_ns * (setting.ps if mechanisms.mcache_flush == "serial" else 1)
    return serial + shared / setting.procs
