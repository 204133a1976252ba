"""Minimum and bounded mutator utilization over windows from 10 us to 10 s, five releases.

Config: ``configs/mmu.yaml``. Figure: :func:`gcsim.figures.mmu`. Beside the curves: the promise of Go 1.5, at most 10 ms
stopped in every 50 ms, and the quarter of the Ps that the collector of 1.5 to 1.9 aims at while it marks.

What to see: the window at which a curve leaves zero is the longest pause, so the left panel is the history of the
pauses once more, and every release but 1.4 keeps the promise with something to spare. The right panel is what a program
gets: it counts the Ps that mark, assist or sweep beside it too. There the concurrent collectors are hardly better than
the one that stops the world, and for windows beyond a tenth of a second they are worse. Goroutines that allocate all
the time have to assist, so in each collection there are some ten ms in which no P is the program's, though the
collector aims at a quarter of them; and in the end every curve comes to what collecting costs on average, which is
least in 1.4. Between a second and two MMU falls where windows begin to hold a second collection; BMU does not.
"""

from dataclasses import replace

import numpy as np
import pandas as pd

from experiments.experiment import Experiment
from experiments.listing import Listing
from gcsim import figures
from gcsim.analysis import recording_bmu, recording_mmu, summarize
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.studies.runs import Row, axes_of, to_row

__all__ = ["EXPERIMENT", "WINDOWS_NS", "WithCurves", "run_with_curves"]

_PER_SHARE = 10**12  # rows hold lists of integers only
_NS_PER_MS = 1_000_000
_CURVES = ("stops_mmu", "stops_bmu", "mmu", "bmu")

WINDOWS_NS = (*sorted({*(round(10 ** (tenth / 10)) for tenth in range(40, 101)), 50 * _NS_PER_MS}),)
"""The windows of the curves, ns: 10 us to 10 s, ten for each decade, and that of the promise."""


def run_with_curves(scenario: Scenario) -> Row:
    """Simulate a scenario and keep its curves of utilization, for which a row has no columns otherwise.

    Parameters
    ----------
    scenario : Scenario
        One run.

    Returns
    -------
    Row
        As :func:`gcsim.studies.runs.to_row`, and lists, an entry for each of :data:`WINDOWS_NS` that is no longer than
        the run, in units of 1e-12: ``stops_mmu_e12`` and ``stops_bmu_e12`` of the stops alone, ``mmu_e12`` and
        ``bmu_e12`` of all that the collector does.
    """
    recording = simulate(scenario)
    budget = scenario.collector.pause_budget
    summary = summarize(recording, budget_pause_ns=budget.pause_ns, budget_window_ns=budget.window_ns)
    windows = [window for window in WINDOWS_NS if window <= recording.end_ns - recording.start_ns]
    curves = {
        f"{prefix}{name}_e12": np.rint(_PER_SHARE * curve(recording, windows, stops_only=bool(prefix)))
        for prefix in ("stops_", "")
        for name, curve in (("mmu", recording_mmu), ("bmu", recording_bmu))
    }
    lists = {name: curve.astype(np.int64).tolist() for name, curve in curves.items()}
    return {**to_row(axes_of(scenario), summary, recording), **lists}


class WithCurves(Experiment):
    """An experiment whose runs keep their curves."""

    def _listing(self) -> Listing:
        return replace(super()._listing(), simulate=run_with_curves)


def _table(runs: pd.DataFrame) -> pd.DataFrame:
    points = pd.concat(
        pd.DataFrame(
            {
                "go": run["go"],
                "ps": run["gomaxprocs"],
                "cycles": run["cycles"],
                "window_ms": np.array(WINDOWS_NS[: len(run["mmu_e12"])]) / _NS_PER_MS,
                **{name: np.asarray(run[f"{name}_e12"], float) / _PER_SHARE for name in _CURVES},
            }
        )
        for _, run in runs.iterrows()
    )
    by = ["go", "ps", "window_ms"]
    means = figures.replicated_means(points, by, _CURVES)
    ends = [f"{name}_{end}" for name in _CURVES for end in ("low", "high")]
    means[ends] = means[ends].clip(0, 1)
    return points.groupby(by)["cycles"].min().reset_index().merge(means, on=by)


EXPERIMENT = WithCurves(
    name="mmu",
    config="configs/mmu.yaml",
    quick=('go={sweep: ["1.4", "1.5", "1.8"]}', "replications=1"),
    table=_table,
    figure=figures.mmu,
)
