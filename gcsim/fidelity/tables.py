"""Validation, calibration and hold-out as tables for a terminal."""

import math
from collections.abc import Mapping
from dataclasses import fields
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from gcsim.costs import Costs
from gcsim.fidelity.comparison import LEAST_N, Shares, shares
from gcsim.fidelity.demands import DEMANDS, Demand, demands_of
from gcsim.fidelity.fit import Calibration, Fitted
from gcsim.fidelity.holdout import HoldOut
from gcsim.fidelity.metrics import METRICS
from gcsim.fidelity.objective import FITTED_METRICS
from gcsim.fidelity.validate import ValidationReport

__all__ = [
    "correlation_table",
    "hold_out_table",
    "metric_table",
    "parameter_table",
    "published_table",
    "release_table",
    "residual_table",
    "unjudged_table",
    "untold_table",
    "worst_table",
]

WORST = 15
"""Rows of the table of worst ratios."""

_SHOWN_BANDS = (1.15, 1.25, 1.5, 2.0)


def metric_table(report: ValidationReport) -> Table:
    """Return how well each metric is met, with what a second real run reaches and what is demanded beside it.

    Parameters
    ----------
    report : ValidationReport
        Real runs against simulated ones.

    Returns
    -------
    rich.table.Table
        A row for each metric: shares in percent, that of a second real run behind a stroke.
    """
    table = _table(f"Simulated ({report.hardware}) against measured: % of cases within a band | % of second real runs")
    table.add_column("metric")
    table.add_column("n", justify="right")
    for band in _SHOWN_BANDS:
        table.add_column(f"{band:g}x", justify="right")
    table.add_column("median off", justify="right")
    table.add_column("demanded")
    found, ceiling, demands = shares(report.comparisons), shares(report.ceiling), demands_of()
    for metric, of_metric in found.items():
        bands = [f"{_percent(of_metric, band)} | {_percent(ceiling[metric], band)}" for band in _SHOWN_BANDS]
        medians = f"{_factor(of_metric)} | {_factor(ceiling[metric])}"
        verdicts = "\n".join(_verdict(demand, of_metric) for demand in demands[metric])
        table.add_row(metric, str(of_metric.n), *bands, medians, verdicts)
    judged = [demand.met(found[demand.metric]) for demand in DEMANDS]
    met = f"{judged.count(True)} of {judged.count(True) + judged.count(False)} demands are met."
    table.caption = f"{met} Median off: half of the ratios are no further from 1 than this factor."
    return table


def release_table(report: ValidationReport) -> Table:
    """Return the ratios of each metric in each release.

    Parameters
    ----------
    report : ValidationReport
        Real runs against simulated ones.

    Returns
    -------
    rich.table.Table
        A row for each metric, a column for each release: the median ratio of simulated to measured, and behind it the
        share of cases within the widest band that is demanded of the metric, in percent.
    """
    releases = sorted({one.go for one in report.comparisons})
    table = _table("Median ratio of simulated to measured, and % of cases within a band, by release")
    table.add_column("metric")
    table.add_column("band", justify="right")
    for go in releases:
        table.add_column(f"Go {go}", justify="right")
    table.add_column("all", justify="right")
    of_columns = [shares([one for one in report.comparisons if one.go == go]) for go in releases]
    of_columns.append(shares(report.comparisons))
    for metric, demands in demands_of().items():
        band = demands[-1].band
        cells = [_ratio_and_share(column[metric], band) for column in of_columns]
        table.add_row(metric, f"{band:g}x", *cells)
    return table


def unjudged_table(report: ValidationReport) -> Table | None:
    """Return what rests on too few collections to be judged.

    Parameters
    ----------
    report : ValidationReport
        Real runs against simulated ones.

    Returns
    -------
    rich.table.Table or None
        A row for each case in a release, with its metrics and their ratios; None if everything is judged.
    """
    unjudged = [one for one in report.comparisons if not one.judged]
    if not unjudged:
        return None
    table = _table(f"Not judged: on fewer than {LEAST_N} collections")
    for column in ("case", "go", "simulated over measured"):
        table.add_column(column)
    for (case, go), group in groupby(unjudged, key=lambda one: (one.case, one.go)):
        ratios = (f"{one.metric} {'-' if one.ratio is None else f'{one.ratio:.2f}'} (n={one.n})" for one in group)
        table.add_row(escape(case), go, ", ".join(ratios))
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
    table = _table("The worst ratios")
    for column in ("case", "go", "metric", "unit"):
        table.add_column(column)
    for column in ("measured", "simulated", "ratio", "n"):
        table.add_column(column, justify="right")
    for one in worst[:WORST]:
        table.add_row(
            escape(one.case),
            one.go,
            one.metric,
            METRICS[one.metric],
            f"{one.measured:.4g}",
            "-" if one.simulated is None else f"{one.simulated:.4g}",
            "-" if one.ratio is None else f"{one.ratio:.3g}",
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
        runs cannot tell, and which ended at a bound.
    """
    table = _table(f"{len(calibration.fitted)} free numbers, fitted to {len(calibration.runs)} runs")
    table.add_column("number", no_wrap=True, min_width=max(len(one.parameter.name) for one in calibration.fitted))
    for column in ("start", "fitted", "error", "explains"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("unit")
    table.add_column("", no_wrap=True)
    for one in calibration.fitted:
        remarks = [] if one.identified else ["not identified"]
        remarks += ["at its bound"] if one.at_bound else []
        table.add_row(
            escape(one.parameter.name),
            f"{one.parameter.start:g}",
            f"{one.value:g}" if one.identified else "as at start",
            _error(one),
            f"{one.explains:.0%}",
            one.parameter.unit,
            ", ".join(remarks),
        )
    captions = ["Explains: share of the fitted points that follow a number by at least a tenth of its relative change."]
    if not calibration.converged:
        captions.append("The last steps still gained: another fit that begins with this profile may improve it.")
    table.caption = "\n".join(captions)
    return table


def correlation_table(calibration: Calibration) -> Table | None:
    """Return the pairs of numbers that the runs hardly tell apart.

    Parameters
    ----------
    calibration : Calibration
        The fit.

    Returns
    -------
    rich.table.Table or None
        The most strongly correlated first; None if there are none.
    """
    if not calibration.correlated:
        return None
    table = _table("Hardly told apart: numbers whose errors go together")
    for column in ("number", "with"):
        table.add_column(column)
    table.add_column("correlation", justify="right")
    for pair in calibration.correlated:
        table.add_row(escape(pair.first.name), escape(pair.second.name), f"{pair.coefficient:+.2f}")
    return table


def published_table(calibration: Calibration) -> Table:
    """Return what these runs do not decide, with the source of what it is taken as.

    Parameters
    ----------
    calibration : Calibration
        The fit.

    Returns
    -------
    rich.table.Table
        The free numbers that the runs do not identify, then the published ones that are not free. The caption counts
        the others that are not free: measured apart, or assumed.
    """
    table = _table("Not decided by these runs")
    table.add_column("number", no_wrap=True)
    table.add_column("taken as", justify="right")
    table.add_column("source", overflow="fold")
    for one in calibration.fitted:
        if not one.identified:
            table.add_row(
                escape(one.parameter.name),
                f"{one.value:g}",
                f"{calibration.start.profile}, where the fit began; {_source(one.parameter.field)}",
            )
    fixed = [field.name for field in fields(calibration.costs) if not field.metadata["fit"]]
    published = [name for name in fixed if _source(name).startswith("published")]
    for name in published:
        table.add_row(name, _value(getattr(calibration.costs, name)), _source(name))
    table.caption = (
        f"{len(fixed) - len(published)} more are measured apart or assumed: the profile names their sources."
    )
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
    table = _table("Simulated against measured: % of cases within a band, before the fit -> after it")
    table.add_column("metric")
    for column in ("n", "1.25x", "1.5x", "2x", "median off"):
        table.add_column(column, justify="right")
    after = shares(calibration.after)
    for metric, of_metric in shares(calibration.before).items():
        bands = [f"{_percent(of_metric, band)} -> {_percent(after[metric], band)}" for band in (1.25, 1.5, 2.0)]
        star = "" if metric in FITTED_METRICS else " *"
        table.add_row(f"{metric}{star}", str(of_metric.n), *bands, f"{_factor(of_metric)} -> {_factor(after[metric])}")
    table.caption = "* not fitted"
    return table


def hold_out_table(found: HoldOut) -> Table:
    """Return how well each demand is met on the cases of each axis, by the fit to all cases and by one without them.

    Parameters
    ----------
    found : HoldOut
        A hold-out by axis.

    Returns
    -------
    rich.table.Table
        A row for each demand, a column for each axis and one for all together: percent within the band when fitted and
        when held out; a second real run's stands beside what is demanded.
    """
    rows = found.rows()
    axes = list(dict.fromkeys(row.axis for row in rows))
    by_axis = {axis: [row for row in rows if row.axis == axis] for axis in axes}
    table = _table("Hold-out by axis: % of cases within a band, fitted -> held out")
    table.add_column("metric")
    for column in ("band", "demanded", "second run"):
        table.add_column(column, justify="right")
    for axis in axes:
        table.add_column(axis, justify="right")
    for of_demand in zip(*by_axis.values(), strict=True):
        last = of_demand[-1]
        demanded = "" if last.demanded is None else _whole(last.demanded)
        cells = [
            _judged(f"{_whole(row.fitted)} -> {_whole(row.held_out)}", row.held_out, row.demanded) for row in of_demand
        ]
        table.add_row(last.metric, f"{last.band:g}x", demanded, _whole(last.second_run), *cells)
    table.add_section()
    table.add_row("cases", "", "", "", *(str(len(one.cases)) for one in found.axes), "")
    return table


def untold_table(found: HoldOut) -> Table:
    """Return what each fit without an axis could not tell.

    Parameters
    ----------
    found : HoldOut
        A hold-out by axis.

    Returns
    -------
    rich.table.Table
        A row for each axis: its cases, and the numbers that only they tell, with where these stayed.
    """
    table = _table("What only the held-out cases tell: what was known before took its place")
    for column in ("without", "cases held out", "not identified by the others"):
        table.add_column(column)
    for one in found.axes:
        left = ", ".join(escape(f"{left.name} = {left.value:g}") for left in found.lost(one))
        table.add_row(one.axis, escape(", ".join(one.cases)), left or "nothing")
    if known := found.start_knows:
        table.caption = (
            f"{found.published.profile} says that it was fitted to {len(known)} of these cases itself: what is taken "
            "from it was then not held out. Name a profile of published numbers (--published)."
        )
    return table


def _table(title: str) -> Table:
    return Table(title=title, title_justify="left", caption_justify="left", box=SIMPLE_HEAD, padding=(0, 1))


def _verdict(demand: Demand, of_metric: Shares) -> str:
    if demand.share is None:
        return "listed"
    asked = f"{demand.share:.0%} within {demand.band:g}x"
    met = demand.met(of_metric)
    if met is None:
        return f"{asked}: -"
    return f"[green]{asked}: met[/]" if met else f"[red]{asked}: missed[/]"


def _judged(text: str, reached: float | None, demanded: float | None) -> str:
    if reached is None or demanded is None:
        return text
    return text if reached >= demanded else f"[red]{text} ![/]"


def _ratio_and_share(of_metric: Shares, band: float) -> str:
    if of_metric.median_ratio is None:
        return "-"
    return f"{of_metric.median_ratio:.2f}  {_percent(of_metric, band):>3}"


def _source(field: str) -> str:
    return str(Costs.__dataclass_fields__[field].metadata["source"])


def _value(value: float | Mapping[str, float]) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {number:g}" for key, number in value.items())
    return f"{value:g}"


def _error(one: Fitted) -> str:
    if not one.identified:
        return "-"
    return f"{one.error:.2f} logit" if one.parameter.share else f"{math.expm1(one.error):.0%}"


def _percent(of_metric: Shares, band: float) -> str:
    return _whole(of_metric.within.get(band))


def _whole(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.0f}"


def _factor(of_metric: Shares) -> str:
    median = of_metric.median_abs_log_ratio
    return "-" if median is None else f"{math.exp(median):.2f}"
