"""Latency of operations: its quantiles, and what the time went to."""

import numpy as np

from gcsim.recording import LatencyHistogram
from gcsim.recording.histogram import bucket_bounds
from gcsim.vocabulary import Cause

__all__ = ["cause_ns", "latency_quantile", "quantile_causes", "tail_cause_ns"]

_NEAR = 0.25
"""How far around a quantile its composition looks, as a share of the operations beyond it: a matter of resolution."""

_ITSELF = 0.5
"""Half the place that one operation takes among the others."""


def latency_quantile(latency: LatencyHistogram, share: float) -> int | None:
    """Return a quantile of the latencies by the rule of the reference program, so that the two can be compared.

    ``forest.go`` (``results/measured``) gives the middle of the bucket in which the operation number ``share * total``
    falls, counted from 0.

    Parameters
    ----------
    latency : LatencyHistogram
        Latencies of one run, or of several merged.
    share : float
        Which quantile, between 0 and 1.

    Returns
    -------
    int or None
        ns, at most half a bucket (1.6 %) off; the longest latency where `share` is 1, None without operations.
    """
    total = int(latency.counts.sum())
    if total == 0:
        return None
    rank = int(share * total)
    if rank >= total:
        return latency.max_ns
    bounds = bucket_bounds()
    at = _bucket_of_rank(latency, rank)
    return int(bounds[at] + bounds[at + 1]) // 2


def cause_ns(latency: LatencyHistogram) -> dict[str, int]:
    """Return the time of all operations by cause.

    Parameters
    ----------
    latency : LatencyHistogram
        Latencies of one run, or of several merged.

    Returns
    -------
    dict of str to int
        ns for each :class:`~gcsim.vocabulary.Cause`, by its name in small letters; they add up to the sum of all
        latencies.
    """
    return {cause.name.lower(): int(latency.cause_ns[:, cause].sum()) for cause in Cause}


def tail_cause_ns(latency: LatencyHistogram, share: float) -> dict[str, int]:
    """Return the time of the slowest operations by cause: what made the tail beyond a quantile.

    Parameters
    ----------
    latency : LatencyHistogram
        Latencies of one run, or of several merged.
    share : float
        The quantile beyond which the tail begins, between 0 and 1.

    Returns
    -------
    dict of str to int
        ns for each cause, as :func:`cause_ns`. The bucket in which the quantile falls counts in proportion to its
        operations that lie beyond it: within a bucket the histogram does not tell them apart.
    """
    total = int(latency.counts.sum())
    rank = int(share * total)
    if rank >= total:
        return {cause.name.lower(): 0 for cause in Cause}
    at = _bucket_of_rank(latency, rank)
    beyond = int(latency.counts[: at + 1].sum()) - rank
    part = beyond / int(latency.counts[at])
    tail = latency.cause_ns[at + 1 :].sum(axis=0) + np.rint(latency.cause_ns[at] * part).astype(np.int64)
    return {cause.name.lower(): int(tail[cause]) for cause in Cause}


def quantile_causes(latency: LatencyHistogram, share: float) -> dict[str, float] | None:
    """Return a quantile of the latencies divided among the causes as it divides in the operations around it.

    The operations around it are those whose rank differs from its own by a quarter of the number of operations beyond
    it at most: from p37.5 to p62.5 for the median, from p99.9875 to p99.9925 for p99.99. Their time by cause, as a
    share of all their time, is what the quantile's latency is divided by. So this is a mean over several operations:
    where some of them waited for a pause and others for a P, both causes are in it.

    Parameters
    ----------
    latency : LatencyHistogram
        Latencies of one run, or of several merged.
    share : float
        Which quantile, between 0 and 1; for 1 it is the longest latency, divided as the operations of its bucket are.

    Returns
    -------
    dict of str to float, or None
        ns for each cause, as :func:`cause_ns`; they add up to :func:`latency_quantile`. None without operations. A
        bucket that lies partly within counts in part: within a bucket the histogram does not tell operations apart.
    """
    quantile = latency_quantile(latency, share)
    if quantile is None:
        return None
    total = int(latency.counts.sum())
    rank = min(int(share * total), total - 1)
    # The operation of that rank lies from there to the next one.
    near = max(_NEAR * (1 - share) * total, _ITSELF)
    first, last = rank + _ITSELF - near, rank + _ITSELF + near
    ends = np.cumsum(latency.counts)
    held = np.flatnonzero(latency.counts)
    counts = latency.counts[held]
    within = np.clip(np.minimum(ends[held], last) - np.maximum(ends[held] - counts, first), 0, None)
    time = (within / counts) @ latency.cause_ns[held]
    scale = quantile / time.sum() if quantile else 0.0
    return {cause.name.lower(): float(time[cause] * scale) for cause in Cause}


def _bucket_of_rank(latency: LatencyHistogram, rank: int) -> int:
    return int(np.searchsorted(np.cumsum(latency.counts), rank, side="right"))
