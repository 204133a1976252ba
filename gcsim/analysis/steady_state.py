"""One long run: where its warm-up ends, and how precise its mean is although neighbours resemble each other."""

import numpy as np
import numpy.typing as npt

from gcsim.analysis.intervals import Interval, mean_interval

__all__ = ["batch_means", "mser5"]

_BATCH = 5
_BATCHES = 20


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
    squared_error = (squares / kept**2)[::-1]
    return int(np.argmin(squared_error[: batches // 2 + 1])) * _BATCH


def batch_means(values: npt.ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Return the mean of a correlated stationary series and its confidence interval, by twenty batch means.

    Batches that are long beside the correlation have nearly independent means; Schmeiser (Operations Research, 1982)
    finds that ten to thirty batches are enough and more only shorten them.

    Parameters
    ----------
    values : array_like, shape (n,)
        The series in order of time, warm-up removed. The first ``n % 20`` values are dropped: batches are equal.
    confidence : float
        Probability with which the interval holds the true mean.

    Returns
    -------
    Interval
        Its ``n`` is the number of batches.

    Raises
    ------
    ValueError
        If the series is shorter than twenty values.
    """
    series = np.asarray(values, np.float64)
    if len(series) < _BATCHES:
        raise ValueError(f"batch means need at least {_BATCHES} values, found {len(series)}")
    whole = series[len(series) % _BATCHES :].reshape(_BATCHES, -1)
    return mean_interval(whole.mean(axis=1), confidence=confidence)
