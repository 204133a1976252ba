"""Validation and calibration as tables for a terminal."""

import math

from rich.markup import escape
from rich.table import Table

from gcsim.fidelity.comparison import BANDS, LEAST_N, Shares, shares
from gcsim.fidelity.fit import Calibration, Fitted
from gcsim.fidelity.metrics import METRICS
from gcsim.fidelity.objective import FITTED_METRICS
from gcsim.fidelity.validate import ValidationReport

__all__ = ["metric_table", "parameter_table", "residual_table", "worst_table"]

WORST = 15
"""Rows of the table of worst ratios."""


def metric_table(report: ValidationReport) -> Table:
    """Return how well each metric is met, with what a second real run reaches beside it.

    Parameters
    ----------
    report : ValidationReport
        Real runs against simulated ones.

    Returns
    -------
    rich.table.Table
        A row for each metric: shares in percent, that of a second real run behind a stroke.
    """
    table = Table(
        title=f"Simulated ({report.hardware}) against measured: share of cases within a band | of second real runs",
        title_justify="left",
    )
    unjudged = sum(not one.judged for one in report.comparisons)
    if unjudged:
        table.caption = f"{unjudged} more rest on fewer than {LEAST_N} collections: listed by --json, not judged"
    table.add_column("metric")
    table.add_column("n", justify="right")
    for band in BANDS:
        table.add_column(f"{band:g}x", justify="right")
    table.add_column("median ratio", justify="right")
    ceiling = shares(report.ceiling)
    for metric, of_metric in shares(report.comparisons).items():
        bands = [f"{_percent(of_metric, band)} | {_percent(ceiling[metric], band)}" for band in BANDS]
        medians = f"{_factor(of_metric)} | {_factor(ceiling[metric])}"
        table.add_row(metric, str(of_metric.n), *bands, medians)
    return table


def worst_table(report: ValidationReport) -> Table:
    """Return the judged comparisons that are furthest off.

    Parameters
    ----------
    report : ValidationReport
        Real runs against simulated ones.

    Returns
    -------
    rich.table.Table
        At most :data:`WORST` rows, the worst first.
    """
    worst = sorted(
        (one for one in report.comparisons if one.judged and not one.one_collection),
        key=lambda one: one.abs_log_ratio,
        reverse=True,
    )
    table = Table(title="The worst ratios", title_justify="left")
    for column in ("case", "go", "metric", "unit"):
        table.add_column(column)
    for column in ("measured", "simulated", "ratio", "n"):
        table.add_column(column, justify="right")
    for one in worst[:WORST]:
        table.add_row(
            one.case,
            one.go,
            one.metric,
            METRICS[one.metric],
            f"{one.measured:.4g}",
            "-" if one.simulated is None else f"{one.simulated:.4g}",
            "-" if one.ratio is None else f"{one.ratio:.2f}",
            str(one.n),
        )
    return table


def parameter_table(calibration: Calibration) -> Table:
    """Return the fitted numbers.

    Parameters
    ----------
    calibration : Calibration
        The fit.

    Returns
    -------
    rich.table.Table
        A row for each, with its standard error and the share of points that it explains; the last column says which the
        runs cannot tell and which ended at a bound.
    """
    table = Table(
        title=f"{len(calibration.fitted)} numbers fitted to {len(calibration.runs)} runs", title_justify="left"
    )
    table.add_column("number")
    for column in ("start", "fitted", "error", "explains"):
        table.add_column(column, justify="right")
    table.add_column("unit")
    table.add_column("")
    for one in calibration.fitted:
        remarks = [] if one.identified else ["not identified"]
        remarks += ["at its bound"] if one.at_bound else []
        table.add_row(
            escape(one.parameter.name),
            f"{one.parameter.start:g}",
            f"{one.value:g}",
            _error(one),
            f"{one.explains:.0%}",
            one.parameter.unit,
            ", ".join(remarks),
        )
    if not calibration.converged:
        table.caption = "The last steps still gained: another fit that begins with this profile may improve it."
    return table


def residual_table(calibration: Calibration) -> Table:
    """Return how well each metric was met before the fit and is met after it.

    Parameters
    ----------
    calibration : Calibration
        The fit.

    Returns
    -------
    rich.table.Table
        A row for each metric; those that were not fitted have a star.
    """
    table = Table(title="Simulated against measured: before the fit -> after it", title_justify="left")
    table.add_column("metric")
    for column in ("n", "1.25x", "1.5x", "2x", "median ratio"):
        table.add_column(column, justify="right")
    after = shares(calibration.after)
    for metric, of_metric in shares(calibration.before).items():
        bands = [f"{_percent(of_metric, band)} -> {_percent(after[metric], band)}" for band in (1.25, 1.5, 2.0)]
        star = "" if metric in FITTED_METRICS else " *"
        table.add_row(f"{metric}{star}", str(of_metric.n), *bands, f"{_factor(of_metric)} -> {_factor(after[metric])}")
    table.caption = "* not fitted"
    return table


def _error(one: Fitted) -> str:
    if not one.identified:
        return "-"
    return f"{one.error:.2f} logit" if one.parameter.share else f"{math.expm1(one.error):.0%}"


def _percent(of_metric: Shares, band: float) -> str:
    return f"{of_metric.within[band]:.0%}" if of_metric.n else "-"


def _factor(of_metric: Shares) -> str:
    median = of_metric.median_abs_log_ratio
    return "-" if median is None else f"{math.exp(median):.2f}"
