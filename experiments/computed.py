"""An experiment whose table is computed from laws: no runs, no sweep, no config."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from gcsim.figures import save

__all__ = ["Computation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Computation:
    """One figure of the paper for which nothing is simulated; stands in the registry like an Experiment.

    Attributes
    ----------
    name : str
        Of the experiment, its folder and its files.
    table : callable
        Computes the table behind the figure.
    figure : callable
        The table to the figure.
    """

    name: str
    table: Callable[[], pd.DataFrame]
    figure: Callable[[pd.DataFrame], Figure]

    def run(
        self,
        results: Path,
        *,
        quick: bool,  # noqa: ARG002 - as Experiment.run
        workers: int | None,  # noqa: ARG002 - the same
        cluster: str | None = None,  # noqa: ARG002 - the same
    ) -> list[Path]:
        """Compute and draw; quick or not it is the same, and takes a moment."""
        return self.draw(results)

    def draw(self, results: Path) -> list[Path]:
        """Compute the table, and draw from it.

        Parameters
        ----------
        results : Path
            Folder of all results.

        Returns
        -------
        list of Path
            ``NAME/NAME.pdf``, ``.png`` and ``.csv``; the same bytes each time.
        """
        path = results / self.name / f"{self.name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.table().to_csv(path, index=False, lineterminator="\n")
        # The figure is drawn from the numbers of the table, like those of the other experiments.
        return [*save(self.figure(pd.read_csv(path)), path.parent, self.name), path]
