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

from dataclasses import replace

import numpy as np
import pandas as pd

from experiments.experiment import Experiment
from gcsim import figures
from gcsim.analysis import interval, paired_ratio
from gcsim.figures import interval_of

__all__ = ["EXPERIMENT"]

_NS_PER_MS = 1_000_000
_BYTES_PER_MIB = 2**20
_PERCENT = 100
_POINT = ["go", "live_heap_mib", "pause_ms"]
_RELEASE, _CUT = "release", "budgeted"


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    each = pd.DataFrame(
        {
            "go": runs["go"],
            "strategy": runs["collector.strategy"],
            "replication": runs["replication"],
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
    each = each.sort_values([*_POINT, "strategy", "replication"])
    groups = dict(list(each.groupby([*_POINT, "strategy"])))
    return pd.DataFrame(
        {
            **dict(zip([*_POINT, "strategy"], key, strict=True)),
            "window_ms": group["window_ms"].iloc[0],
            "replications": len(group),
            "cycles": group["cycles"].sum(),
            # A promise holds for every run, so the worst of them counts.
            "stopped_ms": group["stopped_ms"].max(),
            "over_percent": np.average(group["over_percent"], weights=group["cycles"]),
            "indivisible_ms": group["indivisible_ms"].max(),
            "attainable": group["attainable"].dropna().astype(bool).all() if cut else np.nan,
            **interval_of("ops_per_s", interval(group["ops_per_s"])),
            **interval_of("peak_heap_mib", interval(group["peak_heap_mib"])),
            **_change("ops_percent", release["ops_per_s"], group["ops_per_s"]),
            **_change("peak_percent", release["peak_heap_mib"], group["peak_heap_mib"]),
        }
        for key, group in groups.items()
        for cut, release in [(key[-1] == _CUT, groups[(*key[:-1], _RELEASE)])]
    )


def _change(column: str, before: pd.Series, after: pd.Series) -> dict[str, float]:
    """Return by how many percent the mean changes, with its interval: replication by replication."""
    ratio = paired_ratio(before, after)
    ends = {end: _PERCENT * (getattr(ratio, end) - 1) for end in ("mean", "low", "high")}
    return interval_of(column, replace(ratio, **ends))


EXPERIMENT = Experiment(
    name="pause_budget",
    config="configs/pause_budget.yaml",
    quick=(
        "collector.pause_budget.pause={sweep: [100us, 1ms, 10ms]}",
        "collector.pause_budget.window={sweep: [500us, 5ms, 50ms]}",
        "workload.live_heap={sweep: [128MiB]}",
        "replications=1",
    ),
    table=_table,
    figure=figures.pause_budget,
)
