"""Mark assists: an allocating goroutine pays for what it allocates while the heap is being marked.

Sources: ``gcAssistAlloc``, go1.5 mgcmark.go:147, go1.6 :316, go1.7 :385-427, go1.8 :420. How far ahead a goroutine
pays, and what it does when there is no work to be had, are mechanisms (``over_assist``, ``assist``).
"""

import math
from typing import Protocol

from gcsim.collector.marking import Marking
from gcsim.collector.pacing import Pacing
from gcsim.collector.setting import Setting
from gcsim.heap import Allocation, Heap
from gcsim.runtime import Activity, P, Scheduler
from gcsim.vocabulary import Cause, PState

__all__ = ["OVER_ASSIST_BYTES", "OVER_ASSIST_WORK", "REFILL_BYTES", "Assist", "AssistGate", "Debtor"]

OVER_ASSIST_BYTES = 1 << 20
"""``gcOverAssistBytes``: a goroutine of 1.6 pays for 1 MiB of allocation ahead (go1.6 mgc.go)."""

OVER_ASSIST_WORK = 64 << 10
"""``gcOverAssistWork``: from 1.7 it does at least 64 KiB of scan work at a time (go1.7 mgc.go:747)."""

REFILL_BYTES = 8192
"""1.5 looks at the debt only when a span of 8 KiB is used up (go1.5 malloc.go:707)."""

_SLEEP_NS = 100_000
"""``timeSleep`` of a goroutine of 1.5 that finds no work to assist with (go1.5 mgcmark.go:147)."""

_PAID = 1.0
"""Scan work that is not worth doing, bytes."""

_TURNS = 64
"""Payments that the runway to the goal is cut into, at most, with few Ps: a matter of resolution, not of the runtime.

Where a cycle has more, several are made at once, and each of the operations that would have paid is charged its share.
What is paid ahead of the goal and not allocated must stay small beside the runway, so more Ps cut it into more.
"""

_FEW_PS = 4
"""Ps from which on the runway is cut into more."""


class Debtor(Activity, Protocol):
    """The activity of a goroutine that allocates: its assist goes on with it."""

    allowance: float | None
    """Bytes that it may still allocate before it must assist; None while nothing is marked."""

    shares: bool
    """Whether it can charge a wait to operations that are over: only then may several payments be made at once."""

    def go_on(self, p: P) -> None:
        """Go on with a new allowance."""

    def delayed(self, wait_ns: int, cause: Cause, operations: int = 1) -> None:
        """Charge a wait to the operation in flight, or in equal parts to it and some before it."""


class Assist:
    """One assist: an activity that takes the place of the goroutine's own until the work is done.

    Parameters
    ----------
    gate : AssistGate
        Who asked for it.
    activity : Activity
        The goroutine's own activity; it must be a :class:`Debtor` too.
    work : float
        Scan work to do, bytes.
    ratio : float
        Scan work owed per allocated byte.
    turns : int
        For how many payments it stands.
    """

    __slots__ = (
        "_clock",
        "_gate",
        "_marking",
        "_on_roots",
        "_over",
        "_ratio",
        "_since",
        "_turns",
        "_work",
        "activity",
        "preemptible",
        "state",
    )

    def __init__(self, gate: "AssistGate", activity: Activity, work: float, ratio: float, turns: int) -> None:
        self.state = PState.ASSIST
        self.activity = activity
        self.preemptible = gate.preemptible
        self._gate = gate
        self._clock = gate.scheduler.clock
        self._marking = gate.marking
        self._work = work
        self._ratio = ratio
        self._turns = turns
        self._since = 0
        self._on_roots = False
        self._over = False

    def begin(self, p: P) -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Mark until the work is done, or until there cannot be any left."""
        self._since = self._clock.now
        marking = self._marking
        if not marking.active:
            return 0
        marking.join(assists=1)
        self._on_roots = marking.roots_for_assists_ns > 0
        if self._on_roots:
            return math.ceil(marking.roots_for_assists_ns)
        return max(round(min(self._work, marking.scan_work_left) / marking.assist_bytes_per_ns), 1)

    def pause(self, p: P) -> None:
        """Count what was done as allocation paid for."""
        took = self._clock.now - self._since
        if self._marking.active:
            self._marking.join(assists=-1)
            # Root jobs count as no scan work.
            done = 0.0 if self._on_roots else min(took * self._marking.assist_bytes_per_ns, self._work)
            self._work -= done
            debtor: Debtor = self.activity  # type: ignore[assignment]
            if debtor.allowance is not None:
                debtor.allowance += done / self._ratio
                if self._cut_short(p) and debtor.allowance >= 0:
                    # What it would have paid ahead is no debt.
                    self._work = 0.0
        self._gate.assist_ns += took
        self._charge(took, Cause.MARK_ASSIST)

    def finish(self, p: P) -> None:
        """Let the goroutine go on with what it did, or wait if there was less to mark than it owes."""
        self._over = True
        p.halt()
        self._over = False
        g = p.g
        if g is None:
            return
        if self._on_roots and self._marking.active:
            p.run(self)
            return
        g.activity = self.activity
        debtor: Debtor = self.activity  # type: ignore[assignment]
        if self._marking.active:
            self._work = self._gate.steal(debtor, self._work, self._ratio)
        if self._work > _PAID and self._marking.active:
            self._gate.wait(p, debtor, min(self._work, self._gate.turn_bytes * self._ratio), self._ratio)
        else:
            p.run(self.activity)

    def _cut_short(self, p: P) -> bool:
        """Return whether it gives its P up before it is done, and will not go on (from 1.6)."""
        return self.preemptible and not self._over and p.state is not PState.DESCHEDULED

    def safepoint_ns(self) -> int:
        """Return 0 where an assist can be stopped between two objects, else what is left of it, ns."""
        if self.preemptible or not self._marking.active:
            return 0
        took = self._clock.now - self._since
        return max(round(self._work / self._marking.assist_bytes_per_ns) - took, 0)

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the operation that allocates; the runtime counts one for a core as time of the assist."""
        if cause is Cause.DESCHEDULED:
            self._gate.assist_ns += wait_ns
        self.activity.delayed(wait_ns, cause)

    def _charge(self, ns: int, cause: Cause) -> None:
        debtor: Debtor = self.activity  # type: ignore[assignment]
        debtor.delayed(ns, cause, self._turns)


class AssistGate:
    """Asks goroutines that allocate to pay while the heap is marked.

    Parameters
    ----------
    setting : Setting
        The release on its machine.
    scheduler : Scheduler
        Runs the goroutines.
    heap : Heap
        Where they allocate.
    pacing : Pacing
        Says what a byte costs.
    marking : Marking
        Where the work comes from.

    Attributes
    ----------
    marking_cycle : int
        Number of the cycle that marks now; 0 while nothing is marked.
    assist_ns : int
        CPU time of the cycle's assists, ns.
    preemptible : bool
        Whether sysmon may interrupt an assist (from 1.6).
    turn_bytes : float
        Allocation that is paid for at once, unless the release's own payments are larger, bytes.
    """

    __slots__ = (
        "_asks",
        "_heap",
        "_pacing",
        "_setting",
        "assist_ns",
        "marking",
        "marking_cycle",
        "preemptible",
        "scheduler",
        "turn_bytes",
    )

    def __init__(self, setting: Setting, scheduler: Scheduler, heap: Heap, pacing: Pacing, marking: Marking) -> None:
        self._setting = setting
        self._heap = heap
        self._pacing = pacing
        self.turn_bytes = 0.0
        self._asks = False
        self.scheduler = scheduler
        self.marking = marking
        self.marking_cycle = 0
        self.assist_ns = 0
        self.preemptible = setting.mechanisms.assist == "park"

    def open(self, cycle: int) -> None:
        """Let goroutines pay: a cycle marks."""
        self.marking_cycle = cycle
        self._asks = self._setting.mechanisms.assist != "none"
        self.assist_ns = 0
        # A cycle may begin beyond its goal; the pacers of all releases see a runway of 1 MB at least.
        runway = max(self._pacing.goal - self._pacing.heap_live(), 1 << 20)
        self.turn_bytes = runway / (_TURNS * max(self._setting.ps / _FEW_PS, 1))

    def rest(self) -> None:
        """Ask for no more work, since there is none, and let go of whoever waits; the barrier stays on."""
        self._asks = False
        self._let_go()

    def close(self) -> None:
        """Ask for nothing more, and let go of whoever waits."""
        self.marking_cycle = 0
        self._let_go()

    def _let_go(self) -> None:
        for g in self.marking.let_go():
            self.scheduler.ready(g, following=False)

    def surcharge_ns(self, allocation: Allocation) -> tuple[float, float]:
        """Return what the write barrier and sweeping add to an operation now, ns."""
        costs = self._setting.costs
        barrier = 0.0
        if self.marking_cycle:
            barrier = allocation.pointer_stores * costs.write_barrier_ns[self._setting.mechanisms.write_barrier]
        sweep = 0.0
        if self._heap.pages_left:
            sweep = allocation.size * self._heap.pages_per_byte * costs.sweep_page_ns
        return barrier, sweep

    def pay(self, p: P, debtor: Debtor) -> None:
        """Let the goroutine on a P, which may allocate nothing more, pay with credit, with work, or with waiting."""
        marking = self.marking
        marking.advance()
        ratio = self._pacing.assist_ratio(marking.done) if self._asks else 0.0
        if not ratio:
            # Nothing on the heap holds pointers, or all is marked: there is no work to be owed.
            debtor.allowance = math.inf
            debtor.go_on(p)
            return
        paid = self._payment(ratio)
        turns = max(int(self.turn_bytes / paid), 1) if debtor.shares else 1
        debt = paid * turns - (debtor.allowance or 0.0)
        work = self.steal(debtor, debt * ratio, ratio)
        if work <= _PAID:
            # Less than a byte of work is not done, but it must not be owed for ever either.
            debtor.allowance = (debtor.allowance or 0.0) + work / ratio
            debtor.go_on(p)
        elif marking.work_for_assists > 0 or marking.roots_for_assists_ns > 0:
            self._work(p, work, ratio, turns)
        else:
            self.wait(p, debtor, min(work, self.turn_bytes * ratio), ratio)

    def _payment(self, ratio: float) -> float:
        """Return the allocation that a goroutine pays for at a time, bytes."""
        match self._setting.mechanisms.over_assist:
            case "bytes":
                return OVER_ASSIST_BYTES
            case "work":
                return OVER_ASSIST_WORK / ratio
            case "none":
                return REFILL_BYTES

    def _work(self, p: P, work: float, ratio: float, turns: int) -> None:
        activity, g = p.activity, p.g
        if activity is None or g is None:
            raise RuntimeError(f"{p} runs no goroutine, and cannot owe work")
        p.halt()
        g.activity = Assist(self, activity, work, ratio, turns)
        p.run(g.activity)

    def steal(self, debtor: Debtor, work: float, ratio: float) -> float:
        """Pay for a debt of scan work, bytes, with credit that workers left; return what is still owed."""
        stolen = min(self.marking.credit, work)
        self.marking.credit -= stolen
        debtor.allowance = (debtor.allowance or 0.0) + stolen / ratio
        return work - stolen

    def wait(self, p: P, debtor: Debtor, work: float, ratio: float) -> None:
        """Let the goroutine on a P wait for work to be done: queued until workers have done it, or asleep (1.5)."""
        scheduler = self.scheduler
        g = scheduler.block(p, Cause.ASSIST_QUEUE)
        if self.preemptible:
            debtor.allowance = (debtor.allowance or 0.0) + work / ratio
            self.marking.park(g, work)
        else:
            scheduler.after(_SLEEP_NS, lambda: scheduler.ready(g))
        scheduler.schedule(p)
