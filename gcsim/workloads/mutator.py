"""How programs allocate: one instruction after another, each paying for itself.

The goroutines of :mod:`gcsim.workloads.operations` allocate at a rate; those of a program allocate now and then, and
what they allocate is added to the heap at once. Both pay the same: sweeping, the write barrier, and assists.
"""

from collections.abc import Callable
from typing import Protocol

from gcsim.heap import Allocation, Heap, OutOfMemoryError
from gcsim.runtime import Account, Allocate, Batch, G, P, Scheduler
from gcsim.runtime.instructions import ENGAGED, Signal
from gcsim.vocabulary import Cause, PState
from gcsim.workloads.operations import Gate, Machine, Operation, Operations

__all__ = ["Collects", "Mutator"]

_ASK_AGAIN_NS = 1_000_000
"""How often a forced collection looks whether the cycle under way has ended: a matter of resolution, ns."""

_WRITE_BARRIER, _SWEEP_ASSIST = Cause.WRITE_BARRIER, Cause.SWEEP_ASSIST


class Collects(Protocol):
    """What a program asks of the collector."""

    def start(self, p: P) -> bool:
        """Begin a cycle on behalf of the goroutine of a P; return whether it did, rather than find one under way."""

    def force(self, p: P, done: Callable[[P], None]) -> bool:
        """Collect as ``runtime.GC`` does; return False where a cycle is under way."""


class Mutator:
    """Heap and collector, as programs see them.

    Parameters
    ----------
    machine : Machine
        What the programs run on.
    collector : Collects
        Collects.
    object_ns, byte_ns : float
        What an allocation costs for each object and for each byte, ns.
    memory : int
        What heap and stacks may take together, bytes.
    """

    __slots__ = (
        "_byte_ns",
        "_collector",
        "_gate",
        "_heap",
        "_machine",
        "_memory",
        "_object_ns",
        "_scheduler",
        "_stacks",
    )

    def __init__(self, machine: Machine, collector: Collects, *, object_ns: float, byte_ns: float, memory: int) -> None:
        self._machine = machine
        self._scheduler: Scheduler = machine.scheduler
        self._heap: Heap = machine.heap
        self._stacks = machine.scheduler.stacks
        self._gate: Gate = machine.gate
        self._collector = collector
        self._object_ns = object_ns
        self._byte_ns = byte_ns
        self._memory = memory

    def allocation_ns(self, g: G, request: Allocate) -> int:
        """Return the time of an allocation, ns; what barrier and sweeping add is charged to the request in flight."""
        ns = round(request.objects * self._object_ns + request.size * self._byte_ns)
        gate, heap = self._gate, self._heap
        if gate.marking_cycle or heap.pages_left:
            account = g.account
            barrier, sweep = gate.surcharge_ns(request)
            pages = request.size * heap.pages_per_byte
            if pages > heap.pages_left:
                # A large one may owe more than there is.
                sweep *= heap.pages_left / pages
            for more, cause in ((barrier, _WRITE_BARRIER), (sweep, _SWEEP_ASSIST)):
                extra = round(more)
                ns += extra
                if extra and account is not None and account.delays is not None:
                    account.delays[cause] = account.delays.get(cause, 0) + extra
        return ns

    def allocate(self, p: P, g: G, request: Allocate) -> Signal | None:
        """Allocate; then assist if the goroutine owes work, and start a collection if it is time for one."""
        lifetime, heap = request.lifetime, self._heap
        triggered = heap.allocate(request.size, request.objects, request.scan, kept=lifetime != "garbage")
        if heap.allocated - heap.freed + self._stacks.reserved >= self._memory:
            raise OutOfMemoryError
        if lifetime == "goroutine":
            account = g.account = g.account or Account()
            account.held += request.size
            account.held_objects += request.objects
            account.held_scan += request.scan
        cycle = self._gate.marking_cycle
        if cycle:
            account = g.account = g.account or Account()
            if account.cycle != cycle:
                # Every cycle begins without credit: the first allocation pays (gcAssistBytes = 0).
                account.cycle, account.allowance = cycle, 0.0
            account.allowance -= request.size
            if account.allowance < 0:
                g.activity = p.activity = debtor = _Debtor(self._scheduler, g, account)
                self._gate.pay(p, debtor)
                return ENGAGED
        elif triggered and self._collector.start(p):
            return ENGAGED
        return None

    def drop(self, request: Allocate, times: int) -> None:
        """Let go of what was kept."""
        self._heap.drop(times * request.size, times * request.objects, times * request.scan)

    def ended(self, g: G) -> None:
        """Let go of what a goroutine held that has ended."""
        account = g.account
        if account is not None and account.held_objects:
            self._heap.drop(account.held, account.held_objects, account.held_scan)

    def batch(self, p: P, g: G, request: Batch) -> Signal:
        """Begin a batch of operations."""
        asked = request.allocate
        allocation = Allocation(
            size=asked.size if asked else 0,
            objects=asked.objects if asked else 0,
            scan_bytes=float(asked.scan) if asked else 0.0,
            pointer_stores=float(asked.pointers) if asked else 0.0,
            grows=asked is not None and asked.lifetime != "garbage",
        )
        ns = request.ns + allocation.objects * self._object_ns + allocation.size * self._byte_ns
        operation = Operation(ns=ns, call_free_ns=0, allocation=allocation)
        g.activity = Operations(self._machine, operation, count=request.count)
        p.run(g.activity)
        return ENGAGED

    def collect(self, p: P, g: G) -> Signal:
        """Collect as ``runtime.GC`` does."""
        g.activity = _Collecting(self._scheduler, self._collector)
        p.run(g.activity)
        return ENGAGED


class _Debtor:
    """A goroutine inside an allocation that it has to pay for."""

    state = PState.MUTATOR
    preemptible = False
    shares = False

    __slots__ = ("_account", "_g", "_scheduler")

    def __init__(self, scheduler: Scheduler, g: G, account: Account) -> None:
        self._scheduler = scheduler
        self._g = g
        self._account = account

    @property
    def allowance(self) -> float | None:
        """Bytes that it may still allocate."""
        return self._account.allowance

    @allowance.setter
    def allowance(self, size: float | None) -> None:
        self._account.allowance = size or 0.0

    def begin(self, p: P) -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Go on with the program at once."""
        return 0

    def go_on(self, p: P) -> None:
        """Go on with the program at once."""
        p.event.arm(0)

    def pause(self, p: P) -> None:
        """Do nothing: it does not last."""

    def finish(self, p: P) -> None:
        """Go on with the program."""
        p.halt()
        self._scheduler.proceed(p)

    def safepoint_ns(self) -> int:
        """Return 0: it does not last."""
        return 0

    def delayed(self, wait_ns: int, cause: Cause, operations: int = 1) -> None:  # noqa: ARG002 - as of any debtor
        """Charge a wait to the request in flight."""
        self._g.delayed(wait_ns, cause)


class _Collecting:
    """``runtime.GC``: a goroutine collects with the world stopped, then goes on."""

    state = PState.SCHEDULING
    preemptible = False

    def __init__(self, scheduler: Scheduler, collector: Collects) -> None:
        self._scheduler = scheduler
        self._collector = collector

    def begin(self, p: P) -> int | None:
        """Start the collection; while another cycle is under way, ask again a little later."""
        return None if self._collector.force(p, self._scheduler.proceed) else _ASK_AGAIN_NS

    def pause(self, p: P) -> None:
        """Do nothing: nothing is under way that the collection does not drive itself."""

    def finish(self, p: P) -> None:
        """Let others run before it asks again: on a single P the cycle under way needs that P to end."""
        self._scheduler.give_up(p, Cause.RUN_QUEUE)
        self._scheduler.schedule(p)

    def safepoint_ns(self) -> int:
        """Return 0."""
        return 0

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Ignore the wait: no operation is in flight."""
