"""Pause against parked goroutines, none to a million, five releases, on 2 and on 12 Ps.

Config: ``configs/goroutine_scaling.yaml``. Figure: :func:`gcsim.figures.goroutine_scaling`. Beside it: the measured
case parked10k (10,000 goroutines, 2 Ps), averages of a similar program with 100,000 of them, and published points:
500,000 goroutines on 12 Ps, a million on 36.

What to see: up to 1.6 every goroutine is visited inside a stop, so beyond some thousand of them the pause grows with
their number: 1.4 scans each stack there, 1.5 and 1.6 only look whether it ran since it was scanned. 1.7 keeps a list
of those that ran, and goroutines that wait cost it nothing. The stopped Ps share the work, hence the distance between
the solid and the dashed lines. The open stars say what is not varied here: 1.7 scans the stack of each goroutine that
ran once more, and only 1.8's barrier made that unnecessary. Published are quantiles of one of the two stops, drawn
are sums of both.
"""

import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, measured, published, series
from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_CASES_PARKED = {"parked10k": 10_000}


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    runs = runs.rename(columns={"workload.parked": "parked", "gomaxprocs": "ps"})
    real = measured(_CASES_PARKED).rename(columns={"value": "parked"})
    return joined(
        simulated=figures.pause_points(runs, ["go", "ps", "parked"]),
        measured=real[["go", "ps", "parked", "cycles", "p50_ms", "p90_ms"]],
        published=published("goroutine_scaling"),
    )


def _figure(table: pd.DataFrame) -> Figure:
    return figures.goroutine_scaling(*(series(table, name) for name in ("simulated", "measured", "published")))


EXPERIMENT = Experiment(
    name="goroutine_scaling",
    config="configs/goroutine_scaling.yaml",
    quick=("workload.parked={sweep: [0, 10000, 1000000]}",),
    table=_table,
    figure=_figure,
)
