"""The goroutines of the reference program, as programs for the scheduler."""

from gcsim.heap import Allocation
from gcsim.runtime import Activity, G, Program
from gcsim.workloads.loops import CallFreeLoop
from gcsim.workloads.operations import Machine, Operation, Operations

__all__ = ["build", "looper", "worker"]

_LOOP_SLEEP_NS = 1_000_000
"""``forest.go`` sleeps 1 ms between two of its call-free loops."""


def build(machine: Machine, allocation: Allocation, ns: float, count: int) -> Activity:
    """Return the activity that builds a live heap: so many allocations that all stay reachable."""
    return Operations(machine, Operation(ns=ns, call_free_ns=0, allocation=allocation), recorded=False, count=count)


def worker(machine: Machine, operation: Operation) -> Program:
    """Return the program of a goroutine that does one operation over and over."""
    yield Operations(machine, operation)


def looper(machine: Machine, ns: int, *, preemptible: bool) -> Program:
    """Return the program of a goroutine that runs call-free loops of so many ns with a sleep between them."""
    scheduler = machine.scheduler

    def sleep(g: G) -> None:
        scheduler.after(_LOOP_SLEEP_NS, lambda: scheduler.ready(g))

    while True:
        yield CallFreeLoop(machine.clock, ns, scheduler.proceed, preemptible=preemptible)
        yield sleep
