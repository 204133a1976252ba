"""From rows of runs to points of a figure: quantiles of pauses, and on how many collections they rest."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from gcsim.analysis import interval, quantile_interval

__all__ = ["pause_points"]

_NS_PER_MS = 1e6
_MEDIAN = 0.5


def pause_points(runs: pd.DataFrame, by: Sequence[str], *, quantiles: Sequence[float] = (0.5, 0.9)) -> pd.DataFrame:
    """Pool the pauses of runs that differ in nothing but their replication.

    Parameters
    ----------
    runs : DataFrame
        A row for each run, with the columns of `by` and ``pauses_ns``, the list of the pauses of its collections.
    by : sequence of str
        Columns that make a point.
    quantiles : sequence of float
        Between 0 and 1; numpy's default (linear) rule.

    Returns
    -------
    DataFrame
        A row for each point, sorted: the columns of `by`, ``cycles`` (collections that the quantiles rest on) and a
        column in ms for each quantile, such as ``p50_ms``; NaN where no collection was completed. If the median is one
        of them, ``p50_low_ms`` and ``p50_high_ms`` are its 95 % interval: from the medians of the replications where
        there are several, else from the pauses of the one run, whose collections are independent enough; NaN where
        they are too few.
    """
    rows = []
    for key, group in runs.groupby(list(by), sort=True):
        pauses_ms = np.concatenate([np.asarray(pauses, float) for pauses in group["pauses_ns"]]) / _NS_PER_MS
        at = np.quantile(pauses_ms, quantiles) if len(pauses_ms) else np.full(len(quantiles), np.nan)
        names = (f"p{quantile * 100:g}_ms" for quantile in quantiles)
        row = {**dict(zip(by, key, strict=True)), "cycles": len(pauses_ms), **dict(zip(names, at, strict=True))}
        if _MEDIAN in quantiles:
            row |= dict(zip(("p50_low_ms", "p50_high_ms"), _median_interval(group["pauses_ns"]), strict=True))
        rows.append(row)
    return pd.DataFrame(rows)


def _median_interval(runs: pd.Series) -> tuple[float, float]:
    """Return the 95 % interval of the median of runs that differ in their replication alone, ms."""
    replications = [np.asarray(pauses, float) / _NS_PER_MS for pauses in runs if len(pauses)]
    if len(replications) > 1:
        found = interval([float(np.median(pauses)) for pauses in replications])
        return found.low, found.high
    low, high = quantile_interval(replications[0], _MEDIAN) if replications else (-np.inf, np.inf)
    return (low, high) if np.isfinite(low) and np.isfinite(high) else (np.nan, np.nan)
