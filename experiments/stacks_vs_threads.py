"""Memory against concurrency, one to a million: threads with stacks of 8 MiB, goroutines with stacks of 8 and of 2 KiB.

Nothing is simulated: :mod:`gcsim.runtime.address_space` says what each takes, from the sources of Go and Linux and from
measurements. Figure: :func:`gcsim.figures.stacks_vs_threads`. The machine is that of the measured runs, the limits of
the kernel are its defaults.

What to see: left, the famous ratio. A thread reserves eight mebibytes, a goroutine what it needs, which is three
thousand times less. Right, what of it takes memory: a blocked thread has touched two pages, and the kernel keeps more
than that for it, so it takes thirteen times what a goroutine does, not thousands. Neither address space nor memory ends
the threads, but what the kernel counts: two mappings for each stack and one id for each thread, both used up at 32,000
and some; with these raised, the memory that it allows for kernel stacks. Goroutines are known to none of these. A pure
Go program reserves no eight mebibytes for a thread either (its stacks come from Go's heap), but ends itself at the
10,001st.
"""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, series
from experiments.computed import Computation
from gcsim.figures.stacks_vs_threads import stacks_vs_threads
from gcsim.runtime.address_space import KINDS, Limits, capacities, first_limit, reserved_bytes, resident_bytes
from gcsim.scenario import load_hardware

__all__ = ["EXPERIMENT"]

_MOST = 1_000_000
_POINTS = 61
_MACHINE = "measured-2vcpu"


def _table() -> pd.DataFrame:
    limits = Limits(memory=load_hardware(_MACHINE).memory)
    concurrency = [int(n) for n in np.unique(np.geomspace(1, _MOST, _POINTS).round())]
    curves: list[dict[str, object]] = []
    marks: list[dict[str, object]] = []
    for name, kind in KINDS.items():
        first, _ = first_limit(kind, limits)
        points = [(n, "") for n in concurrency]
        reached = [(n, limit) for limit, n in capacities(kind, limits).items()]
        for rows, which in ((curves, points), (marks, sorted(reached))):
            rows += [
                {
                    "kind": name,
                    "label": kind.label,
                    "concurrency": n,
                    "reserved_bytes": reserved_bytes(kind, n),
                    "resident_bytes": resident_bytes(kind, n),
                    "limit": limit,
                    "first": limit == first,
                }
                for n, limit in which
            ]
    ends = {"address space": limits.user, "memory": limits.memory}
    levels = [{"limit": limit, "level_bytes": size} for limit, size in ends.items()]
    tables = {"memory": curves, "limits": marks, "levels": levels}
    return joined(**{name: pd.DataFrame(rows) for name, rows in tables.items()}).convert_dtypes()


def _figure(table: pd.DataFrame) -> Figure:
    return stacks_vs_threads(*(series(table, name) for name in ("memory", "limits", "levels")))


EXPERIMENT = Computation(name="stacks_vs_threads", table=_table, figure=_figure)
