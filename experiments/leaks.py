"""Goroutines, heap and pause over time of a handler that leaves bodies open, and of the same one cured; five releases.

Config: ``configs/leaks.yaml``. Figure: :func:`gcsim.figures.leaks`. Nothing stands beside it: what real Go was measured
to leak for each body (2.00 goroutines, 8 KiB of stack, 11 to 13 KB of heap, one descriptor; ``leak.*`` in
``results/measured/micro``) is what the program is made of, so it would be no test.

What to see: the leak is the same in every release, six goroutines for each request whose three GETs failed, and so is
the heap that they hold. What it costs is not. 1.4 marks that heap and scans those stacks inside its stop, so its pause
grows with the leak from the first second on. 1.5 and 1.6 mark beside the program, but visit every goroutine inside a
stop, and a leak is made of goroutines: the pause grows no slower, one order of magnitude lower. From 1.7 on only
goroutines that ran are looked at again, and those that leaked never do: an alarm on pauses stays silent, and memory
alone tells. Collections become rarer meanwhile, since the growth that GOGC allows between two of them grows too.
"""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, series
from experiments.experiment import Experiment
from gcsim.figures.leaks import leaks

__all__ = ["EXPERIMENT"]

_NS_PER_S = 1e9
_NS_PER_MS = 1e6
_BYTES_PER_MIB = 2**20
_LEAKED = {
    "ops": "requests",
    "counts.bodies_left_open": "bodies",
    "leaks.goroutines": "goroutines",
    "leaks.stack_bytes": "stack_bytes",
    "leaks.heap_bytes": "heap_bytes",
    "leaks.descriptors": "descriptors",
}


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    runs = runs.rename(columns={"workload.cured": "cured"}).sort_values(["go", "cured"])
    return joined(
        samples=_over_time(
            runs, "sampled_ns", goroutines=("sampled_goroutines", 1.0), heap_mib=("sampled_heap_bytes", _BYTES_PER_MIB)
        ),
        pauses=_over_time(runs, "cycle_ends_ns", pause_ms=("pauses_ns", _NS_PER_MS)),
        leaked=runs[["go", "cured", *_LEAKED]].rename(columns=_LEAKED),
    )


def _over_time(runs: pd.DataFrame, at: str, **columns: tuple[str, float]) -> pd.DataFrame:
    """Return a row for each entry of the lists of each run; every column from a list and its unit."""
    return pd.concat(
        pd.DataFrame(
            {
                "go": run["go"],
                "cured": run["cured"],
                "at_s": np.asarray(run[at], float) / _NS_PER_S,
                **{name: np.asarray(run[column], float) / unit for name, (column, unit) in columns.items()},
            }
        )
        for _, run in runs.iterrows()
    )


def _figure(table: pd.DataFrame) -> Figure:
    return leaks(*(series(table, name) for name in ("samples", "pauses", "leaked")))


EXPERIMENT = Experiment(
    name="leaks",
    config="configs/leaks.yaml",
    quick=('go={sweep: ["1.4", "1.6", "1.8"]}',),
    table=_table,
    figure=_figure,
)
