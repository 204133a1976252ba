"""What values on the stack save the collector: five programs before and after, five releases.

Config: ``configs/escape_pressure.yaml``; programs: ``experiments/sources``. Figure:
:func:`gcsim.figures.escape_pressure`. Nothing was measured or published beside it.

What to see: each program does the same work as often, and what the compiler can keep on the stack decides how often its
collector runs. A function that returns the address of its variable allocates one for each call, unless it is inlined; a
point that is moved by its address needs no heap once somebody proves that nobody keeps it; an encoder that fills a
buffer given to it, samples kept by value, and arguments that do not become interfaces leave less to collect, or nothing
at all. Where nothing is allocated nothing is collected: no pause, no CPU, and the slowest requests wait for one another
alone. What remains with samples by value is the one array of a size that the compiler does not know.
"""

import pandas as pd

from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_NS_PER_S = 1e9
_NS_PER_MS = 1e6
_PERCENT = 100

_PROGRAMS = {
    ("Ages", "without_inlining"): ("address of a local, inlined", "before"),
    ("Ages", "analysis"): ("address of a local, inlined", "after"),
    ("Points", "heap"): ("new that need not escape", "before"),
    ("Points", "analysis"): ("new that need not escape", "after"),
    ("EncodeReturned", "analysis"): ("a buffer given, not returned", "before"),
    ("EncodeGiven", "analysis"): ("a buffer given, not returned", "after"),
    ("SamplesByPointer", "analysis"): ("values in a slice, not pointers", "before"),
    ("SamplesByValue", "analysis"): ("values in a slice, not pointers", "after"),
    ("ObserveAny", "analysis"): ("concrete types, no interfaces", "before"),
    ("ObserveInts", "analysis"): ("concrete types, no interfaces", "after"),
}
"""What the change of each program is, and which of its runs comes before it, by entry and placement."""


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    named = [_PROGRAMS[run] for run in zip(runs["workload.entry"], runs["workload.placement"], strict=True)]
    seconds = runs["simulated_ns"] / _NS_PER_S
    table = pd.DataFrame(
        {
            "program": [program for program, _ in named],
            "variant": [variant for _, variant in named],
            "go": runs["go"].to_numpy(),
            "bytes_per_call": (runs["allocated_bytes"] / runs["ops"]).to_numpy(),
            "collections_per_s": (runs["cycles"] / seconds).to_numpy(),
            "gc_cpu_percent": (runs["gc_cpu_fraction"] * _PERCENT).to_numpy(),
            "pause_ms": (runs["pause_ns.p50"] / _NS_PER_MS).to_numpy(),
            "p999_ms": (runs["op_ns.p999"] / _NS_PER_MS).to_numpy(),
        }
    )
    order = list(dict.fromkeys(program for program, _ in _PROGRAMS.values()))
    place = table["program"].map(order.index)
    return table.assign(place=place).sort_values(["place", "go", "variant"], ascending=[True, True, False])


EXPERIMENT = Experiment(
    name="escape_pressure",
    config="configs/escape_pressure.yaml",
    quick=('go={sweep: ["1.4", "1.8"]}',),
    table=_table,
    figure=figures.escape_pressure,
)
