"""Batches of operations: the activity of a goroutine that computes and allocates in a loop.

An operation is never an event. A goroutine that holds a P does operations at a pace; when it is interrupted, the
operations that are complete are counted at once and the one in flight is charged with the interruption.
"""

import math
from dataclasses import dataclass
from typing import Any, Protocol

from gcsim.heap import Allocation, Heap
from gcsim.kernel import StopClock
from gcsim.runtime import P, Scheduler
from gcsim.vocabulary import Cause, PState

__all__ = ["Gate", "Machine", "Operation", "OperationSink", "Operations"]


_ROUNDING = 1e-3
"""Part of an operation that a sum of many quotients may miss."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation of a loop.

    Attributes
    ----------
    ns : float
        Its own mean time, ns.
    call_free_ns : int
        How much of it, from its start, has no safepoint, ns.
    allocation : Allocation
        What it does to the heap.
    """

    ns: float
    call_free_ns: int
    allocation: Allocation


class Gate(Protocol):
    """What the collector asks of a goroutine that allocates."""

    marking_cycle: int
    """Number of the cycle that marks now; 0 while nothing is marked."""

    def surcharge_ns(self, allocation: Any) -> tuple[float, float]:  # noqa: ANN401 - anything with a size and pointer_stores
        """Return what the write barrier and sweeping add to an operation now, ns."""

    def pay(self, p: P, debtor: Any) -> None:  # noqa: ANN401 - a gcsim.collector.assist.Debtor
        """Let the goroutine on a P, which has used its allowance up, pay; called while the activity still runs."""


class OperationSink(Protocol):
    """Where finished operations are counted."""

    def undisturbed(self, n: int, service_ns: float, barrier_ns: float, sweep_ns: float) -> None:
        """Count operations that nothing interrupted, with their mean times, ns; a negative number takes some back."""

    def disturbed(self, n: int, own_ns: tuple[float, float, float], delays: dict[Cause, int]) -> None:
        """Count operations that were interrupted alike: their own times as above, and what interrupted each, ns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What a program runs on.

    Attributes
    ----------
    clock, scheduler, heap : StopClock, Scheduler, Heap
        The process's parts.
    gate : Gate
        Makes goroutines assist.
    sink : OperationSink
        Counts operations.
    """

    clock: StopClock
    scheduler: Scheduler
    heap: Heap
    gate: Gate
    sink: OperationSink


class Operations:
    """A loop of operations on a goroutine.

    Parameters
    ----------
    machine : Machine
        What it runs on.
    operation : Operation
        What is done over and over.
    recorded : bool
        Whether the operations count.
    count : int, optional
        How many to do; without one it never ends.

    Attributes
    ----------
    allowance : float or None
        Bytes that may still be allocated before an assist; None while nothing is marked.
    """

    shares = True

    __slots__ = (
        "_barrier_ns",
        "_clock",
        "_count",
        "_counted",
        "_cycle",
        "_delays",
        "_done",
        "_gate",
        "_heap",
        "_operation_ns",
        "_proceed",
        "_since",
        "_sink",
        "_sweep_ns",
        "_undisturbed",
        "allowance",
        "operation",
        "preemptible",
        "state",
    )

    def __init__(
        self, machine: Machine, operation: Operation, *, recorded: bool = True, count: int | None = None
    ) -> None:
        self.state = PState.MUTATOR
        self.preemptible = True
        self.operation = operation
        self.allowance: float | None = None
        self._clock = machine.clock
        self._heap = machine.heap
        self._gate = machine.gate
        self._proceed = machine.scheduler.proceed
        self._sink = machine.sink if recorded else None
        self._count = math.inf if count is None else count
        self._done = 0.0
        self._counted = 0
        self._cycle = 0
        self._since = 0
        self._operation_ns = operation.ns
        self._barrier_ns = 0.0
        self._sweep_ns = 0.0
        self._delays: dict[Cause, int] = {}
        self._undisturbed = 0  # since the last change of pace

    @property
    def done(self) -> float:
        """Operations done, the started one in part."""
        return self._done

    def begin(self, p: P) -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Go on with the loop."""
        self._since = self._clock.now
        allocation = self.operation.allocation
        if self._cycle != self._gate.marking_cycle:
            self._cycle = self._gate.marking_cycle
            # Every cycle begins without credit: the first allocation pays (gcAssistBytes = 0).
            self.allowance = 0.0 if self._cycle else None
        barrier_ns, sweep_ns = self._gate.surcharge_ns(allocation)
        if (barrier_ns, sweep_ns) != (self._barrier_ns, self._sweep_ns):
            self._barrier_ns, self._sweep_ns = barrier_ns, sweep_ns
            self._operation_ns = self.operation.ns + barrier_ns + sweep_ns
            self._undisturbed = 0
        self._heap.join(allocation, self._operation_ns)
        return self._delay()

    def go_on(self, p: P) -> None:
        """Go on at the same pace with a new allowance."""
        delay = self._delay()
        if delay is None:
            p.event.disarm()
        else:
            p.event.arm(delay)

    def pause(self, p: P) -> None:  # noqa: ARG002
        """Count what is complete and stop allocating."""
        self._advance()
        self._heap.join(self.operation.allocation, self._operation_ns, -1)

    def settle(self) -> None:
        """Count what is complete and begin a new account, as if nothing had been done before."""
        self._advance()
        self._undisturbed = 0

    def finish(self, p: P) -> None:
        """End the loop, or assist."""
        self._advance()
        if self._count - self._done < _ROUNDING:
            p.halt()
            self._proceed(p)
        else:
            self._gate.pay(p, self)

    def safepoint_ns(self) -> int:
        """Return what is left of the call-free part of the operation in flight, ns."""
        since_start = (self._done % 1.0) * self._operation_ns + self._clock.now - self._since
        left = self.operation.call_free_ns - since_start % self._operation_ns
        return round(left) if left > 0 else 0

    def delayed(self, wait_ns: int, cause: Cause, operations: int = 1) -> None:
        """Charge a wait to the operation in flight, or in equal parts to it and some before it."""
        if wait_ns <= 0:
            return
        # Several payments of one large operation are its own; and nobody is charged twice for the same.
        before = min(operations - 1, self._undisturbed)
        if before and self._sink is not None:
            share = wait_ns // (before + 1)
            wait_ns -= share * before
            self._undisturbed -= before
            own = (self.operation.ns, self._barrier_ns, self._sweep_ns)
            self._sink.undisturbed(-before, *own)
            self._sink.disturbed(before, own, {cause: share})
        self._delays[cause] = self._delays.get(cause, 0) + wait_ns

    def _delay(self) -> int | None:
        left = self._count - self._done
        size = self.operation.allocation.size
        if self.allowance is not None and size and self.allowance < left * size:
            left = self.allowance / size if self.allowance > 0 else 0.0
        return None if left == math.inf else math.ceil(left * self._operation_ns)

    def _advance(self) -> None:
        now = self._clock.now
        if now == self._since:
            return
        new = (now - self._since) / self._operation_ns
        self._since = now
        self._done += new
        if self.allowance is not None:
            self.allowance -= new * self.operation.allocation.size
        n = int(self._done) - self._counted
        if n == 0 or self._sink is None:
            return
        self._counted += n
        if self._delays:
            self._sink.disturbed(1, (self.operation.ns, self._barrier_ns, self._sweep_ns), self._delays)
            self._delays = {}
            n -= 1
        if n:
            self._sink.undisturbed(n, self.operation.ns, self._barrier_ns, self._sweep_ns)
            self._undisturbed += n
