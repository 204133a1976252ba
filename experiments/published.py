"""What others published, 2014 to 2017, each figure beside the simulation of its conditions.

Data: ``results/published/points.csv``, a row for each figure with its source and the scenario that stands for its
conditions; how it is read says :mod:`gcsim.fidelity.published`. Machine: ``configs/hardware/published.yaml``, fitted to
the rows of the half ``fitted`` by :mod:`experiments.published_fit`; rows measured on a small virtual machine use the
profile of the measured runs. Figure: :func:`gcsim.figures.published`.

What to see: pauses over five orders of magnitude, seconds of Go 1.4 to tens of microseconds of 1.8, on one diagonal.
One set of laws and one machine give the slope of 1.4 and of 1.5 in the heap, what half a million idle or dirty
goroutines and a gigabyte of globals cost, and how long a production service stopped. Conditions were rarely published
whole: half of a heap is taken to be live, the benchmark ``garbage`` is the workload ``forest`` with 1,024 parked
goroutines, nodes of 64 bytes and 2,000 stacks in the heap profile, and where a row assumes more its ``conditions`` say
so. The profile's numbers never saw the half ``judged``; the assumed conditions did: 2 Ps of the charts (4 at first),
a service of which 12 of 24 Ps are busy and whose loops take 2 ms (24 and 0.5 ms at first) were settled with all rows in
view. Misses are of three kinds: longest times of an unknown number of collections, faults that the release notes or
users name, and single operations of a shared host, to which its scheduler adds what no profile here has.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from experiments.experiment import ROOT
from experiments.listing import Listing
from gcsim import figures
from gcsim.fidelity.published import Point, read_points, scenarios_of, simulated_ms
from gcsim.scenario import Study, listed
from gcsim.studies import run_key

__all__ = ["EXPERIMENT", "POINTS", "table_of"]

POINTS = ROOT / "results/published/points.csv"
"""The published figures."""

_QUICK = 3
"""A quick look takes every so many of the rows."""

_WITHIN = 2.0


def _study(*, quick: bool) -> Study:
    points = read_points(POINTS)[:: _QUICK if quick else 1]
    return listed("published", [scenario for point in points for scenario in scenarios_of(point)])


def table_of(runs: pd.DataFrame, path: Path = POINTS) -> pd.DataFrame:
    """Return the table behind the figure.

    Parameters
    ----------
    runs : DataFrame
        As :func:`gcsim.studies.load` gives them.
    path : Path
        The published figures.

    Returns
    -------
    DataFrame
        A row for each figure whose runs are all there, or that is only listed: ``name``, ``group``, ``half``, ``go``
        (simulated release), ``version`` (as published), ``quantity``, ``statistic``, ``published_ms`` with its band
        ``low_ms`` to ``high_ms``, ``simulated_ms``, ``ratio`` (simulated over published), ``cycles`` that the simulated
        value rests on, ``profile``, ``ps``, ``reason`` (of a miss by more than twice, or why it is not simulated),
        ``conditions``, ``source``.
    """
    by_key = {str(run["run_key"]): run for run in runs.to_dict("records")}
    rows = [_row(point, by_key) for point in read_points(path)]
    return pd.DataFrame([row for row in rows if row is not None])


def _row(point: Point, runs: Mapping[str, Mapping[Any, Any]]) -> dict[str, object] | None:
    keys = [run_key(scenario) for scenario in scenarios_of(point)]
    if not runs.keys() >= set(keys):
        return None
    found = [runs[key] for key in keys]
    simulated = simulated_ms(point, found) if found else float("nan")
    ratio = simulated / point.value_ms
    missed = not 1 / _WITHIN <= ratio <= _WITHIN
    return {
        "name": point.name,
        "group": point.group,
        "half": point.half,
        "go": point.settings.get("go", ""),
        "version": point.version,
        "quantity": point.quantity,
        "statistic": point.statistic,
        "published_ms": point.value_ms,
        "low_ms": point.low_ms,
        "high_ms": point.high_ms,
        "simulated_ms": simulated,
        "ratio": ratio,
        "cycles": sum(int(run["cycles"]) for run in found),
        "profile": point.settings.get("hardware.profile", ""),
        "ps": point.settings.get("gomaxprocs", ""),
        "reason": point.if_missed if missed else "",
        "conditions": point.conditions,
        "source": point.source,
    }


def _figure(table: pd.DataFrame) -> Figure:
    return figures.published(table)


EXPERIMENT = Listing(name="published", study=_study, table=table_of, figure=_figure)
