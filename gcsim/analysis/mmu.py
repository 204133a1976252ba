"""Minimum mutator utilization: the least share of any window of time that the program has for itself.

The measure is Cheng and Blelloch's (PLDI 2001), utilization that of :mod:`gcsim.analysis.utilization`.

The integral of a step function over a sliding window is piecewise linear in the window's position, so its extremes lie
where the window begins or ends at a step. Of these only two kinds can be a minimum: the window begins where utilization
falls, or ends where it rises. The integrals are exact; the one rounding is the final division.

Most of a million such windows need not be looked at. What is collected until an instant never falls, so of the windows
that begin between two instants none can hold more than what is collected from the first until the end of the last
window. Groups of windows whose bound is no worse than the worst window found are dropped, the others divided. And a
window that has grown since it was last looked at holds no more than it held then and the worst of what was added.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from gcsim.analysis.utilization import Steps, pause_steps, recording_pauses, recording_steps, steps, whole_windows
from gcsim.recording import Recording

__all__ = ["mmu", "most_collected", "pause_mmu", "recording_mmu"]

_GROUPS = (16384, 512, 64, 8, 1)
"""How many windows are looked at together, from the first look to the last: a matter of speed."""

_Ints = npt.NDArray[np.int64]


def mmu(
    times_ns: npt.ArrayLike,
    collecting_ps: npt.ArrayLike,
    *,
    gomaxprocs: int,
    span_ns: tuple[int, int],
    windows_ns: npt.ArrayLike,
) -> npt.NDArray[np.float64]:
    """Return the exact MMU of a step function at several windows.

    Parameters
    ----------
    times_ns : array_like, shape (steps,), int
        Where the steps begin, ns, in order; equal times are allowed, the last of them holds.
    collecting_ps : array_like, shape (steps,), int
        Ps that collect or stand still from then on, 0 to `gomaxprocs`. Before the first step it is 0.
    gomaxprocs : int
        Number of Ps.
    span_ns : tuple of int
        Start and end of the recorded time, ns; a window lies wholly inside it. Steps outside are cut off.
    windows_ns : array_like, shape (windows,), int
        Lengths of the windows, ns, positive.

    Returns
    -------
    ndarray, shape (windows,), float64
        Shares between 0 and 1; NaN for a window longer than the recorded time, of which there is no instance.

    Raises
    ------
    ValueError
        If the steps are out of order, a count of Ps is impossible or a window is not positive.

    Examples
    --------
    One of two Ps collects for 10 ns, then both for 5 ns, in 100 ns:

    >>> mmu([20, 30, 35], [1, 2, 0], gomaxprocs=2, span_ns=(0, 100), windows_ns=[5, 15, 100]).tolist()
    [0.0, 0.3333333333333333, 0.9]
    """
    return _curve(steps(times_ns, collecting_ps, gomaxprocs=gomaxprocs, span_ns=span_ns), windows_ns)


def pause_mmu(
    begins_ns: npt.ArrayLike, ends_ns: npt.ArrayLike, *, span_ns: tuple[int, int], windows_ns: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """Return the exact MMU of a list of pauses: utilization is 0 in a pause and 1 outside.

    Parameters
    ----------
    begins_ns, ends_ns : array_like, shape (pauses,), int
        Where each pause begins and ends, ns, in order of time; pauses may touch but not overlap.
    span_ns, windows_ns
        As in :func:`mmu`.

    Returns
    -------
    ndarray, shape (windows,), float64
        As in :func:`mmu`.

    Raises
    ------
    ValueError
        If pauses overlap or are out of order, or a window is not positive.

    Examples
    --------
    >>> pause_mmu([10, 50], [20, 55], span_ns=(0, 100), windows_ns=[10, 45, 1000]).tolist()
    [0.0, 0.6666666666666666, nan]
    """
    return _curve(pause_steps(begins_ns, ends_ns, span_ns=span_ns), windows_ns)


def recording_mmu(
    recording: Recording, windows_ns: npt.ArrayLike, *, stops_only: bool = False
) -> npt.NDArray[np.float64]:
    """Return the MMU of a run at several windows.

    Parameters
    ----------
    recording : Recording
        One run.
    windows_ns : array_like, shape (windows,), int
        Lengths of the windows, ns.
    stops_only : bool
        Whether only the stops of the world count, each from its request to its end, rather than all that the
        collector does: stops, marking and sweeping as ``utilization`` of the recording counts them.

    Returns
    -------
    ndarray, shape (windows,), float64
        As in :func:`mmu`.

    Raises
    ------
    ValueError
        As :func:`mmu` does.
    """
    return _curve(recording_pauses(recording) if stops_only else recording_steps(recording), windows_ns)


def most_collected(of: Steps, windows_ns: npt.NDArray[np.int64]) -> list[int]:
    """Return the most that is collected in any window of each of several lengths.

    Parameters
    ----------
    of : Steps
        Ps that collect.
    windows_ns : ndarray, shape (windows,), int64
        Lengths of the windows, ns, in ascending order, positive and no longer than the span.

    Returns
    -------
    list of int
        Ns of Ps, each at most the window times the number of Ps.
    """
    kinds = (
        _Windows(of, of.begins, of.collected_at_begin, reach=1),
        _Windows(of, of.ends, of.collected_at_end, reach=-1),
    )
    lengths, most = [0], [0]
    for window in map(int, windows_ns):
        # A window is one of the last length and one of what was added to it.
        added = window - lengths[-1]
        shorter = bisect_left(lengths, added)
        grown = most[shorter] if shorter < len(most) else added * of.gomaxprocs
        worst = window * of.gomaxprocs
        if window > of.longest_stop_ns:
            outermost = np.array([of.start_ns, of.end_ns - window])
            worst = int((of.until(outermost + window) - of.until(outermost)).max())
        for kind in kinds:
            worst = kind.worst(window, grown, worst)
        lengths.append(window)
        most.append(worst)
    return most[1:]


class _Windows:
    """Windows that begin at given edges and reach forward, or end there and reach back."""

    __slots__ = ("_bounds", "_collected", "_edges", "_of", "_reach")

    def __init__(
        self, of: Steps, edges: npt.NDArray[np.int64], collected: npt.NDArray[np.int64], *, reach: Literal[1, -1]
    ) -> None:
        self._of = of
        self._edges = edges
        self._collected = collected
        self._reach = reach
        self._bounds = np.zeros(len(edges), np.int64)  # what the window of each edge collects at most

    def worst(self, window_ns: int, grown: int, worst: int) -> int:
        """Return the most that one of them collects, or what is known to be collected in another.

        Parameters
        ----------
        window_ns : int
            Their length, ns.
        grown : int
            The most by which their length can have made them collect more since the last call.
        worst : int
            The most that another window of the length collects.
        """
        self._bounds += grown
        edges, reach = self._edges, self._reach
        first, last = 0, len(edges)
        if reach > 0:
            last = int(np.searchsorted(edges, self._of.end_ns - window_ns, side="right"))
        else:
            first = int(np.searchsorted(edges, self._of.start_ns + window_ns, side="left"))
        groups = np.arange(first, last, _GROUPS[0])
        bounds = self._most(groups, _GROUPS[0], last, window_ns)
        for which in np.argsort(-bounds, kind="stable"):
            if bounds[which] <= worst:
                break
            at = groups[which : which + 1]
            for size, finer in pairwise(_GROUPS):
                at = (at[:, None] + np.arange(0, size, finer)).ravel()
                at = at[: np.searchsorted(at, last)]
                if finer > 1:
                    at = at[self._most(at, finer, last, window_ns) > worst]
            at = at[self._bounds[at] > worst]
            self._bounds[at] = self._most(at, 1, last, window_ns)
            worst = max(worst, int(self._bounds[at].max(initial=0)))
        return worst

    def _most(self, firsts: _Ints, size: int, last: int, window_ns: int) -> _Ints:
        """Return the most that a window of each group can collect; of a group of one it is what it collects."""
        lasts = np.minimum(firsts + size, last) - 1
        far, near = (lasts, firsts) if self._reach > 0 else (firsts, lasts)
        until = self._of.until(self._edges[far] + self._reach * window_ns)
        collected: _Ints = self._reach * (until - self._collected[near])
        return np.minimum(collected, window_ns * self._of.gomaxprocs)


def _curve(of: Steps, windows_ns: npt.ArrayLike) -> npt.NDArray[np.float64]:
    windows = whole_windows(windows_ns)
    ascending, place = np.unique(windows, return_inverse=True)
    fitting = ascending[ascending <= of.end_ns - of.start_ns]
    available = fitting * of.gomaxprocs
    utilization = np.full(len(ascending), np.nan)
    # One division of integers: a window with no time for the program gives exactly 0.
    utilization[: len(fitting)] = (available - np.array(most_collected(of, fitting), np.int64)) / available
    return utilization[place]
