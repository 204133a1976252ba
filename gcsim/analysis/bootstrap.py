"""The interval of a mean from the sample's own shape: the bootstrap."""

import hashlib
from functools import lru_cache

import numpy as np
import numpy.typing as npt

__all__ = ["bca", "expanded"]

_RESAMPLES = 4999
"""Means that are drawn: the standard error of an end is then 2 % of the half-width, beside the 15 % by which chance
varies the half-width itself between samples of twenty."""


def expanded(n: int, confidence: float) -> float:
    """Return the confidence to ask a bootstrap for, so that the answer has the confidence that is wanted.

    A bootstrap's distribution of the mean has the variance ``(n - 1) / n * s**2 / n``: it divides by n where the
    estimate without bias, ``s**2``, divides by n - 1. And its quantiles are those of a normal distribution where the
    sample's own spread, an estimate, calls for Student's. So an end that is asked for as the normal quantile z comes
    to lie at ``z * sqrt((n - 1) / n) * s / sqrt(n)``, while ``t * s / sqrt(n)`` is right. Both errors are undone by
    ``z = sqrt(n / (n - 1)) * t``: Hesterberg's expanded percentile interval (The American Statistician 69, 2015).
    BCa's corrects the percentile interval for bias and skewness and shares its narrowness, so it is asked for the
    same.

    Parameters
    ----------
    n : int
        Size of the sample, at least 2.
    confidence : float
        What is wanted.

    Returns
    -------
    float
        More than `confidence`; for 20 values and 95 % it is 96.8 %. Asked for 95 % itself, BCa's interval of 20
        normal values holds the mean in 92.5 %, and asked for 96.8 % in 94.7 % (20,000 trials).
    """
    from scipy.special import ndtr, stdtrit  # noqa: PLC0415  # 0.2 s to load, and a process that does runs has no use for it

    t = stdtrit(n - 1, (1 + confidence) / 2)
    return float(2 * ndtr(np.sqrt(n / (n - 1)) * t) - 1)


def bca(values: npt.ArrayLike, *, confidence: float = 0.95) -> tuple[float, float]:
    """Return the bootstrap's interval of a mean: bias-corrected, accelerated, expanded.

    Efron (Journal of the American Statistical Association 82, 1987), as scipy has it, with :func:`expanded`'s
    confidence.

    Parameters
    ----------
    values : array_like, shape (n,)
        Independent values, some twenty or more, in any order.
    confidence : float
        Probability with which the interval is to hold the true mean.

    Returns
    -------
    low, high : float
        In the unit of `values`.

    Notes
    -----
    What is drawn depends on the values alone: the same give the same interval. The key of the draws is a hash of them
    and not a constant, or else all intervals of a study would err to the same side.
    """
    sample = np.sort(np.asarray(values, np.float64))
    mean, deviation = float(sample.mean()), float(sample.std(ddof=1))
    if sample[0] == sample[-1]:
        return mean, mean
    # In units of its own spread: nearly equal values lose no digits.
    low, high = _standard(((sample - mean) / deviation).tobytes(), confidence)
    return mean + deviation * low, mean + deviation * high


@lru_cache(maxsize=1024)
def _standard(data: bytes, confidence: float) -> tuple[float, float]:
    """Return the interval of a sorted sample of float64; a study asks for the same one as often as it grows."""
    from scipy.stats import bootstrap  # noqa: PLC0415  # 0.5 s to load: only for those who have so many values

    sample = np.frombuffer(data)
    key = int.from_bytes(hashlib.blake2b(data, digest_size=16).digest())
    found = bootstrap(
        (sample,),
        np.mean,
        n_resamples=_RESAMPLES,
        vectorized=True,
        axis=-1,
        confidence_level=expanded(len(sample), confidence),
        method="BCa",
        rng=np.random.Generator(np.random.Philox(key=key)),
    ).confidence_interval
    return float(found.low), float(found.high)
