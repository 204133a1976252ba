"""How precise a mean over replications is."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from gcsim.analysis.bootstrap import bca

__all__ = ["BOOTSTRAP_FROM", "Interval", "interval", "mean_interval"]

BOOTSTRAP_FROM = 20
"""From so many replications on their own shape is known better than Student's assumption of a normal one.

A bootstrap draws from the sample and knows nothing beyond it, so it needs one that shows its skewness: Chernick and
LaBudde (American Journal of Mathematical and Management Sciences 29, 2009) find bootstrap intervals too narrow for
small ones. Measured at 20 values, 20,000 trials: of normal values both intervals hold the mean in 95 %; of
exponential ones Student's in 91.8 % and this one in 93.3 %.
"""

Method = Literal["student", "bootstrap", "batch means"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean with its confidence interval.

    Attributes
    ----------
    mean : float
        In the unit of the sample.
    low, high : float
        Ends of the interval; infinite where one value says nothing of the spread.
    n : int
        Size of the sample.
    method : str
        How the ends were found: ``student``, ``bootstrap`` or ``batch means``.
    """

    mean: float
    low: float
    high: float
    n: int
    method: Method = "student"

    @property
    def half_width(self) -> float:
        """Half of the interval's length; the mean is in its middle only if the method is symmetric."""
        return (self.high - self.low) / 2


def interval(values: npt.ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Return the mean of independent replications and its confidence interval.

    Student's below :data:`BOOTSTRAP_FROM` values, the bootstrap's from there on.

    Parameters
    ----------
    values : array_like, shape (n,)
        One value for each replication, in any order. The same values give the same interval.
    confidence : float
        Probability with which the interval is to hold the true mean.

    Returns
    -------
    Interval
        In the unit of `values`.

    Raises
    ------
    ValueError
        If there is no value, or one is not finite.

    Examples
    --------
    >>> interval([9, 10, 11]).method, interval(range(20)).method
    ('student', 'bootstrap')
    """
    sample = _sample(values)
    if len(sample) < BOOTSTRAP_FROM:
        return mean_interval(sample, confidence=confidence)
    low, high = bca(sample, confidence=confidence)
    return Interval(float(sample.mean()), low, high, len(sample), "bootstrap")


def mean_interval(values: npt.ArrayLike, *, confidence: float = 0.95) -> Interval:
    """Return the mean of independent replications and its confidence interval after Student.

    Parameters
    ----------
    values : array_like, shape (n,)
        One value for each replication.
    confidence : float
        Probability with which the interval holds the true mean, for normal values (Student, Biometrika 6, 1908).

    Returns
    -------
    Interval
        In the unit of `values`.

    Raises
    ------
    ValueError
        If there is no value, or one is not finite.

    Examples
    --------
    >>> found = mean_interval([9, 10, 11])
    >>> found.mean, round(found.half_width, 4)
    (10.0, 2.4841)
    """
    from scipy.special import stdtrit  # noqa: PLC0415  # 0.2 s to load, and a process that does runs has no use for it

    sample = _sample(values)
    n, mean = len(sample), float(sample.mean())
    if n == 1:
        return Interval(mean, -np.inf, np.inf, 1)
    error = float(sample.std(ddof=1)) / n**0.5
    half_width = float(stdtrit(n - 1, (1 + confidence) / 2)) * error
    return Interval(mean, mean - half_width, mean + half_width, n)


def _sample(values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    sample = np.asarray(values, np.float64)
    if len(sample) == 0:
        raise ValueError("a mean needs at least one value")
    if not np.isfinite(sample).all():
        raise ValueError("a mean needs finite values: leave out the replications that have none")
    return sample
