"""Two configurations under common random numbers: how much they differ.

Replication r of one and replication r of the other draw from the same streams, so what chance does to both cancels in
their difference (Conway, Management Science 10, 1963; Law, Simulation Modeling and Analysis, 5th ed., section 11.2).
The differences are independent of each other, and one interval is put around their mean: the paired-t interval.
"""

import numpy as np
import numpy.typing as npt

from gcsim.analysis.intervals import Interval, interval

__all__ = ["paired_difference", "paired_ratio"]


def paired_difference(a: npt.ArrayLike, b: npt.ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Return how much larger b is than a, and how sure one may be of it.

    Parameters
    ----------
    a, b : array_like, shape (n,)
        A metric of two configurations, in the same replications and the same order.
    confidence : float
        Probability with which the interval is to hold the difference of the true means.

    Returns
    -------
    Interval
        Of the mean of ``b - a``; if it does not hold 0, chance alone hardly explains the difference.

    Raises
    ------
    ValueError
        If the replications are not the same in number, there is none, or a value is not finite.

    Examples
    --------
    >>> found = paired_difference([10, 20, 30], [11.9, 22, 32.1])
    >>> round(found.low, 2), round(found.mean, 2), round(found.high, 2)
    (1.75, 2.0, 2.25)
    """
    first, second = _pair(a, b)
    return interval(second - first, confidence=confidence)


def paired_ratio(a: npt.ArrayLike, b: npt.ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Return how many times a the mean of b is, and how sure one may be of it.

    Parameters
    ----------
    a, b : array_like, shape (n,)
        A metric of two configurations, in the same replications and the same order.
    confidence : float
        Probability with which the interval is to hold the ratio of the true means.

    Returns
    -------
    Interval
        Around ``mean(b) / mean(a)``.

    Raises
    ------
    ValueError
        As :func:`paired_difference`, and if the mean of `a` is 0.

    Notes
    -----
    The ratio r is where the mean of ``b - r * a`` is 0. Its interval is that mean's, divided by the mean of a: the
    delta method (Cochran, Sampling Techniques, 3rd ed., 1977, chapter 6), good where the mean of a is itself known to
    a small share.

    Examples
    --------
    >>> found = paired_ratio([10, 20, 30], [11, 22, 33])
    >>> round(found.low, 3), round(found.mean, 3), round(found.high, 3)
    (1.1, 1.1, 1.1)
    """
    first, second = _pair(a, b)
    scale = float(first.mean())
    if not scale:
        raise ValueError("a ratio needs a mean other than 0 below it")
    ratio = float(second.mean()) / scale
    around = interval((second - ratio * first) / scale, confidence=confidence)
    return Interval(ratio, ratio + around.low, ratio + around.high, around.n, around.method)


def _pair(a: npt.ArrayLike, b: npt.ArrayLike) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    first, second = np.asarray(a, np.float64), np.asarray(b, np.float64)
    if first.shape != second.shape:
        raise ValueError(f"a pair for each replication: found {len(first)} values and {len(second)}")
    if not len(first):
        raise ValueError("a mean needs at least one value")
    return first, second
