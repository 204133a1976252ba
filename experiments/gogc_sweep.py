"""Pause, GC CPU, peak heap and throughput against GOGC, 25 to 800 and off, five releases.

Config: ``configs/gogc_sweep.yaml``. Figure: :func:`gcsim.figures.gogc_sweep`. Beside it: the measured cases gogc50,
live128 and gogc200; GC CPU and peak heap of these are read from their logs, which do not tell them for 1.4.

What to see: GOGC trades memory for CPU. Doubling it halves the number of collections, so their share of the CPU
halves, while the peak of the heap rises by the live heap times the added percent. The pause stays where it is, since
what is marked is the live heap, with one exception that the measured points show too: 1.5 walks over all spans inside
its stops, garbage included, so there a larger GOGC means longer pauses. Throughput climbs in ever smaller steps
towards that of GOGC=off: beyond 400 hardly anything is left to gain.
"""

import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, measured, series
from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_BYTES_PER_MIB = 2**20
_PERCENT = 100
_CASES_GOGC = {"gogc50": 50, "live128": 100, "gogc200": 200}


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    runs = runs.assign(
        gc_cpu_percent=runs["gc_cpu_fraction"] * _PERCENT,
        # Without a collector the heap peaks where the run ends.
        peak_heap_mib=(runs["heap_bytes.peak"] / _BYTES_PER_MIB).where(runs["gogc"] != "off"),
    )
    means = figures.replicated_means(runs, ["go", "gogc"], ["gc_cpu_percent", "peak_heap_mib", "ops_per_s"])
    points = figures.pause_points(runs, ["go", "gogc"]).merge(means, on=["go", "gogc"])
    in_order = points.assign(order=pd.to_numeric(points["gogc"].replace("off", "inf")))
    real = measured(_CASES_GOGC).rename(columns={"value": "gogc"}).drop(columns="ps")
    return joined(
        simulated=in_order.sort_values(["go", "order"]).drop(columns="order"),
        measured=real.assign(gogc=real["gogc"].astype(str)),
    )


def _figure(table: pd.DataFrame) -> Figure:
    return figures.gogc_sweep(series(table, "simulated"), series(table, "measured"))


EXPERIMENT = Experiment(
    name="gogc_sweep",
    config="configs/gogc_sweep.yaml",
    quick=("gogc={sweep: [50, 100, 200, off]}", "replications=1"),
    table=_table,
    figure=_figure,
)
