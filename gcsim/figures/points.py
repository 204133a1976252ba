"""From rows of runs to points of a figure: quantiles of pauses, and on how many collections they rest."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

__all__ = ["pause_points"]

_NS_PER_MS = 1e6


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
        column in ms for each quantile, such as ``p50_ms``; NaN where no collection was completed.
    """
    rows = []
    for key, group in runs.groupby(list(by), sort=True):
        pauses_ms = np.concatenate([np.asarray(pauses, float) for pauses in group["pauses_ns"]]) / _NS_PER_MS
        at = np.quantile(pauses_ms, quantiles) if len(pauses_ms) else np.full(len(quantiles), np.nan)
        names = (f"p{quantile * 100:g}_ms" for quantile in quantiles)
        rows.append({**dict(zip(by, key, strict=True)), "cycles": len(pauses_ms), **dict(zip(names, at, strict=True))})
    return pd.DataFrame(rows)
