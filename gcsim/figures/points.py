"""From rows of runs to points of a figure: quantiles of pauses, means over replications, and how sure they are.

The ends of the 95 % interval of a column are columns too: its name with ``_low`` and ``_high`` behind it.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from gcsim.analysis import Interval, interval, quantile_interval

__all__ = ["interval_of", "pause_points", "replicated_means"]

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
        of them, ``p50_ms_low`` and ``p50_ms_high`` are its 95 % interval: from the medians of the replications where
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
            row |= dict(zip(("p50_ms_low", "p50_ms_high"), _median_interval(group["pauses_ns"]), strict=True))
        rows.append(row)
    return pd.DataFrame(rows)


def replicated_means(runs: pd.DataFrame, by: Sequence[str], columns: Sequence[str]) -> pd.DataFrame:
    """Take means over runs that differ in nothing but their replication.

    Parameters
    ----------
    runs : DataFrame
        A row for each run.
    by : sequence of str
        Columns that make a point.
    columns : sequence of str
        Columns of numbers. A run whose number is missing does not count.

    Returns
    -------
    DataFrame
        A row for each point, sorted: the columns of `by`, ``replications`` (runs), and for each of `columns` its mean
        and the ends of its 95 % interval, as :func:`interval_of` gives them.
    """
    rows = []
    for key, group in runs.groupby(list(by), sort=True):
        row = {**dict(zip(by, key, strict=True)), "replications": len(group)}
        for column in columns:
            values = group[column].dropna().to_numpy(float)
            row |= interval_of(column, interval(values) if len(values) else None)
        rows.append(row)
    names = [name for column in columns for name in interval_of(column, None)]
    return pd.DataFrame(rows, columns=[*by, "replications", *names])


def interval_of(column: str, found: Interval | None) -> dict[str, float]:
    """Return a mean and the ends of its interval by the names of their columns.

    Parameters
    ----------
    column : str
        Name of the mean's column.
    found : Interval or None
        None where there is no value.

    Returns
    -------
    dict
        `column`, ``COLUMN_low`` and ``COLUMN_high``; NaN for what is not known, as the ends that one run has.
    """
    if found is None:
        return dict.fromkeys((column, f"{column}_low", f"{column}_high"), np.nan)
    low, high = (found.low, found.high) if np.isfinite(found.half_width) else (np.nan, np.nan)
    return {column: found.mean, f"{column}_low": low, f"{column}_high": high}


def _median_interval(runs: pd.Series) -> tuple[float, float]:
    """Return the 95 % interval of the median of runs that differ in their replication alone, ms."""
    replications = [np.asarray(pauses, float) / _NS_PER_MS for pauses in runs if len(pauses)]
    if len(replications) > 1:
        found = interval([float(np.median(pauses)) for pauses in replications])
        return found.low, found.high
    low, high = quantile_interval(replications[0], _MEDIAN) if replications else (-np.inf, np.inf)
    return (low, high) if np.isfinite(low) and np.isfinite(high) else (np.nan, np.nan)
