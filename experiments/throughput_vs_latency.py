"""Throughput against pauses: a collector built for throughput, and those of five releases of Go.

Config: ``configs/throughput_vs_latency.yaml``. Figure: :func:`gcsim.figures.throughput_vs_latency`. Beside it: the
measured case think500, which is the same program at 128 MiB; the forest of ``results/measured/ghc``, measured under a
real GHC; and the published longest pauses of a ring of 200,000 messages of 1 KiB, which is another program.

What to see: the two ends of one trade. GHC's collector looks at nothing but what lives, with all goroutines stopped:
most of its pauses are those of a nursery and a tenth of a millisecond long, it takes the least of the processors, and
now and then it stops for as long as copying the whole live heap takes. Go 1.4 stops for as long as that too, and pays
more, since it marks the whole heap each time it has grown by half or to twice its size, however young the garbage is.
From 1.5 on Go marks while the program runs: pauses fall by two orders of magnitude and hardly grow with the heap any
more, and what was waited for before is now paid all the time, to mark workers, assists and the write barrier. That
GHC's mutators allocate by moving a pointer, and so faster than Go's, is left out: goroutines cost what they cost in Go
1.8. Nor is memory free: a copying collector peaks at three times the live heap, Go at two. The
measured points of GHC lie above its line, as they should: they are those of one processor, and two copy 1.5 times as
fast.
"""

import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, measured, published, series
from experiments.experiment import ROOT, Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_BYTES_PER_MIB = 2**20
_PERCENT = 100
_NS_PER_MS = 1e6
_NS_PER_S = 1e9
_GHC = "GHC"
_CASES_MIB = {"think500": 128}
_GHC_RUNS = r"live(\d+)\.obj256\.churn16"


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    runs = runs.assign(
        label=("Go " + runs["go"]).where(runs["collector.strategy"] == "release", _GHC),
        live_heap_mib=runs["workload.live_heap"] / _BYTES_PER_MIB,
        lost_percent=_PERCENT * (1 - runs["ops_per_s"] * _own_ns(runs) / _NS_PER_S / runs["gomaxprocs"]),
        peak_over_live=runs["heap_bytes.peak"] / runs["workload.live_heap"],
        longest_ms=[max(pauses) / _NS_PER_MS for pauses in runs["pauses_ns"]],
    )
    by = ["label", "go", "live_heap_mib"]
    means = figures.replicated_means(runs, by, ["longest_ms", "lost_percent", "ops_per_s", "peak_over_live"])
    points = figures.pause_points(runs, by, quantiles=(0.5,))
    real = measured(_CASES_MIB).rename(columns={"value": "live_heap_mib"})
    return joined(
        simulated=points.merge(means, on=by),
        measured=pd.concat(
            [
                real.assign(label="Go " + real["go"])[["label", "go", "live_heap_mib", "cycles", "p50_ms"]],
                _measured_under_ghc(),
            ],
            ignore_index=True,
        ),
        published=published("throughput_vs_latency"),
    )


def _own_ns(runs: pd.DataFrame) -> list[float]:
    """Return how long an operation takes by itself in each run, ns."""
    return [
        run["workload.think_time_ns"] + run[f"hardware.costs.operation_ns.{run['go']}"] for _, run in runs.iterrows()
    ]


def _measured_under_ghc() -> pd.DataFrame:
    """Return what a major collection of a real GHC took in CPU time, the median of each case."""
    table = pd.read_csv(ROOT / "results/measured/ghc/ghc.csv")
    live = table["case"].str.extract(f"^{_GHC_RUNS}$", expand=False)
    rows = table[live.notna()]
    return pd.DataFrame(
        {
            "label": _GHC,
            "live_heap_mib": live.dropna().astype(float),
            "cycles": rows["majors"],
            "longest_ms": rows["major_cpu_ms"],
        }
    )


def _figure(table: pd.DataFrame) -> Figure:
    return figures.throughput_vs_latency(*(series(table, name) for name in ("simulated", "measured", "published")))


EXPERIMENT = Experiment(
    name="throughput_vs_latency",
    config="configs/throughput_vs_latency.yaml",
    quick=(
        "until.duration={sweep: [20s, 20s, 40s]}",
        "workload.live_heap={sweep: [16MiB, 128MiB, 512MiB]}",
        "replications=1",
    ),
    table=_table,
    figure=_figure,
)
