"""Simulated against measured: the runs of ``results/measured``, and what is left of the fit without each axis.

Simulates every run of ``results/measured`` with the profile ``measured-2vcpu``, as ``gcsim validate`` does. Figures:
:func:`gcsim.figures.fidelity.fidelity` and, with the ratios of each release and the hold-out by axis,
:func:`gcsim.figures.fidelity.fidelity_shares`. The hold-out takes a quarter of an hour and is no part of this
experiment: ``gcsim calibrate results/measured -o PROFILE --hold-out --report results/fidelity/holdout.csv`` makes its
table, which is drawn where it is there.

What to see: the heaps and the rates follow the diagonal over the whole range, though none of them is fitted: they test
the pacer. Pauses span four orders of magnitude and stay within a factor of 1.5 nearly as often as a second real run
does. What scatters is the tail of the operations, a knife edge between those that lost their time slice and those that
did not, and short assists, which idle workers take over in the real runs. The noise of the host bounds all of it: the
share in brackets is what a second run of the same program reaches in the place of the simulation.
"""

import errno
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from experiments.beside import joined, series
from experiments.computed import Computation
from experiments.experiment import ROOT
from gcsim.fidelity import DEMANDS, METRICS, Comparison, Shares, ValidationReport, shares, validate
from gcsim.figures import save
from gcsim.figures.fidelity import fidelity, fidelity_shares
from gcsim.studies import shown

__all__ = ["EXPERIMENT", "Validation", "table_of"]

_MEASURED = "results/measured"
_PROFILE = "measured-2vcpu"
_ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation(Computation):
    """A computation that takes its time: it is drawn again from the table that it left."""

    def run(
        self,
        results: Path,
        *,
        quick: bool,  # noqa: ARG002 - as Experiment.run
        workers: int | None,  # noqa: ARG002 - the same
        cluster: str | None = None,  # noqa: ARG002 - the same
    ) -> list[Path]:
        """Simulate the measured runs, and draw.

        Parameters
        ----------
        results : Path
            Folder of all results.
        quick : bool
            Makes no difference.
        workers : int or None
            Makes none: as many as there are processors simulate.
        cluster : str, optional
            Makes none.

        Returns
        -------
        list of Path
            What :meth:`draw` wrote.
        """
        path = self._table(results)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.table().to_csv(path, index=False, float_format="%.6g", lineterminator="\n")
        return self.draw(results)

    def draw(self, results: Path) -> list[Path]:
        """Draw from the table of an earlier run, and from ``NAME/holdout.csv`` if it is there.

        Parameters
        ----------
        results : Path
            Folder of all results.

        Returns
        -------
        list of Path
            ``NAME/NAME.pdf`` and ``.png``, ``NAME/NAME_shares.pdf`` and ``.png``, ``NAME/NAME.csv``; the same bytes
            each time.

        Raises
        ------
        FileNotFoundError
            If there is no table.
        """
        path = self._table(results)
        if not path.exists():
            missing = f"nothing to draw yet; gcsim reproduce {self.name} simulates it"
            raise FileNotFoundError(errno.ENOENT, missing, str(path))
        table = pd.read_csv(path, dtype={"go": str})
        held_out = path.with_name("holdout.csv")
        beside = _shares_figure(table, pd.read_csv(held_out) if held_out.exists() else pd.DataFrame({"axis": []}))
        return [
            *save(self.figure(table), path.parent, self.name),
            *save(beside, path.parent, f"{self.name}_shares"),
            path,
        ]

    def _table(self, results: Path) -> Path:
        return results / self.name / f"{self.name}.csv"


def table_of(report: ValidationReport) -> pd.DataFrame:
    """Return the table behind the figures.

    Parameters
    ----------
    report : ValidationReport
        Real runs against simulated ones.

    Returns
    -------
    DataFrame
        Series ``points``, a row for each judged comparison: ``case``, ``go``, ``metric``, ``unit``, ``measured``,
        ``simulated``, ``ratio``, ``n``. Series ``shares``, a row for each demand, of each release and of ``all``:
        ``metric``, ``go``, ``band``, ``demanded``, ``n``, ``within``, ``median_ratio``, ``second_run``.
    """
    points = [
        {
            "case": one.case,
            "go": one.go,
            "metric": one.metric,
            "unit": METRICS[one.metric],
            "measured": one.measured,
            "simulated": one.simulated,
            "ratio": one.ratio,
            "n": one.n,
        }
        for one in report.comparisons
        if one.judged
    ]
    rows: list[dict[str, object]] = []
    for go in (*sorted({one.go for one in report.comparisons}), _ALL):
        rows += _demanded(go, _of(report.comparisons, go), _of(report.ceiling, go))
    return joined(points=pd.DataFrame(points), shares=pd.DataFrame(rows))


def _of(comparisons: tuple[Comparison, ...], go: str) -> dict[str, Shares]:
    return shares([one for one in comparisons if go in (_ALL, one.go)])


def _demanded(go: str, found: dict[str, Shares], ceiling: dict[str, Shares]) -> list[dict[str, object]]:
    return [
        {
            "go": go,
            "metric": demand.metric,
            "band": demand.band,
            "demanded": demand.share,
            "n": found[demand.metric].n,
            "within": demand.reached(found[demand.metric]),
            "median_ratio": found[demand.metric].median_ratio,
            "second_run": demand.reached(ceiling[demand.metric]),
        }
        for demand in DEMANDS
    ]


def _table() -> pd.DataFrame:
    return table_of(validate(ROOT / _MEASURED, hardware=_PROFILE, progress=shown))


def _figure(table: pd.DataFrame) -> Figure:
    return fidelity(series(table, "points"), series(table, "shares"))


def _shares_figure(table: pd.DataFrame, held_out: pd.DataFrame) -> Figure:
    return fidelity_shares(series(table, "shares"), held_out)


EXPERIMENT = Validation(name="fidelity", table=_table, figure=_figure)
