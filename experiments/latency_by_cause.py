"""What the slow requests of a server wait for, at p50 to p99.99, in five releases.

Config: ``configs/latency_by_cause.yaml``. Figure: :func:`gcsim.figures.latency_by_cause`. Nothing published or measured
stands beside it: no real runtime says of a request what it waited for. The dash beside each bar is the median pause of
the same runs.

What to see: the pause is not the latency. In 1.4 they are the same: who comes in during a collection waits until it is
over. From 1.5 on the world stands still for a moment only, and yet one request in ten thousand takes as long as it did,
or longer, since for as long as the heap is marked the Ps are not the requests' own: a quarter of them is given to
workers, idle ones mark too (up to 1.7 for a whole time slice, whoever comes meanwhile), goroutines that allocate have
to assist, a megabyte ahead in 1.6, and those behind them wait in the run queue. A wait for a P is divided as
``docs/states-and-causes.md`` says, so the run queue stands for what other requests and their assists used.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from experiments.experiment import Experiment
from gcsim import figures, studies
from gcsim.analysis import interval, latency_quantile, quantile_causes
from gcsim.recording import LatencyHistogram

__all__ = ["EXPERIMENT", "WithLatencies"]

_QUANTILES = {"p50": 0.5, "p90": 0.9, "p99": 0.99, "p99.9": 0.999, "p99.99": 0.9999}
_NS_PER_MS = 1_000_000


class WithLatencies(Experiment):
    """An experiment whose table is given the latencies of each run too: column ``latency`` has its histogram."""

    def run(self, results: Path, *, quick: bool, workers: int | None, cluster: str | None = None) -> list[Path]:
        """Simulate what is not stored yet, and draw; as :meth:`Experiment.run`."""
        return self._of(results).run(results, quick=quick, workers=workers, cluster=cluster)

    def draw(self, results: Path) -> list[Path]:
        """Draw from the stored runs or the stored table; as :meth:`Experiment.draw`."""
        return self._of(results).draw(results)

    def _of(self, results: Path) -> Experiment:
        def table(runs: pd.DataFrame) -> pd.DataFrame:
            held = dict(studies.latencies(results / self.name / "runs", set(runs["run_key"])))
            return self.table(runs.assign(latency=runs["run_key"].map(held)))

        return Experiment(name=self.name, config=self.config, quick=self.quick, table=table, figure=self.figure)


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for go, of_go in runs.groupby("go"):
        pauses = np.concatenate([np.asarray(pauses) for pauses in of_go["pauses_ns"]])
        latency = sum(of_go["latency"], LatencyHistogram.empty())
        common = {
            "go": go,
            "replications": len(of_go),
            "cycles": len(pauses),
            "requests": int(latency.counts.sum()),
            "pause_p50_ms": float(np.median(pauses)) / _NS_PER_MS,
        }
        for name, share in _QUANTILES.items():
            causes = quantile_causes(latency, share) or {}
            common |= {"quantile": name, "half_width_ms": _half_width_ms(of_go["latency"], share)}
            rows += [{**common, "cause": cause, "ms": ns / _NS_PER_MS} for cause, ns in causes.items()]
    return pd.DataFrame(rows)


def _half_width_ms(replications: Iterable[LatencyHistogram], share: float) -> float:
    """Return half of the 95 % interval of a quantile, by what the replications say of it each by itself."""
    known = [ns for ns in (latency_quantile(each, share) for each in replications) if ns is not None]
    return interval(known).half_width / _NS_PER_MS if len(known) > 1 else np.nan


EXPERIMENT = WithLatencies(
    name="latency_by_cause",
    config="configs/latency_by_cause.yaml",
    quick=("replications=1",),
    table=_table,
    figure=figures.latency_by_cause,
)
