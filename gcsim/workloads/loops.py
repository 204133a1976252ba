"""Loops without calls: until Go 1.14 nothing stops them before they end."""

from collections.abc import Callable

from gcsim.kernel import StopClock
from gcsim.runtime import P
from gcsim.vocabulary import Cause, PState

__all__ = ["CallFreeLoop"]


class CallFreeLoop:
    """A goroutine that computes for a while without a safepoint.

    Parameters
    ----------
    clock : StopClock
        The model's clock.
    ns : int
        How long, ns.
    preemptible : bool
        Whether preemption is asynchronous, so that even this loop can be stopped.
    proceed : callable
        Called with the P at its end.
    """

    __slots__ = ("_clock", "_left", "_proceed", "_since", "preemptible", "state")

    def __init__(self, clock: StopClock, ns: int, proceed: Callable[[P], None], *, preemptible: bool) -> None:
        self.state = PState.MUTATOR
        self.preemptible = preemptible
        self._clock = clock
        self._left = ns
        self._proceed = proceed
        self._since = 0

    def begin(self, p: P) -> int | None:  # noqa: ARG002 - an Activity is given its P
        """Go on with the loop."""
        self._since = self._clock.now
        return self._left

    def pause(self, p: P) -> None:  # noqa: ARG002
        """Count what is done."""
        now = self._clock.now
        self._left -= now - self._since
        self._since = now

    def finish(self, p: P) -> None:
        """Go on with the goroutine's program."""
        p.halt()
        self._proceed(p)

    def safepoint_ns(self) -> int:
        """Return what is left of the loop, ns; nothing where preemption is asynchronous."""
        return 0 if self.preemptible else max(self._left - (self._clock.now - self._since), 0)

    def delayed(self, wait_ns: int, cause: Cause) -> None:
        """Ignore the wait: a loop is no operation."""
