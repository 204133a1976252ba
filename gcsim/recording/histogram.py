"""A mergeable log-linear histogram of latencies with the causes of each bucket.

Buckets are those of the reference program ``forest.go``: exact below 64 ns, then 32 for each power of two, at most
3.1 % wide.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gcsim.vocabulary import Cause

__all__ = ["BUCKETS", "LatencyHistogram", "bucket", "bucket_bounds"]

_EXACT = 64
_PER_OCTAVE = 32
BUCKETS = _PER_OCTAVE * 44
"""Number of buckets: the last begins beyond three simulated days."""


def bucket(value_ns: int) -> int:
    """Return the index of the bucket of a latency.

    Parameters
    ----------
    value_ns : int
        Latency, ns, not negative.

    Returns
    -------
    int
        Index, below :data:`BUCKETS`.

    Examples
    --------
    >>> bucket(63), bucket(64), bucket(66), bucket(1000)
    (63, 64, 65, 190)
    """
    shift = value_ns.bit_length() - 6
    if shift <= 0:
        return value_ns
    index = shift * _PER_OCTAVE + (value_ns >> shift)
    return index if index < BUCKETS else BUCKETS - 1


def bucket_bounds() -> npt.NDArray[np.int64]:
    """Return the lower bound of each bucket and the upper bound of the last, ns; shape ``(BUCKETS + 1,)``."""
    index = np.arange(BUCKETS + 1, dtype=np.int64)
    shift = np.maximum(index // _PER_OCTAVE - 1, 0)
    return np.where(index < _EXACT, index, (index - shift * _PER_OCTAVE) << shift)


@dataclass(frozen=True, slots=True)
class LatencyHistogram:
    """Counts of latencies in log-linear buckets, and how the time in each bucket divides among the causes.

    Attributes
    ----------
    counts : ndarray, shape (BUCKETS,), int64
        Operations in each bucket.
    cause_ns : ndarray, shape (BUCKETS, len(Cause)), int64
        Time of these operations by cause, ns.
    max_ns : int
        Longest latency.
    """

    counts: npt.NDArray[np.int64]
    cause_ns: npt.NDArray[np.int64]
    max_ns: int

    @classmethod
    def empty(cls) -> "LatencyHistogram":
        """Return a histogram without operations."""
        return cls(np.zeros(BUCKETS, np.int64), np.zeros((BUCKETS, len(Cause)), np.int64), 0)

    def __add__(self, other: "LatencyHistogram") -> "LatencyHistogram":
        """Merge two histograms: exact, since the buckets are the same everywhere."""
        return LatencyHistogram(
            self.counts + other.counts, self.cause_ns + other.cause_ns, max(self.max_ns, other.max_ns)
        )
