"""Where the warm-up of a run ends: after the set-up it may still be on its way to the state in which it stays."""

import numpy as np
import numpy.typing as npt

from gcsim.recording.tables import Recording

__all__ = ["mser5", "transient_ns"]

_BATCH = 5
_ROUNDING = 1e-12  # of a sum of some thousand squares


def mser5(values: npt.ArrayLike) -> int:
    """Return how many leading values to drop as warm-up, by the rule MSER-5.

    White (Simulation, 1997) drops as much as makes the standard error of the mean of the rest smallest; White, Cobb and
    Spratt (Winter Simulation Conference, 2000) take means of five values first. A cut in the second half is not
    trusted and not looked for.

    Parameters
    ----------
    values : array_like, shape (n,)
        The series in order of time.

    Returns
    -------
    int
        A multiple of 5, at most half of `values`.

    Raises
    ------
    ValueError
        If the series is shorter than ten values.
    """
    series = np.asarray(values, np.float64)
    batches = len(series) // _BATCH
    if batches < 2:  # noqa: PLR2004 - a spread needs two
        raise ValueError(f"MSER-5 needs at least {2 * _BATCH} values, found {len(series)}")
    means = series[: batches * _BATCH].reshape(batches, _BATCH).mean(axis=1)
    # Centred first: the sum of squares loses no digits to the square of the mean.
    backwards = (means - means.mean())[::-1]
    kept = np.arange(1, batches + 1)
    squares = np.cumsum(backwards**2) - np.cumsum(backwards) ** 2 / kept
    # Where the rest does not vary, rounding would choose the cut.
    squares[squares <= _ROUNDING * squares.max()] = 0
    squared_error = (squares / kept**2)[::-1]
    return int(np.argmin(squared_error[: batches // 2 + 1])) * _BATCH


def transient_ns(recording: Recording) -> int | None:
    """Return how much of a run MSER-5 takes for warm-up.

    The series is the time from one collection's end to the next. Whatever is not yet as it will be shows in it: a live
    heap that grows, a pacer that looks for its trigger, mutators that are slower or faster than they will be; and it
    is a series with a value for each collection, so a cut in it leaves whole collections. Pauses and heaps show some of
    these things and miss others: a pacer moves the trigger and leaves the pause as it is.

    Parameters
    ----------
    recording : Recording
        One run.

    Returns
    -------
    int or None
        ns from the beginning of the recorded window to the end of the last collection that is cut, 0 if none is; None
        if there are fewer than ten collections, which is too few to judge by.
    """
    ends = np.asarray(recording.cycles["end_ns"], np.int64)
    if len(ends) < 2 * _BATCH:
        return None
    cut = mser5(np.diff(ends, prepend=recording.start_ns))
    return int(ends[cut - 1]) - recording.start_ns if cut else 0
