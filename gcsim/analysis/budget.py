"""How a run kept its pause budget: at most so long stopped in every window."""

from typing import Any

import numpy as np
import numpy.typing as npt

from gcsim.recording import Recording

__all__ = ["compliance", "stopped_in_window_ns"]


def stopped_in_window_ns(begins_ns: npt.ArrayLike, ends_ns: npt.ArrayLike, window_ns: int) -> npt.NDArray[np.int64]:
    """Return how long the world was stopped in the window that ends with each stop.

    The window with the most stopped time ends with a stop, or begins with one and holds no more.

    Parameters
    ----------
    begins_ns, ends_ns : array_like, shape (stops,), int
        Where each stop begins and ends, ns, in order of time and apart from each other.
    window_ns : int
        Length of the window, ns.

    Returns
    -------
    ndarray, shape (stops,), int64
        ns.

    Examples
    --------
    >>> stopped_in_window_ns([0, 20, 90], [8, 30, 95], 25).tolist()
    [8, 13, 5]
    """
    begins, ends = np.asarray(begins_ns, np.int64), np.asarray(ends_ns, np.int64)
    total = np.cumsum(ends - begins)
    before = np.concatenate(([0], total))
    first = ends - window_ns
    # What had been stopped by the time the window began: whole stops, and the part of one that it cuts.
    whole = np.searchsorted(ends, first, side="right")
    cut = np.zeros(len(ends), np.int64)
    inside = whole < len(ends)
    cut[inside] = np.maximum(first[inside] - begins[whole[inside]], 0)
    return np.asarray(total - before[whole] - cut)


def compliance(recording: Recording, *, pause_ns: int, window_ns: int) -> dict[str, Any]:
    """Return how a run kept a promise about its stops.

    Parameters
    ----------
    recording : Recording
        One run.
    pause_ns, window_ns : int
        At most the first is to be stopped in each of the second, ns.

    Returns
    -------
    dict
        ``pause_ns``, ``window_ns``; ``cycles_over_share``: share of the completed collections with a stop that ends a
        window in which more was stopped; ``stopped_ns``: the most that was stopped in any window, ns;
        ``longest_indivisible_ns`` and ``attainable``: where stops are cut to keep the promise, the longest that the
        last stop of a collection, which cannot be cut, was expected to take, and whether that is within the pause. None
        where there is nothing to say.
    """
    requested = np.asarray(recording.pauses["requested_ns"], np.int64)
    stopped = stopped_in_window_ns(requested, np.asarray(recording.pauses["end_ns"], np.int64), window_ns)
    completed = np.asarray(recording.cycles["cycle"], np.int64)
    over = np.unique(np.asarray(recording.pauses["cycle"], np.int64)[stopped > pause_ns])
    last = recording.last_stop_ns or None
    return {
        "pause_ns": pause_ns,
        "window_ns": window_ns,
        "cycles_over_share": float(np.isin(completed, over).mean()) if len(completed) else None,
        "stopped_ns": int(stopped.max()) if len(stopped) else None,
        "longest_indivisible_ns": last,
        "attainable": None if last is None else last <= pause_ns,
    }
