"""The pause of a collection against the length of a call-free loop, cooperative and asynchronous preemption.

Config: ``configs/preemption.yaml``. Figure: :func:`gcsim.figures.preemption`. Beside it: one run of each real release
with a loop of about a second, and of three later ones (``results/published/preemption.csv``).

What to see: up to Go 1.13 a goroutine stops where it calls a function, so a loop that calls none stops nowhere. As soon
as it lasts longer than the collection itself, the pause is the loop, in every release alike: a collector that stops the
world for 100 us, and waits a second until it stands. What came with 1.14 was no better collector but a signal. Short
loops cost nothing, since they end while the goroutine that collects is still being woken.
"""

import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, published, series
from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_NS_PER_MS = 1_000_000


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    columns = {"collector.mechanisms.preemption": "preemption"}
    runs = runs.rename(columns=columns).assign(loop_ms=runs["workload.loop_ns"] / _NS_PER_MS)
    return joined(
        simulated=figures.pause_points(runs, ["go", "preemption", "loop_ms"]),
        measured=published("preemption"),
    )


def _figure(table: pd.DataFrame) -> Figure:
    return figures.preemption(series(table, "simulated"), series(table, "measured"))


EXPERIMENT = Experiment(
    name="preemption",
    config="configs/preemption.yaml",
    quick=("workload.loop={sweep: [10us, 1ms, 1s]}",),
    table=_table,
    figure=_figure,
)
