"""How many Ps collect, as an exact step function of time: what the curves of utilization are computed from.

Utilization at an instant is the share of the Ps that the collector neither uses nor holds still, as Go's own analysis
defines it (go1.12 ``internal/trace/gc.go``). Times and counts of Ps are integers, hence every integral here is exact.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gcsim.recording import Recording

__all__ = ["Steps", "pause_steps", "recording_pauses", "recording_steps", "steps", "whole_windows"]

_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Steps:
    """A step function over a span of time, with its integral.

    Attributes
    ----------
    gomaxprocs : int
        Number of Ps.
    start_ns, end_ns : int
        The span.
    edges, levels, collected : ndarray, shape (edges,), int64
        From each edge on, ns, so many Ps collect; and what they have collected from the start until there, ns of Ps.
    begins, collected_at_begin : ndarray, int64
        Edges at which more Ps begin to collect.
    ends, collected_at_end : ndarray, int64
        Edges at which fewer do.
    longest_stop_ns : int
        The longest step in which all Ps collect, ns.
    """

    gomaxprocs: int
    start_ns: int
    end_ns: int
    edges: _Ints
    levels: _Ints
    collected: _Ints
    begins: _Ints
    collected_at_begin: _Ints
    ends: _Ints
    collected_at_end: _Ints
    longest_stop_ns: int

    def until(self, instants: _Ints) -> _Ints:
        """Return what was collected from the start until each of some instants.

        Parameters
        ----------
        instants : ndarray, shape (instants,), int64
            Instants inside the span, ns, in ascending order.

        Returns
        -------
        ndarray, shape (instants,), int64
            Ns of Ps.
        """
        if not len(instants):
            return instants
        # Only the steps that the instants lie in are searched: a few fit into the processor's cache.
        first = int(np.searchsorted(self.edges, instants[0], side="right")) - 1
        last = int(np.searchsorted(self.edges, instants[-1], side="right"))
        step = first + np.searchsorted(self.edges[first:last], instants, side="right") - 1
        return np.asarray(self.collected[step] + self.levels[step] * (instants - self.edges[step]))


def steps(times_ns: npt.ArrayLike, collecting_ps: npt.ArrayLike, *, gomaxprocs: int, span_ns: tuple[int, int]) -> Steps:
    """Return a checked step function.

    Parameters
    ----------
    times_ns : array_like, shape (steps,), int
        Where the steps begin, ns, in order; equal times are allowed, the last of them holds.
    collecting_ps : array_like, shape (steps,), int
        Ps that collect or stand still from then on, 0 to `gomaxprocs`. Before the first step it is 0.
    gomaxprocs : int
        Number of Ps.
    span_ns : tuple of int
        Start and end of the recorded time, ns. Steps outside are cut off.

    Returns
    -------
    Steps

    Raises
    ------
    ValueError
        If the steps are out of order or a count of Ps is impossible.
    """
    times = np.asarray(times_ns, np.int64)
    counts = np.asarray(collecting_ps, np.int64)
    if np.any(times[1:] < times[:-1]):
        raise ValueError("the steps of a utilization must be in order of time")
    if counts.min(initial=0) < 0 or counts.max(initial=0) > gomaxprocs:
        raise ValueError(f"a step must say between 0 and {gomaxprocs} Ps")
    start_ns, end_ns = span_ns
    first, last = np.searchsorted(times, start_ns, side="right"), np.searchsorted(times, end_ns, side="left")
    at_start = counts[first - 1] if first else 0
    edges = np.concatenate(([start_ns], times[first:last]))
    levels = np.concatenate(([at_start], counts[first:last]))
    lengths = np.diff(edges, append=end_ns)
    collected = np.empty_like(edges)
    collected[0] = 0
    np.cumsum(levels[:-1] * lengths[:-1], out=collected[1:])
    change = np.diff(levels, prepend=0)
    more, less = np.flatnonzero(change > 0), np.flatnonzero(change < 0)
    return Steps(
        gomaxprocs=gomaxprocs,
        start_ns=start_ns,
        end_ns=end_ns,
        edges=edges,
        levels=levels,
        collected=collected,
        begins=edges[more],
        collected_at_begin=collected[more],
        ends=edges[less],
        collected_at_end=collected[less],
        longest_stop_ns=int(lengths[levels == gomaxprocs].max(initial=0)),
    )


def pause_steps(begins_ns: npt.ArrayLike, ends_ns: npt.ArrayLike, *, span_ns: tuple[int, int]) -> Steps:
    """Return the step function of a list of pauses: one P, which collects in a pause and never outside.

    Parameters
    ----------
    begins_ns, ends_ns : array_like, shape (pauses,), int
        Where each pause begins and ends, ns, in order of time; pauses may touch but not overlap.
    span_ns : tuple of int
        As in :func:`steps`.

    Returns
    -------
    Steps

    Raises
    ------
    ValueError
        If pauses overlap or are out of order.
    """
    times = np.column_stack((np.asarray(begins_ns, np.int64), np.asarray(ends_ns, np.int64))).ravel()
    return steps(times, np.tile([1, 0], len(times) // 2), gomaxprocs=1, span_ns=span_ns)


def recording_steps(recording: Recording) -> Steps:
    """Return the step function of a run: stops, marking and sweeping as its ``utilization`` counts them.

    Raises
    ------
    ValueError
        As :func:`steps` does.
    """
    return steps(
        np.asarray(recording.utilization["time_ns"], np.int64),
        np.asarray(recording.utilization["collecting_ps"], np.int64),
        gomaxprocs=recording.gomaxprocs,
        span_ns=(recording.start_ns, recording.end_ns),
    )


def recording_pauses(recording: Recording) -> Steps:
    """Return the step function of the stops of a run alone, from the request to the end as Go's ``PauseNs`` has them.

    Raises
    ------
    ValueError
        If stops overlap.
    """
    return pause_steps(
        np.asarray(recording.pauses["requested_ns"], np.int64),
        np.asarray(recording.pauses["end_ns"], np.int64),
        span_ns=(recording.start_ns, recording.end_ns),
    )


def whole_windows(windows_ns: npt.ArrayLike) -> _Ints:
    """Return lengths of windows as an array.

    Raises
    ------
    ValueError
        If one is not positive.
    """
    windows = np.atleast_1d(np.asarray(windows_ns, np.int64))
    if np.any(windows <= 0):
        raise ValueError("a window must be longer than 0 ns")
    return windows
