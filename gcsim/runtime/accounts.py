"""Running totals over all Ps, kept as they change state."""

from typing import TYPE_CHECKING

from gcsim.vocabulary import PState

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["COLLECTING", "WORKERS", "Accounts"]

WORKERS = frozenset({PState.DEDICATED, PState.FRACTIONAL, PState.IDLE_WORKER})
"""States in which a P marks and no goroutine of the user's runs on it."""

COLLECTING = frozenset(
    {PState.ASSIST, PState.DEDICATED, PState.FRACTIONAL, PState.ROOT_SCAN, PState.STOPPING, PState.STOPPED}
)
"""States that mutator utilization counts as the collector's; as in Go's own MMU tool, idle workers are not there."""


_IDLES, _WORKS, _COLLECTS = (
    tuple(int(state in states) for state in PState) for states in ({PState.IDLE}, WORKERS, COLLECTING)
)
"""The same by state, for a look at every change."""


class Accounts:
    """Totals over the Ps.

    Parameters
    ----------
    ps : int
        How many there are; all of them begin idle.

    Attributes
    ----------
    idle : int
        Number of idle Ps.
    collecting : int
        Number of Ps in a :data:`COLLECTING` state.
    on_collecting : callable or None
        Probe: told the time, ns, and the new number whenever it changes.
    """

    __slots__ = ("_worker_ns", "_worker_since", "_workers", "collecting", "idle", "on_collecting")

    def __init__(self, ps: int) -> None:
        self.idle = ps
        self.collecting = 0
        self.on_collecting: Callable[[int, int], None] | None = None
        self._workers = 0
        self._worker_ns = 0
        self._worker_since = 0

    def changed(self, old: PState, new: PState, now: int) -> None:
        """Note that a P went from one state to another at a time, ns."""
        self.idle += _IDLES[new] - _IDLES[old]
        worker = _WORKS[new] - _WORKS[old]
        if worker:
            self._worker_ns = self.worker_ns(now)
            self._worker_since = now
            self._workers += worker
        collecting = _COLLECTS[new] - _COLLECTS[old]
        if collecting:
            self.collecting += collecting
            if self.on_collecting is not None:
                self.on_collecting(now, self.collecting)

    def worker_ns(self, now: int) -> int:
        """Return the time that mark workers have held Ps, summed over the Ps, ns."""
        return self._worker_ns + self._workers * (now - self._worker_since)
