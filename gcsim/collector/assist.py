"""Mark assists: an allocating goroutine pays for what it allocates while the heap is being marked.

Sources: ``gcAssistAlloc``, go1.5 mgcmark.go:147, go1.6 :316, go1.7 :385-427, go1.8 :420. How far ahead a goroutine pays, and what it does
when there is no work to be had, are mechanisms (``over_assist``, ``assist``).
"""

from typing import TYPE_CHECKING, Protocol

from gcsim.vocabulary import Cause, PState

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.collector.marking import Marking
    from gcsim.kernel import StopClock
    from gcsim.runtime import P, Activity, Scheduler

__all__ = ["OVER_ASSIST_BYTES", "OVER_ASSIST_WORK", "REFILL_BYTES", "Assist", "Debtor"]

OVER_ASSIST_BYTES = 1 << 20
"""``gcOverAssistBytes``: a goroutine of 1.6 pays for 1 MiB of allocation ahead (go1.6 mgc.go)."""

OVER_ASSIST_WORK = 64 << 10
"""``gcOverAssistWork``: from 1.7 it does at least 64 KiB of scan work at a time (go1.7 mgc.go:747)."""

REFILL_BYTES = 8192
"""1.5 looks at the debt only when a span of 8 KiB is used up (go1.5 malloc.go:707)."""


class Debtor(Protocol):
    """The activity of a goroutine that allocates: its assist goes on with it."""

    allowance: float | None
    """Bytes that it may still allocate before it must assist; None while nothing is marked."""

    def go_on(self, p: "P") -> None:
        """Go on with a new allowance."""

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the operation in flight."""


class Assist:
    """One assist: an activity that takes the place of the goroutine's own until the work is done.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    scheduler : Scheduler
        Runs the goroutine.
    marking : Marking
        Where the work comes from.
    debtor : Activity
        The goroutine's own activity; it must be a :class:`Debtor` too.
    work : float
        Scan work to do, bytes.
    ratio : float
        Scan work owed per allocated byte.
    preemptible : bool
        Whether sysmon may interrupt it (from 1.6).
    spent : callable
        Told the CPU time of the assist, ns.
    """

    __slots__ = ("_clock", "_debtor", "_marking", "_ratio", "_scheduler", "_since", "_spent", "_work", "preemptible", "state")

    def __init__(
        self,
        *,
        clock: "StopClock",
        scheduler: "Scheduler",
        marking: "Marking",
        debtor: "Activity",
        work: float,
        ratio: float,
        preemptible: bool,
        spent: "Callable[[int], None]",
    ) -> None:
        self.state = PState.ASSIST
        self.preemptible = preemptible
        self._clock = clock
        self._scheduler = scheduler
        self._marking = marking
        self._debtor = debtor
        self._work = work
        self._ratio = ratio
        self._spent = spent
        self._since = 0

    @property
    def debtor(self) -> "Activity":
        """What the goroutine goes on with."""
        return self._debtor

    def begin(self, p: "P") -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Mark until the work is done."""
        self._since = self._clock.now
        if not self._marking.active:
            return 0
        self._marking.join(assists=1)
        return max(round(self._work / self._marking.assist_bytes_per_ns), 1)

    def pause(self, p: "P") -> None:  # noqa: ARG002
        """Count what was done as allocation paid for."""
        took = self._clock.now - self._since
        if self._marking.active:
            self._marking.join(assists=-1)
            done = min(took * self._marking.assist_bytes_per_ns, self._work)
            self._work -= done
            debtor: Debtor = self._debtor  # type: ignore[assignment]
            if debtor.allowance is not None:
                debtor.allowance += done / self._ratio
        self._spent(took)
        self._debtor.delayed(took, Cause.MARK_ASSIST)

    def finish(self, p: "P") -> None:
        """Let the goroutine go on with what it did."""
        p.halt()
        g = p.g
        if g is not None:
            g.activity = self._debtor
            p.run(self._debtor)

    def safepoint_ns(self) -> int:
        """Return 0 where an assist can be stopped between two objects, else what is left of it, ns."""
        if self.preemptible or not self._marking.active:
            return 0
        took = self._clock.now - self._since
        return max(round(self._work / self._marking.assist_bytes_per_ns) - took, 0)

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Charge a wait to the operation that allocates."""
        self._debtor.delayed(wait_ns, cause)
