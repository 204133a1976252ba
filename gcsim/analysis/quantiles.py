"""How precise a quantile is."""

import numpy as np
import numpy.typing as npt

__all__ = ["quantile_interval"]


def quantile_interval(values: npt.ArrayLike, share: float, *, confidence: float = 0.95) -> tuple[float, float]:
    """Return the interval of a quantile, whatever the distribution: two of the values themselves.

    How many of n independent values lie below the true quantile is binomial, so the l-th and the u-th smallest enclose
    it with a probability that is known (Thompson, Annals of Mathematical Statistics 7, 1936; David and Nagaraja, Order
    Statistics, 3rd ed., section 7.1).

    Parameters
    ----------
    values : array_like, shape (n,)
        Independent values, such as the pauses of a steady run's collections, in any order.
    share : float
        Which quantile, between 0 and 1.
    confidence : float
        Least probability with which the interval holds the true quantile.

    Returns
    -------
    low, high : float
        In the unit of `values`; infinite where there are too few of them on a side: a median needs six.

    Examples
    --------
    >>> quantile_interval(range(1, 21), 0.5)
    (6.0, 15.0)
    >>> quantile_interval([1, 2, 3], 0.5)
    (-inf, inf)
    """
    from scipy.special import bdtr  # noqa: PLC0415  # 0.2 s to load, and a process that does runs has no use for it

    sample = np.sort(np.asarray(values, np.float64))
    n, tail = len(sample), (1 - confidence) / 2
    at_most = bdtr(np.arange(n), n, share)  # the probability that at most so many lie below the quantile
    below = int(np.count_nonzero(at_most <= tail))
    above = int(np.count_nonzero(1 - at_most <= tail))
    low = float(sample[below - 1]) if below else -np.inf
    high = float(sample[n - above]) if above else np.inf
    return low, high
