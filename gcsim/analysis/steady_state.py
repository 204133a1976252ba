"""One long run: where its warm-up ends, and how precise its mean is although neighbours resemble each other."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from gcsim.analysis.intervals import Interval, mean_interval
from gcsim.recording import mser5

__all__ = ["batch_means", "mser5"]

_BATCHES = 20


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
    return replace(mean_interval(whole.mean(axis=1), confidence=confidence), method="batch means")
