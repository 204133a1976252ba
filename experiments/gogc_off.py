"""When switching the collector off pays: time to out-of-memory against CPU saved, over allocation rates, five releases.

Config: ``configs/gogc_off.yaml``. Figure: :func:`gcsim.figures.gogc_off`. Nothing was measured or published beside it.

What to see: left, the memory lasts as long as its size divided by the allocation rate. Right,
what is saved until then: the CPU that collections with GOGC=100 take grows with the same rate. So both ends lose: a
program that would gain much is out of memory within a minute, and one that could go on for half an hour would gain
next to nothing. Off pays for a job that is over before its memory is, and for nothing else.
"""

import pandas as pd

from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_BYTES_PER_GIB = 2**30
_BYTES_PER_MIB = 2**20
_NS_PER_S = 10**9
_NS_PER_US = 1000
_PERCENT = 100
_POINT = ["go", "think_us", "memory_gib"]
_PROGRAM = ["go", "think_us", "replication"]
_OFF = ["replication", "alloc_mib_per_s", "oom_s", "ops_per_s"]
_ON = ["cycles", "gc_cpu_percent", "ops_per_s"]
_MEANS = ["alloc_mib_per_s", "oom_s", "gc_cpu_percent", "throughput_gain_percent"]


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    seconds = runs["simulated_ns"] / _NS_PER_S
    runs = runs.assign(
        think_us=runs["workload.think_time_ns"] / _NS_PER_US,
        memory_gib=runs["hardware.memory"] / _BYTES_PER_GIB,
        alloc_mib_per_s=runs["allocated_bytes"] / _BYTES_PER_MIB / seconds,
        oom_s=seconds,
        gc_cpu_percent=runs["gc_cpu_fraction"] * _PERCENT,
    )
    off = runs[(runs["gogc"] == "off") & (runs["ended_by"] == "out_of_memory")]
    on = runs[runs["gogc"] != "off"]
    # A run that collects stands beside those without a collector of every memory: it never fills any.
    both = off[[*_POINT, *_OFF]].merge(
        on[[*_PROGRAM, *_ON]], on=_PROGRAM, suffixes=("", "_gogc_100"), validate="many_to_one"
    )
    both["throughput_gain_percent"] = (both["ops_per_s"] / both["ops_per_s_gogc_100"] - 1) * _PERCENT
    cycles = both.groupby(_POINT)["cycles"].sum()  # sorted as the means are
    return figures.replicated_means(both, _POINT, _MEANS).assign(cycles=cycles.to_numpy())


EXPERIMENT = Experiment(
    name="gogc_off",
    config="configs/gogc_off.yaml",
    quick=(
        "gogc={sweep: [100, off, off]}",
        "hardware.memory={sweep: [16GiB, 1GiB, 4GiB]}",
        "workload.think_time={sweep: [1us, 4us, 16us]}",
        "replications=1",
    ),
    table=_table,
    figure=figures.gogc_off,
)
