"""The size of the heap."""

import numpy as np
import numpy.typing as npt

from gcsim.recording import Recording

__all__ = ["heap_at", "heap_bytes"]


def heap_bytes(recording: Recording) -> dict[str, int]:
    """Return the heap in three numbers.

    Parameters
    ----------
    recording : Recording
        One run.

    Returns
    -------
    dict of str to int
        Bytes: ``live`` (reachable at the end), ``peak`` (the most that the runtime counted in the window) and ``goal``
        (at the end).
    """
    return {"live": recording.heap_live, "peak": recording.heap_peak, "goal": recording.heap_goal}


def heap_at(recording: Recording, times_ns: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Return the heap that the runtime counts, at any instants of a run.

    Parameters
    ----------
    recording : Recording
        One run; its heap is linear between the recorded corners.
    times_ns : array_like, shape (n,), int
        Instants, simulated ns since the process began.

    Returns
    -------
    ndarray, shape (n,), float64
        Bytes; NaN before the first and after the last corner. Where two corners share an instant, the later one holds.
    """
    corners = np.asarray(recording.heap["time_ns"], np.int64)
    live = np.asarray(recording.heap["live_bytes"], np.int64)
    times = np.asarray(times_ns, np.int64)
    if len(corners) == 0:
        return np.full(times.shape, np.nan)
    return np.interp(times, corners, live, left=np.nan, right=np.nan)
