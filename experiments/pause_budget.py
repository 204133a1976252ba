"""What a promise about pauses costs: 1.4 and 1.5 with their stops cut into slices, beside the releases as they were.

Config: ``configs/pause_budget.yaml``. Figure: :func:`gcsim.figures.pause_budget`. Nothing stands beside it: no release
of Go enforced the schedule of 10 ms in 50 ms that 1.5 was announced with, each kept its stops short by doing less in
them.

What to see: to be below the diagonal of the left panels is to keep the promise. Both releases keep those that are
longer than what they stop for anyway. In slices 1.4 keeps nearly all: what is left for the last stop is small.
The price is not time but memory. The mark of 1.4 takes as long as ever, but only a fifth of the time is
its own, so a collection takes five times as long, and the program goes on allocating meanwhile. Throughput even rises a
little, since a larger heap is collected less often. 1.5 marks beside the program anyway; its slices are what was left
in its stops, and cost nothing. But what it does in the last of them, so that no pointer is missed, cannot be
cut: that is where its promises end.
"""

import pandas as pd

from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_NS_PER_MS = 1_000_000
_BYTES_PER_MIB = 2**20
_PERCENT = 100
_POINT = ["go", "live_heap_mib", "pause_ms"]


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "go": runs["go"],
            "strategy": runs["collector.strategy"],
            "live_heap_mib": runs["workload.live_heap"] / _BYTES_PER_MIB,
            "pause_ms": runs["budget.pause_ns"] / _NS_PER_MS,
            "window_ms": runs["budget.window_ns"] / _NS_PER_MS,
            "cycles": runs["cycles"],
            "stopped_ms": runs["budget.stopped_ns"] / _NS_PER_MS,
            "over_percent": _PERCENT * runs["budget.cycles_over_share"],
            "indivisible_ms": runs["budget.longest_indivisible_ns"].astype(float) / _NS_PER_MS,
            "attainable": runs["budget.attainable"],
            "ops_per_s": runs["ops_per_s"],
            "peak_heap_mib": runs["heap_bytes.peak"] / _BYTES_PER_MIB,
        }
    )
    release = table[table["strategy"] == "release"].set_index(_POINT)
    beside = release.loc[table.set_index(_POINT).index]
    for change, of in (("ops_percent", "ops_per_s"), ("peak_percent", "peak_heap_mib")):
        table[change] = _PERCENT * (table[of].to_numpy() / beside[of].to_numpy() - 1)
    return table.sort_values([*_POINT, "strategy"], ignore_index=True)


EXPERIMENT = Experiment(
    name="pause_budget",
    config="configs/pause_budget.yaml",
    quick=(
        "collector.pause_budget.pause={sweep: [100us, 1ms, 10ms]}",
        "collector.pause_budget.window={sweep: [500us, 5ms, 50ms]}",
        "workload.live_heap={sweep: [128MiB]}",
    ),
    table=_table,
    figure=figures.pause_budget,
)
