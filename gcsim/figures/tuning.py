"""A search for the best setting: how it went, and where it looked."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, MaxNLocator, NullFormatter

from gcsim.figures.sensitivity import short_names
from gcsim.figures.style import INK, MUTED, PAGE, footnote, headline, styled

__all__ = ["SearchAxis", "mattering", "tuning"]

_FEASIBLE, _BEST, _MARKS = "#4477aa", "#cc3311", {"file": "s", "search": "o", "beside": "D"}
_COLORS = "viridis_r"
_MAGNITUDES = 30  # values so many times as large as each other need a logarithmic axis
_PLAIN = FuncFormatter(lambda value, _: f"{value:,.10g}")
_GROUPS = 5  # of points, from those with the least value of a parameter to those with the greatest


@dataclass(frozen=True, slots=True)
class SearchAxis:
    """How a parameter stands on an axis.

    Attributes
    ----------
    key : str
        Its column.
    unit : str
        Empty if it has none.
    log : bool
    whole : bool
        Whether its values are whole numbers.
    choices : tuple of str
        What its values 0, 1, … mean, where it is no number.
    """

    key: str
    unit: str = ""
    log: bool = False
    whole: bool = False
    choices: tuple[str, ...] = ()


def tuning(  # noqa: PLR0913  # what is drawn, what it means, and what is written around it
    trials: pd.DataFrame, axes: Sequence[SearchAxis], *, metric: str, maximize: bool, finding: str, basis: str
) -> Figure:
    """Draw a search.

    Parameters
    ----------
    trials : DataFrame
        A row for each point in the order in which it was run: ``value`` (of the objective, NaN if there is none),
        ``half_width`` (of its interval, NaN if there is none), ``feasible``, ``best`` (of at most one), ``origin``
        (``file``, ``search`` or ``beside``), and a column for each parameter.
    axes : sequence of SearchAxis
        The parameters.
    metric : str
        What the value is, with its unit, such as ``pause_p99, ms``.
    maximize : bool
        Whether larger values are better.
    finding : str
        What was found, for the headline.
    basis : str
        What the numbers rest on.

    Returns
    -------
    Figure
        Two panels. On the left what each point gave, the best so far, and an interval of the best; on the right the
        points in the plane of the two parameters that matter most, or against the only one, with an interval each.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 3.9))
        history, plane = figure.subplots(1, 2)
        _history(history, trials, metric, maximize=maximize)
        shown = mattering(trials, axes)
        if len(axes) == 1:
            _line(plane, trials, shown[0], metric)
        else:
            _plane(plane, trials, shown, metric, maximize=maximize)
            if len(axes) > len(shown):
                names = short_names([axis.key for axis in axes])
                two = " and ".join(names[axis.key] for axis in shown)
                plane.set_title(f"{two} matter most of {len(axes)}", fontsize=8.5, fontweight="normal", pad=5)
        headline(figure, finding)
        footnote(figure, basis)
    return figure


def mattering(trials: pd.DataFrame, axes: Sequence[SearchAxis]) -> list[SearchAxis]:
    """Return the two parameters that tell most of the value, in the order given.

    Parameters
    ----------
    trials : DataFrame
        As for :func:`tuning`.
    axes : sequence of SearchAxis

    Returns
    -------
    list of SearchAxis
        Those for which the means of the value (by rank) in five groups of points, from the least of the parameter to
        the greatest, differ most.
    """
    known = trials.dropna(subset=["value"])
    ranks = known["value"].rank()

    def told(axis: SearchAxis) -> float:
        groups = (known[axis.key].rank(pct=True) * _GROUPS).apply(np.ceil)
        return float(((ranks.groupby(groups).transform("mean") - ranks.mean()) ** 2).sum())

    best = sorted(axes, key=told, reverse=True)[:2]
    return [axis for axis in axes if axis in best]


def _history(ax: Axes, trials: pd.DataFrame, metric: str, *, maximize: bool) -> None:
    numbered = trials.assign(number=np.arange(1, len(trials) + 1)).dropna(subset=["value"])
    feasible, broken = numbered[numbered["feasible"]], numbered[~numbered["feasible"]]
    if len(broken):
        ax.plot(broken["number"], broken["value"], "x", color=MUTED, markersize=4, label="breaks a limit", zorder=2)
    for origin, label in (("search", "point of the search"), ("file", "the file's own"), ("beside", "beside the best")):
        points = feasible[feasible["origin"] == origin]
        if len(points):
            mark = _MARKS[origin]
            ax.plot(points["number"], points["value"], mark, color=_FEASIBLE, markersize=3.5, label=label, zorder=3)
    so_far = feasible["value"].cummax() if maximize else feasible["value"].cummin()
    if len(feasible):
        ends = [*feasible["number"], len(trials)]
        ax.step(ends, [*so_far, so_far.iloc[-1]], where="post", color=INK, linewidth=1.2, label="best so far", zorder=4)
    best = numbered[numbered["best"]]
    ax.plot(best["number"], best["value"], "*", color=_BEST, markersize=11, label="best", zorder=5)
    _scale(ax, numbered["value"])
    _intervals(ax, best, "number", _BEST)
    ax.set_xlim(0, len(trials) + 1)
    ax.set_xlabel("point")
    ax.set_ylabel(metric)
    _key(ax)


def _plane(ax: Axes, trials: pd.DataFrame, shown: Sequence[SearchAxis], metric: str, *, maximize: bool) -> None:
    across, up = shown
    known = trials.dropna(subset=["value"])
    feasible, broken = known[known["feasible"]], known[~known["feasible"]]
    ax.plot(broken[across.key], broken[up.key], "x", color=MUTED, markersize=4, zorder=2)
    # The best lie on top: where a search ends, points crowd.
    ordered = feasible.sort_values("value", ascending=maximize)
    if len(feasible):
        points = ax.scatter(
            ordered[across.key],
            ordered[up.key],
            c=ordered["value"],
            cmap=_COLORS if maximize else _COLORS.removesuffix("_r"),
            norm=LogNorm() if _spans(ordered["value"]) else None,
            s=20,
            linewidths=0.3,
            edgecolors="white",
            zorder=3,
        )
        bar = ax.figure.colorbar(points, ax=ax, aspect=30, pad=0.02)
        bar.set_label(metric, fontsize=7)
        if _spans(ordered["value"]):
            _log_ticks(bar.ax, "y", ordered["value"])
        else:
            bar.ax.yaxis.set_major_formatter(_PLAIN)
        bar.ax.tick_params(labelsize=7)
        bar.outline.set_visible(False)
    best = known[known["best"]]
    ax.plot(best[across.key], best[up.key], "*", color=_BEST, markersize=13, markeredgecolor="white", zorder=5)
    _axis(ax, across, trials, "x")
    _axis(ax, up, trials, "y")


def _line(ax: Axes, trials: pd.DataFrame, axis: SearchAxis, metric: str) -> None:
    known = trials.dropna(subset=["value"])
    feasible, broken = known[known["feasible"]], known[~known["feasible"]]
    ax.plot(broken[axis.key], broken["value"], "x", color=MUTED, markersize=4, zorder=2)
    ax.plot(feasible[axis.key], feasible["value"], "o", color=_FEASIBLE, markersize=3.5, zorder=3)
    best = known[known["best"]]
    ax.plot(best[axis.key], best["value"], "*", color=_BEST, markersize=11, zorder=5)
    _scale(ax, known["value"])
    _intervals(ax, feasible, axis.key, _FEASIBLE)
    _axis(ax, axis, trials, "x")
    ax.set_ylabel(metric)


def _intervals(ax: Axes, points: pd.DataFrame, across: str, color: str) -> None:
    """Draw the interval of each point that has one; what is below 0 a logarithmic axis does not show."""
    known = points.dropna(subset=["half_width"])
    bottom, _ = ax.get_ylim()
    ax.errorbar(known[across], known["value"], yerr=known["half_width"], fmt="none", color=color, elinewidth=0.8)
    if ax.get_yscale() == "log":
        ax.set_ylim(bottom=bottom)


def _axis(ax: Axes, axis: SearchAxis, trials: pd.DataFrame, which: str) -> None:
    """Give an axis the scale and the name of a parameter."""
    side = ax.xaxis if which == "x" else ax.yaxis
    name = f"{axis.key}, {axis.unit}" if axis.unit else axis.key
    side.set_label_text(name)
    if axis.choices:
        side.set_major_locator(FixedLocator(range(len(axis.choices))))
        side.set_major_formatter(FuncFormatter(lambda at, _: axis.choices[round(at)]))
        (ax.set_xlim if which == "x" else ax.set_ylim)(-0.5, len(axis.choices) - 0.5)
    elif axis.log:
        (ax.set_xscale if which == "x" else ax.set_yscale)("log")
        _log_ticks(ax, which, trials[axis.key])
    elif axis.whole:
        side.set_major_locator(MaxNLocator("auto", integer=True))
    ax.grid(visible=True, axis="both")


def _spans(values: pd.Series) -> bool:
    return bool(values.min() > 0 and values.max() / values.min() > _MAGNITUDES)


def _scale(ax: Axes, values: pd.Series) -> None:
    if _spans(values):
        ax.set_yscale("log")
        _log_ticks(ax, "y", values)
    else:
        ax.yaxis.set_major_formatter(_PLAIN)


def _log_ticks(ax: Axes, which: str, values: pd.Series) -> None:
    """Name 1, 2 and 5 of each magnitude, or magnitudes alone where there are many."""
    side = ax.xaxis if which == "x" else ax.yaxis
    wide = values.max() / values.min() > 10 * _MAGNITUDES
    side.set_major_locator(LogLocator(subs=(1.0,) if wide else (1.0, 2.0, 5.0)))
    side.set_major_formatter(_PLAIN)
    side.set_minor_formatter(NullFormatter())


def _key(ax: Axes) -> None:
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=3, fontsize=6.5, columnspacing=1.2)
