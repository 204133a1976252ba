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
    both = off[[*_POINT, "alloc_mib_per_s", "oom_s", "ops_per_s"]].merge(
        on[[*_POINT, "cycles", "gc_cpu_percent", "ops_per_s"]], on=_POINT, suffixes=("", "_gogc_100")
    )
    gain = (both["ops_per_s"] / both["ops_per_s_gogc_100"] - 1) * _PERCENT
    return both.assign(throughput_gain_percent=gain).sort_values(_POINT)


EXPERIMENT = Experiment(
    name="gogc_off",
    config="configs/gogc_off.yaml",
    quick=("hardware.memory={sweep: [1GiB, 4GiB]}", "workload.think_time={sweep: [1us, 4us, 16us]}"),
    table=_table,
    figure=figures.gogc_off,
)
