"""Which replications of which points are done next."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from gcsim.scenario import Study
from gcsim.studies.metrics import metric_column
from gcsim.studies.precision import wanted
from gcsim.studies.storage.store import read

__all__ = ["Rounds"]


class Rounds:
    """The runs of a study in rounds: one of all or, where something is to be known precisely, as many as needed.

    Parameters
    ----------
    study : Study
        Its :attr:`~gcsim.scenario.Study.precision` says whether.
    """

    def __init__(self, study: Study) -> None:
        self._study = study
        self._precision = study.precision
        points = study.n_runs // study.replications
        least = study.replications if self._precision is None else self._precision.least
        self._begun = np.zeros(points, np.int64)
        self._goal = np.full(points, min(least, study.replications))
        # A value for each replication of each point; NaN where the run failed, or has none.
        self._values = np.full((points, 0 if self._precision is None else study.replications), np.nan)

    def indices(self) -> Sequence[int]:
        """Return the runs of the next round, as :meth:`gcsim.scenario.Study.at` counts them; none at the end."""
        most = self._study.replications
        begun, self._begun = self._begun, self._goal.copy()
        if self._precision is None:
            return range(0 if begun.any() else self._study.n_runs)
        replication = np.arange(most)
        chosen = (replication >= begun[:, None]) & (replication < self._goal[:, None])
        found: list[int] = np.flatnonzero(chosen).tolist()
        return found

    def learn(self, out: Path, indices: Sequence[int], keys: Sequence[str]) -> None:
        """Look at the results of a round, and decide how many replications each of its points is to have.

        Parameters
        ----------
        out : Path
            Folder of results.
        indices : sequence of int
            The runs of the round.
        keys : sequence of str
            Their keys.

        Raises
        ------
        StoreError
            If the results cannot be read.
        """
        if self._precision is None:
            return
        column = metric_column(self._precision.metric)
        table = read(out, {"run_key", column}.__contains__)
        if column in table.column_names:
            at = pc.index_in(pa.array(keys, pa.string()), value_set=table["run_key"])
            values = pc.fill_null(table[column].take(at).cast(pa.float64()), float("nan"))
            self._values.ravel()[np.asarray(indices)] = values.to_numpy()
        for point in np.unique(np.asarray(indices) // self._study.replications).tolist():
            known = self._values[point, : self._begun[point]].tolist()
            self._goal[point] = min(wanted(known, self._precision), self._study.replications)
