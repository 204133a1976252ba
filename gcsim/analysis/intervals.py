"""How precise a mean over replications is."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import stdtrit

__all__ = ["Interval", "mean_interval"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with its confidence interval.

    Attributes
    ----------
    mean : float
        In the unit of the sample.
    half_width : float
        The interval is ``mean - half_width`` to ``mean + half_width``; infinite where one value says nothing of the
        spread.
    n : int
        Size of the sample.
    """

    mean: float
    half_width: float
    n: int

    @property
    def low(self) -> float:
        """Lower end of the interval."""
        return self.mean - self.half_width

    @property
    def high(self) -> float:
        """Upper end of the interval."""
        return self.mean + self.half_width


def mean_interval(values: npt.ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Return the mean of independent replications and its confidence interval after Student.

    Parameters
    ----------
    values : array_like, shape (n,)
        One value for each replication.
    confidence : float
        Probability with which the interval holds the true mean, for normal values.

    Returns
    -------
    Interval
        In the unit of `values`.

    Raises
    ------
    ValueError
        If there is no value.

    Examples
    --------
    >>> interval = mean_interval([9, 10, 11])
    >>> interval.mean, round(interval.half_width, 4)
    (10.0, 2.4841)
    """
    sample = np.asarray(values, np.float64)
    n = len(sample)
    if n == 0:
        raise ValueError("a mean needs at least one value")
    if n == 1:
        return Interval(float(sample[0]), float("inf"), 1)
    error = float(sample.std(ddof=1)) / n**0.5
    return Interval(float(sample.mean()), float(stdtrit(n - 1, (1 + confidence) / 2)) * error, n)
