"""Minimum mutator utilization: the least share of any window of time that the program has for itself.

The measure is Cheng and Blelloch's (PLDI 2001). Utilization at an instant is the share of the Ps that the collector
neither uses nor holds still, as Go's own analysis defines it (go1.12 ``internal/trace/gc.go``).

The integral of a step function over a sliding window is piecewise linear in the window's position, so its extremes lie
where the window begins or ends at a step. Of these only two kinds can be a minimum: the window begins where utilization
falls, or ends where it rises. Times and counts of Ps are integers, hence every integral here is exact; the one rounding
is the final division.
"""

import numpy as np
import numpy.typing as npt

from gcsim.recording import Recording

__all__ = ["mmu", "pause_mmu", "recording_mmu"]


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
    times = np.asarray(times_ns, np.int64)
    steps = np.asarray(collecting_ps, np.int64)
    windows = np.atleast_1d(np.asarray(windows_ns, np.int64))
    if np.any(times[1:] < times[:-1]):
        raise ValueError("the steps of a utilization must be in order of time")
    if np.any((steps < 0) | (steps > gomaxprocs)):
        raise ValueError(f"a step must say between 0 and {gomaxprocs} Ps")
    if np.any(windows <= 0):
        raise ValueError("a window must be longer than 0 ns")

    start_ns, end_ns = span_ns
    edges = np.concatenate(([start_ns], np.clip(times, start_ns, end_ns)))
    levels = np.concatenate(([0], steps))
    # Time of Ps that collect, from the start until each edge.
    collected = np.concatenate(([0], np.cumsum(levels[:-1] * np.diff(edges))))
    change = np.diff(levels, prepend=0)
    more, less = change > 0, change < 0
    begins, collected_at_begin = edges[more], collected[more]
    ends, collected_at_end = edges[less], collected[less]

    def until(instants: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        step = np.searchsorted(edges, instants, side="right") - 1
        return np.asarray(collected[step] + levels[step] * (instants - edges[step]))

    def most_collected(window: int) -> int:
        last_begin = np.searchsorted(begins, end_ns - window, side="right")
        first_end = np.searchsorted(ends, start_ns + window, side="left")
        outermost = until(np.array([start_ns + window, end_ns])) - until(np.array([start_ns, end_ns - window]))
        from_begin = until(begins[:last_begin] + window) - collected_at_begin[:last_begin]
        to_end = collected_at_end[first_end:] - until(ends[first_end:] - window)
        return int(max(part.max(initial=0) for part in (outermost, from_begin, to_end)))

    fits = windows <= end_ns - start_ns
    utilization = np.full(len(windows), np.nan)
    worst = np.array([most_collected(int(window)) for window in windows[fits]], np.int64)
    # One division of integers: a window with no time for the program gives exactly 0.
    available = windows[fits] * gomaxprocs
    utilization[fits] = (available - worst) / available
    return utilization


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
    times = np.column_stack((np.asarray(begins_ns, np.int64), np.asarray(ends_ns, np.int64))).ravel()
    stopped = np.tile([1, 0], len(times) // 2)
    return mmu(times, stopped, gomaxprocs=1, span_ns=span_ns, windows_ns=windows_ns)


def recording_mmu(recording: Recording, windows_ns: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return the MMU of a run at several windows: stops, marking and sweeping as its ``utilization`` counts them.

    Parameters
    ----------
    recording : Recording
        One run.
    windows_ns : array_like, shape (windows,), int
        Lengths of the windows, ns.

    Returns
    -------
    ndarray, shape (windows,), float64
        As in :func:`mmu`.

    Raises
    ------
    ValueError
        As :func:`mmu` does.
    """
    return mmu(
        np.asarray(recording.utilization["time_ns"], np.int64),
        np.asarray(recording.utilization["collecting_ps"], np.int64),
        gomaxprocs=recording.gomaxprocs,
        span_ns=(recording.start_ns, recording.end_ns),
        windows_ns=windows_ns,
    )
