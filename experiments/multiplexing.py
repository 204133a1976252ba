"""Throughput and latency against goroutines per P: a large number of goroutines on a small number of threads.

Config: ``configs/multiplexing.yaml``. Figure: :func:`gcsim.figures.multiplexing`.

What to see: as long as the goroutines for a P leave it time (each needs it for 1 % of its cycle), one more costs the
others nothing, and throughput grows with their number. At about a hundred the P has no time left: throughput stays
where it is, and every further goroutine makes all of them wait 100 us longer. That is the law of a closed system, drawn
as dotted lines; the scheduler adds to it what switching and waking cost. The latency between the two regimes shows
what more Ps give at the same load for each: an idle P takes over what another has no time for. That the p99 begins at
200 us with several Ps and little to do is the runtime's own: the M that blocks in the network poller takes a message
and runs its goroutine, and until it comes back nobody polls, though other Ps are idle.
"""

import pandas as pd

from experiments.experiment import Experiment
from gcsim import figures

__all__ = ["EXPERIMENT"]

_NS_PER_MS = 1_000_000
_NS_PER_S = 1_000_000_000
_POINT = ["ps", "goroutines_per_p", "wait_ms", "compute_ms"]


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "ps": runs["gomaxprocs"],
            "goroutines_per_p": runs["workload.goroutines_per_p"],
            "simulated_s": runs["simulated_ns"] / _NS_PER_S,
            "wait_ms": runs["workload.wait_ns"] / _NS_PER_MS,
            "compute_ms": runs["workload.compute_ns"] / _NS_PER_MS,
            "messages": runs["ops"],
            "per_s_per_p": runs["ops_per_s"] / runs["gomaxprocs"],
            "p50_ms": runs["op_ns.p50"] / _NS_PER_MS,
            "p99_ms": runs["op_ns.p99"] / _NS_PER_MS,
        }
    )
    sums = table.groupby(_POINT)[["simulated_s", "messages"]].sum().reset_index()
    return sums.merge(figures.replicated_means(table, _POINT, ["per_s_per_p", "p50_ms", "p99_ms"]), on=_POINT)


EXPERIMENT = Experiment(
    name="multiplexing",
    config="configs/multiplexing.yaml",
    quick=(
        "until.duration={sweep: [4s, 500ms, 400ms, 400ms]}",
        "workload.goroutines_per_p={sweep: [1, 32, 128, 1024]}",
        "replications=1",
    ),
    table=_table,
    figure=figures.multiplexing,
)
