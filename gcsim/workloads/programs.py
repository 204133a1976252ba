"""The goroutines of the reference program, as programs for the scheduler."""

from collections.abc import Callable
from dataclasses import dataclass

from gcsim.heap import Allocation, Heap
from gcsim.kernel import StopClock
from gcsim.runtime import Activity, G, P, Program, Scheduler
from gcsim.workloads.loops import CallFreeLoop
from gcsim.workloads.operations import Gate, Operation, Operations, OperationSink

__all__ = ["Machine", "build", "looper", "worker"]

_LOOP_SLEEP_NS = 1_000_000
"""``forest.go`` sleeps 1 ms between two of its call-free loops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What a program runs on.

    Attributes
    ----------
    clock, scheduler, heap, gate : StopClock, Scheduler, Heap, Gate
        The process's parts.
    sink : OperationSink
        Counts operations.
    """

    clock: StopClock
    scheduler: Scheduler
    heap: Heap
    gate: Gate
    sink: OperationSink


def build(machine: Machine, allocation: Allocation, ns: float, count: int) -> Activity:
    """Return the activity that builds a live heap: so many allocations that all stay reachable."""
    return Operations(
        clock=machine.clock,
        heap=machine.heap,
        gate=machine.gate,
        operation=Operation(ns=ns, call_free_ns=0, allocation=allocation),
        proceed=machine.scheduler.proceed,
        count=count,
    )


def worker(machine: Machine, operation: Operation) -> Program:
    """Return the program of a goroutine that does one operation over and over."""
    yield Operations(
        clock=machine.clock,
        heap=machine.heap,
        gate=machine.gate,
        operation=operation,
        proceed=machine.scheduler.proceed,
        sink=machine.sink,
    )


def looper(machine: Machine, ns: int, *, preemptible: bool) -> Program:
    """Return the program of a goroutine that runs call-free loops of so many ns with a sleep between them."""
    env, scheduler = machine.clock.env, machine.scheduler

    def sleep(g: G) -> None:
        env.timeout(_LOOP_SLEEP_NS).callbacks.append(lambda _: scheduler.ready(g))  # type: ignore[union-attr]

    while True:
        yield CallFreeLoop(machine.clock, ns, scheduler.proceed, preemptible=preemptible)
        yield sleep
