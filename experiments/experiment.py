"""What an experiment of the paper is: a study, a table of its points, a figure of the table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

import gcsim
from experiments.listing import Listing
from gcsim.scenario import Study

__all__ = ["ROOT", "Experiment"]

ROOT = Path(__file__).parents[1]
"""The checkout: configs, measured and published points are found below it, wherever the results go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """One figure of the paper.

    Attributes
    ----------
    name : str
        Of the experiment, its folder and its files.
    config : str
        The scenario file, relative to the root of the checkout.
    quick : tuple of str
        Settings that leave out points of the sweep. They never change what is simulated at a point, so quick runs and
        full ones share a folder.
    table : callable
        Rows of runs, as :func:`gcsim.studies.load` gives them, to the table behind the figure; measured and published
        points are rows of it too.
    figure : callable
        The table to the figure.
    """

    name: str
    config: str
    quick: tuple[str, ...]
    table: Callable[[pd.DataFrame], pd.DataFrame]
    figure: Callable[[pd.DataFrame], Figure]

    def run(self, results: Path, *, quick: bool, workers: int | None, cluster: str | None = None) -> list[Path]:
        """Simulate what is not stored yet, and draw.

        Parameters
        ----------
        results : Path
            Folder of all results; the runs go to ``NAME/runs`` in it.
        quick : bool
            Whether some of the points will do.
        workers : int or None
            Processes; 0 means this one, None as many as there are processors.
        cluster : str, optional
            The cluster that does the runs instead, as :func:`gcsim.studies.execute` takes it.

        Returns
        -------
        list of Path
            What :meth:`draw` wrote.

        Raises
        ------
        gcsim.studies.RunsFailedError
            If runs failed. Nothing is drawn then, all others are stored.
        """
        return self._listing().run(results, quick=quick, workers=workers, cluster=cluster)

    def draw(self, results: Path) -> list[Path]:
        """Draw from the stored runs; without them, from the table that an earlier drawing left.

        Parameters
        ----------
        results : Path
            Folder of all results.

        Returns
        -------
        list of Path
            ``NAME/NAME.pdf``, ``.png`` and ``.csv``. Drawing again gives the same bytes, from the runs or from the
            table.

        Raises
        ------
        FileNotFoundError
            If there are neither runs of this experiment by this version of the model nor a table.
        """
        return self._listing().draw(results)

    def _listing(self) -> Listing:
        return Listing(name=self.name, study=self._study, table=self.table, figure=self.figure)

    def _study(self, *, quick: bool) -> Study:
        return gcsim.load(ROOT / self.config, self.quick if quick else ())
