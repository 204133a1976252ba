"""An experiment whose runs are listed one by one: what is simulated, stored and drawn of any study."""

import errno
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from gcsim import studies
from gcsim.figures import save
from gcsim.scenario import Study

__all__ = ["Listing"]

_TEXT_COLUMNS = ("go", "gogc", "label", "version", "conditions", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One figure of the paper, from a study that something else than a scenario file gives.

    Attributes
    ----------
    name : str
        Of the experiment, its folder and its files.
    study : callable
        Gives the study; its keyword ``quick`` says whether some of the points will do. They are simulated as in the
        whole study, so quick runs and full ones share a folder.
    table : callable
        Rows of runs, as :func:`gcsim.studies.load` gives them, to the table behind the figure; measured and published
        points are rows of it too.
    figure : callable
        The table to the figure.
    simulate : callable
        Does one run; by default what a sweep does.
    """

    name: str
    study: Callable[..., Study]
    table: Callable[[pd.DataFrame], pd.DataFrame]
    figure: Callable[[pd.DataFrame], Figure]
    simulate: studies.Run = studies.run_scenario

    def run(self, results: Path, *, quick: bool, workers: int | None, cluster: str | None = None) -> list[Path]:
        """Simulate what is not stored yet, and draw; as :meth:`experiments.experiment.Experiment.run`."""
        with studies.shown(self.name) as progress:
            studies.execute(
                self.study(quick=quick),
                self._runs(results),
                workers=workers,
                cluster=cluster,
                progress=progress,
                run=self.simulate,
            )
        return self.draw(results)

    def draw(self, results: Path) -> list[Path]:
        """Draw from the stored runs or the stored table; as :meth:`experiments.experiment.Experiment.draw`."""
        path = results / self.name / f"{self.name}.csv"
        runs = self._stored(results)
        if len(runs):
            path.parent.mkdir(parents=True, exist_ok=True)
            self.table(runs).to_csv(path, index=False, float_format="%.6g", lineterminator="\n")
        elif not path.exists():
            missing = f"nothing to draw yet; gcsim reproduce {self.name} simulates it"
            raise FileNotFoundError(errno.ENOENT, missing, str(path))
        # The figure is drawn from the numbers of the table, not from longer ones behind them.
        table = pd.read_csv(path, dtype=dict.fromkeys(_TEXT_COLUMNS, str))
        return [*save(self.figure(table), path.parent, self.name), path]

    def _runs(self, results: Path) -> Path:
        return results / self.name / "runs"

    def _stored(self, results: Path) -> pd.DataFrame:
        folder = self._runs(results)
        if not folder.exists():
            return pd.DataFrame()
        keys = {studies.run_key(scenario) for scenario in self.study(quick=False).expand()}
        return studies.load(folder, keys)
