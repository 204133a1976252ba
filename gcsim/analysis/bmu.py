"""Bounded mutator utilization: the least share that the program has of any window of a length or longer.

The measure is that of Sachindran, Moss and Berger (OOPSLA 2004). MMU may fall where a window grows, since a longer
window can hold two pauses where a shorter one holds one; BMU never does, and says what can be relied on.

Whoever looks for the worst window of at least a length w looks for the two instants, w or more apart, between which
collecting is densest. Such a window is w long, and then MMU has found it, or it can be made neither shorter nor longer
without losing density: then it begins where more Ps begin to collect and ends where fewer do. With the density d of the
worst window known, a pair of such edges is denser if ``collected - d * time`` has grown from the one to the other
(Dinkelbach's method, 1967), which one pass over the edges finds. The densest pair found gives the next d, until none is
denser. Of windows twice as long as w or longer one half is at least as dense as the whole, so none of them is missed
where only shorter ones are looked at.
"""

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from gcsim.analysis.mmu import most_collected
from gcsim.analysis.utilization import Steps, pause_steps, recording_pauses, recording_steps, steps, whole_windows
from gcsim.recording import Recording

__all__ = ["bmu", "pause_bmu", "recording_bmu"]

_GROUPS = (4096, 256, 16, 1)
"""How many edges are looked at together, from the first look to the last: a matter of speed."""

_NEAR = 1024
"""Edges are compared by floats only where they lie within so many windows: then rounding is below 1e-12 of a window."""

_Ints = npt.NDArray[np.int64]


def bmu(
    times_ns: npt.ArrayLike,
    collecting_ps: npt.ArrayLike,
    *,
    gomaxprocs: int,
    span_ns: tuple[int, int],
    windows_ns: npt.ArrayLike,
) -> npt.NDArray[np.float64]:
    """Return the exact BMU of a step function at several windows.

    Parameters
    ----------
    times_ns, collecting_ps, gomaxprocs, span_ns, windows_ns
        As in :func:`~gcsim.analysis.mmu.mmu`.

    Returns
    -------
    ndarray, shape (windows,), float64
        Shares between 0 and 1, none greater than the MMU at its window, and none greater than that of a longer window;
        NaN for a window longer than the recorded time.

    Raises
    ------
    ValueError
        As :func:`~gcsim.analysis.mmu.mmu` does.

    Examples
    --------
    Of two pauses a window of 12 ns holds little more than one, a window of 21 ns both:

    >>> bmu([10, 20, 21, 31], [1, 0, 1, 0], gomaxprocs=1, span_ns=(0, 100), windows_ns=[5, 12, 100]).tolist()
    [0.0, 0.047619047619047616, 0.8]
    """
    return _curve(steps(times_ns, collecting_ps, gomaxprocs=gomaxprocs, span_ns=span_ns), windows_ns)


def pause_bmu(
    begins_ns: npt.ArrayLike, ends_ns: npt.ArrayLike, *, span_ns: tuple[int, int], windows_ns: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """Return the exact BMU of a list of pauses.

    Parameters
    ----------
    begins_ns, ends_ns, span_ns, windows_ns
        As in :func:`~gcsim.analysis.mmu.pause_mmu`.

    Returns
    -------
    ndarray, shape (windows,), float64
        As in :func:`bmu`.

    Raises
    ------
    ValueError
        As :func:`~gcsim.analysis.mmu.pause_mmu` does.
    """
    return _curve(pause_steps(begins_ns, ends_ns, span_ns=span_ns), windows_ns)


def recording_bmu(
    recording: Recording, windows_ns: npt.ArrayLike, *, stops_only: bool = False
) -> npt.NDArray[np.float64]:
    """Return the BMU of a run at several windows.

    Parameters
    ----------
    recording, windows_ns, stops_only
        As in :func:`~gcsim.analysis.mmu.recording_mmu`.

    Returns
    -------
    ndarray, shape (windows,), float64
        As in :func:`bmu`.

    Raises
    ------
    ValueError
        As :func:`~gcsim.analysis.mmu.recording_mmu` does.
    """
    return _curve(recording_pauses(recording) if stops_only else recording_steps(recording), windows_ns)


def _curve(of: Steps, windows_ns: npt.ArrayLike) -> npt.NDArray[np.float64]:
    windows = whole_windows(windows_ns)
    ascending, place = np.unique(windows, return_inverse=True)
    fitting = ascending[ascending <= of.end_ns - of.start_ns]
    pairs = _Pairs(of)
    densest = Fraction(0)
    utilization = np.full(len(ascending), np.nan)
    # From the longest on: what is the worst of the longer windows counts for the shorter too.
    for at, most in reversed(list(enumerate(most_collected(of, fitting)))):
        window = int(fitting[at])
        densest = pairs.densest(window, max(densest, Fraction(most, window)))
        utilization[at] = float(1 - densest / of.gomaxprocs)
    return utilization[place]


class _Pairs:
    """Windows from an edge at which more Ps begin to collect to one at which fewer do, or to the end of the span."""

    __slots__ = ("_at_begin", "_at_end", "_begins", "_ends", "_gomaxprocs", "_rounding")

    def __init__(self, of: Steps) -> None:
        last = np.array([of.end_ns])
        # Floats round less if all is counted from the beginning of the span.
        self._begins = of.begins - of.start_ns
        self._at_begin = of.collected_at_begin
        self._ends = np.concatenate((of.ends, last)) - of.start_ns
        self._at_end = np.concatenate((of.collected_at_end, of.until(last)))
        self._gomaxprocs = of.gomaxprocs
        self._rounding = 8 * np.finfo(float).eps * of.gomaxprocs * (of.end_ns - of.start_ns)

    def densest(self, window_ns: int, known: Fraction) -> Fraction:
        """Return how many Ps collect on average in the densest pair of at least a length, or what is known."""
        if known == self._gomaxprocs:
            return known
        begins, ends = self._candidates(window_ns, float(known))
        begun, ended = self._begins[begins], self._ends[ends]
        first = 0
        while first < len(begins):
            origin = int(begun[first])
            last = int(np.searchsorted(begun, origin + _NEAR * window_ns))
            reached = np.searchsorted(ended, (origin + window_ns, origin + (_NEAR + 2) * window_ns))
            known = self._of_near(begins[first:last], ends[slice(*reached)], window_ns, known)
            first = last
        return known

    def _candidates(self, window_ns: int, density: float) -> tuple[_Ints, _Ints]:
        """Return the edges, begins and ends, of all pairs that may be denser."""
        begins, ends = (np.arange(0, len(edges), _GROUPS[0]) for edges in (self._begins, self._ends))
        for size in _GROUPS:
            last_begins = np.minimum(begins + size, len(self._begins)) - 1
            last_ends = np.minimum(ends + size, len(self._ends)) - 1
            # What is collected beyond the density until an edge: at least, at a begin, and at most, at an end.
            least = self._at_begin[begins] - density * self._begins[last_begins]
            most = self._at_end[last_ends] - density * self._ends[ends]
            most_after = np.append(np.maximum.accumulate(most[::-1])[::-1], -np.inf)
            least_before = np.append(np.inf, np.minimum.accumulate(least))
            after = np.searchsorted(self._ends[last_ends], self._begins[begins] + window_ns, side="left")
            before = np.searchsorted(self._begins[begins], self._ends[last_ends] - window_ns, side="right")
            begins = _divided(begins[most_after[after] - least > -self._rounding], size, len(self._begins))
            ends = _divided(ends[most - least_before[before] > -self._rounding], size, len(self._ends))
        return begins, ends

    def _of_near(self, begins: _Ints, ends: _Ints, window_ns: int, known: Fraction) -> Fraction:
        """Return the density of the densest pair of some edges, or what is known."""
        if not len(ends):
            return known
        origin, collected = self._begins[begins[0]], self._at_begin[begins[0]]
        since, at_begin = self._begins[begins] - origin, self._at_begin[begins] - collected
        until, at_end = self._ends[ends] - origin, self._at_end[ends] - collected
        before = np.searchsorted(since, until - window_ns, side="right") - 1
        while True:
            density = float(known)
            spare = at_begin - density * since
            least = np.minimum.accumulate(spare)
            end = int(np.argmax(at_end - density * until - least[before]))
            begin = int(np.argmin(spare[: before[end] + 1]))
            found = Fraction(int(at_end[end] - at_begin[begin]), int(until[end] - since[begin]))
            if found <= known:
                return known
            known = found


def _divided(firsts: _Ints, size: int, count: int) -> _Ints:
    """Divide groups of one of the sizes into those of the next; groups of one stay."""
    finer = _GROUPS[min(_GROUPS.index(size) + 1, len(_GROUPS) - 1)]
    parts = (firsts[:, None] + np.arange(0, size, finer)).ravel()
    return parts[: np.searchsorted(parts, count)]
