"""The pauses of one big service over five releases, beside what was published about it.

Config: ``configs/version_history.yaml``. Figure: :func:`gcsim.figures.version_history`. Beside it: the charts of the
service in the ISMM keynote of 2018, digitised (medians 282 → 19-38 → 2-20 → 1.4-2.8 → 0.64 ms), and the round figures
of the article (300 → 40 → 3 → 1 ms).

What to see: three orders of magnitude in two years, and where each was won. The service is known by its pauses only:
18 GB of heap are stated for 1.7 and 1.8, nothing for the releases before, and neither its goroutines nor its machine
ever. So the simulated side is a band over assumptions: 4 or 18 GB before 1.7, 8 or 24 Ps, 1,000 goroutines on shallow
stacks or 50,000 on deeper ones together with loops that call no function for 2 ms. For 1.4 and 1.5 the charts fix
what the service can have been. In 1.6 and 1.7 the heap matters little, in 1.8 not at all; what is left is how many
goroutines there are (1.6) and how soon they stop. What no set of assumptions has is a crowd of goroutines that run
while the heap is marked, which 1.7 would pay for. 1.6.0 lies above its band for a reason: the band is that of 1.6.4,
and 1.6.2 removed two walks over all goroutines.
"""

import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, published, series
from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_HEAP_KNOWN_FROM = "1.7"
_KNOWN_HEAP = 18 * 10**9
_LARGEST = (
    "{kind: forest, workers: 6, think_time: 500ns, live_heap: 18GB, object_size: 1KiB, "
    "parked: 50000, parked_stack: 8KiB, loop: 2ms}"
)
_ASSUMED = {
    "workload.live_heap": "live_heap_bytes",
    "gomaxprocs": "ps",
    "workload.parked": "parked",
    "workload.parked_stack": "parked_stack_bytes",
    "workload.loop_ns": "loop_ns",
}


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    possible = (runs["go"] < _HEAP_KNOWN_FROM) | (runs["workload.live_heap"] == _KNOWN_HEAP)
    by = ["go", *_ASSUMED.values()]
    points = figures.pause_points(runs[possible].rename(columns=_ASSUMED), by, quantiles=(0.05, 0.5, 0.95))
    return joined(simulated=points, published=published("version_history"))


def _figure(table: pd.DataFrame) -> Figure:
    return figures.version_history(series(table, "simulated"), series(table, "published"))


EXPERIMENT = Experiment(
    name="version_history",
    config="configs/version_history.yaml",
    quick=(
        "gomaxprocs={sweep: [8]}",
        "hardware.cores={sweep: [8]}",
        f"workload={{sweep: [{_LARGEST}]}}",
    ),
    table=_table,
    figure=_figure,
)
