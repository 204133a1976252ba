"""Points that stand beside the simulated ones: measured by this project, published by others."""

from collections.abc import Mapping
from itertools import groupby

import numpy as np
import pandas as pd

from experiments.experiment import ROOT
from gcsim.fidelity.measured import MeasuredRun, read_measured

__all__ = ["joined", "measured", "published", "series"]

_US_PER_MS = 1000
_MS_PER_S = 1000
_PERCENT = 100


def measured(cases: Mapping[str, int]) -> pd.DataFrame:
    """Return points of the real runtimes, from ``results/measured``.

    Parameters
    ----------
    cases : mapping of str to int
        Name of each case, with what distinguishes it; the number goes into column ``value``.

    Returns
    -------
    DataFrame
        A row for each case and release, its repetitions together: ``go``, ``value``, ``ps``, ``cycles``, ``p50_ms``,
        ``p90_ms`` of the pauses, ``ops_per_s``, and from the log, which 1.4 does not have, ``gc_cpu_percent``
        (assists, dedicated and fractional workers and stops, of all Ps' time) and ``peak_heap_mib``.
    """
    runs = [run for run in read_measured(ROOT / "results/measured") if run.case in cases]
    rows = [
        {"go": go, "value": cases[case], **_point(list(repetitions))}
        for (case, go), repetitions in groupby(runs, key=lambda run: (run.case, run.go))
    ]
    return pd.DataFrame(rows).sort_values(["go", "value"], ignore_index=True)


def published(name: str) -> pd.DataFrame:
    """Return a table of ``results/published``; its columns differ, ``conditions`` and ``source`` are in each."""
    return pd.read_csv(ROOT / "results/published" / f"{name}.csv", dtype={"go": str, "label": str}).fillna(
        {"label": ""}
    )


def joined(**tables: pd.DataFrame) -> pd.DataFrame:
    """Put tables below each other; column ``series`` says which row is whose.

    Parameters
    ----------
    **tables : DataFrame
        By the name of the series.

    Returns
    -------
    DataFrame
        All columns of all tables.
    """
    return pd.concat([table.assign(series=name) for name, table in tables.items()], ignore_index=True).pipe(
        lambda table: table[["series", *(column for column in table.columns if column != "series")]]
    )


def series(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the rows of one series."""
    return table[table["series"] == name]


def _point(runs: list[MeasuredRun]) -> dict[str, float]:
    pauses_ms = np.concatenate([run.pauses_us for run in runs]) / _US_PER_MS
    median, late = np.quantile(pauses_ms, [0.5, 0.9])
    wall_s = sum(run.wall_s for run in runs)
    point = {
        "ps": runs[0].gomaxprocs,
        "cycles": len(pauses_ms),
        "p50_ms": float(median),
        "p90_ms": float(late),
        "ops_per_s": sum(run.ops for run in runs) / wall_s,
    }
    log = [cycle for run in runs for cycle in run.log]
    if log:
        collecting_ms = sum(
            cycle.sweep_termination_cpu_ms
            + (cycle.scan_cpu_ms or 0.0)
            + (cycle.install_barrier_cpu_ms or 0.0)
            + cycle.assist_ms
            + cycle.background_ms
            + cycle.mark_termination_cpu_ms
            for cycle in log
        )
        point["gc_cpu_percent"] = _PERCENT * collecting_ms / (wall_s * _MS_PER_S * runs[0].gomaxprocs)
        point["peak_heap_mib"] = max(cycle.heap_end_mb for cycle in log)
    return point
