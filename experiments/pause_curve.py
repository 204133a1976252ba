"""Pause against live heap, 16 MiB to 16 GiB, five releases.

Config: ``configs/pause_curve.yaml``. Figure: :func:`gcsim.figures.pause_curve`. Beside it: the measured cases live32,
live128 and live512, and two published slopes, 248 ms/GB (1.4) and 0.67 ms + 2.6 ms/GB (1.5).

What to see: 1.4 is a straight line of slope one, since its whole mark lies inside the stop: the pause is the heap.
1.5 marks while the program runs, but walks three times over all spans inside its stops, so its pause grows as well,
more than an order of magnitude lower; at small heaps what does not grow hides it. In 1.6 and 1.7 a small
share of the objects is left over for the second stop: their lines are flat up to some 256 MiB and grow from there, as
the measured points at 512 MiB do. 1.8 is flat over three orders of magnitude. The published lines come from another
machine and another program: they are to be parallel to the simulated ones, not equal. At 512 MiB the measured
points rest on 6 collections each.
"""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, measured, published, series
from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_BYTES_PER_MIB = 2**20
_MIB_PER_GB = 1e9 / _BYTES_PER_MIB
_POINTS = 24
_CASES_MIB = {"live32": 32, "live128": 128, "live512": 512}


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    runs = runs.assign(live_heap_mib=runs["workload.live_heap"] / _BYTES_PER_MIB)
    real = measured(_CASES_MIB).rename(columns={"value": "live_heap_mib"})
    return joined(
        simulated=figures.pause_points(runs, ["go", "live_heap_mib"]),
        measured=real[["go", "live_heap_mib", "cycles", "p50_ms", "p90_ms"]],
        published=_slopes(),
    )


def _slopes() -> pd.DataFrame:
    """Return each published line as points, dense enough to look smooth."""
    lines = []
    for _, line in published("pause_curve").iterrows():
        heap_gb = np.geomspace(line["from_gb"], line["to_gb"], _POINTS)
        points = {"live_heap_mib": heap_gb * _MIB_PER_GB, "p50_ms": line["intercept_ms"] + line["ms_per_gb"] * heap_gb}
        lines.append(pd.DataFrame({**points, **line[["go", "label", "conditions", "source"]]}))
    return pd.concat(lines, ignore_index=True)


def _figure(table: pd.DataFrame) -> Figure:
    return figures.pause_curve(*(series(table, name) for name in ("simulated", "measured", "published")))


EXPERIMENT = Experiment(
    name="pause_curve",
    config="configs/pause_curve.yaml",
    quick=(
        "until.cycles={sweep: [200, 160, 120]}",
        "workload.live_heap={sweep: [16MiB, 64MiB, 256MiB]}",
    ),
    table=_table,
    figure=_figure,
)
