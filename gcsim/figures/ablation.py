"""What each mechanism bought of the pause, from the first release to the last, as a waterfall."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from gcsim.figures.labels import pause_text, size_text
from gcsim.figures.marks import HALO
from gcsim.figures.style import INK, MARKERS, MUTED, PAGE, PALETTE, footnote, headline, ink_of, release_name, styled

__all__ = ["ablation"]

_LEAST_FACTOR = 1.3
"""A mechanism that changes no program's pause by so much, in either direction, shares a bar with others alike."""

_ROW_INCHES = 0.2
_FRAME_INCHES = 1.6
_BAR = 0.68
_ROOM = (9.0, 5.0)  # factors beyond the least and the greatest pause, for what stands beside the bars
_HATCH = "////"
_ABOVE: Mapping[str, Any] = {
    "xytext": (0, 5),
    "xycoords": "axes fraction",
    "textcoords": "offset points",
    "fontsize": 6.3,
    "color": MUTED,
}
_BESIDE: Mapping[str, Any] = {
    "textcoords": "offset points",
    "va": "center",
    "fontsize": 6.5,
    "path_effects": HALO,
    "zorder": 5,
}
_LEFT: Mapping[str, Any] = {"xytext": (-4, -0.5), "ha": "right"}
_RIGHT: Mapping[str, Any] = {"xytext": (5, -0.5), "ha": "left"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the figure.

    Attributes
    ----------
    go : str
        A release.
    label : str
        Its name, or that of a mechanism.
    steps : tuple of int
        Whose factors the bar of a mechanism, or of several together, stands for; none for the release itself.
    """

    go: str
    label: str
    steps: tuple[int, ...] = ()


def ablation(table: pd.DataFrame) -> Figure:
    """Draw by which factor each mechanism changes the pause, on the way from one release to the next.

    Parameters
    ----------
    table : DataFrame
        For each ``program`` the same steps in order, from the first release to the last: ``from_go`` and ``go`` (the
        releases that the step lies between), ``mechanism`` and ``new`` (names and values, joined by ``+`` where
        several change together), ``cycles`` and the median pauses ``before_ms`` and ``p50_ms``; each step begins with
        what the one before it ended with. ``live_heap_mib``, ``parked``, ``dirty`` (share of those that run) and
        ``globals_mib`` say how big a program is.

    Returns
    -------
    Figure
        A column of bars for each program, on a common logarithmic axis. Bars are ratios, and add up as they are drawn:
        from each release's pause to the next one's. Those of mechanisms that change no program's pause by 15 % are
        drawn as one bar behind the others of their release.
    """
    programs = [points for _, points in table.groupby("program", sort=False)]
    factors = np.array([points["p50_ms"] / points["before_ms"] for points in programs])
    rows = _rows(programs[0], np.abs(np.log(factors)).max(axis=0) >= np.log(_LEAST_FACTOR))
    with styled():
        figure = Figure(figsize=(PAGE, _FRAME_INCHES + _ROW_INCHES * len(rows)))
        axes = figure.subplots(1, len(programs), sharex=True, sharey=True, squeeze=False)[0]
        for ax, points, changes in zip(axes, programs, factors, strict=True):
            _waterfall(ax, rows, changes, float(points["before_ms"].iloc[0]))
            ax.set_title(str(points["program"].iloc[0]), pad=15)
            ax.annotate(_size(points.iloc[0]), (0, 1), **_ABOVE)
        _frame(axes, rows, table)
        axes[len(axes) // 2].set_xlabel("pause of a collection (all its stops), median")
        headline(figure, _finding(programs))
        footnote(figure, _basis(table, programs[0]))
    return figure


def _rows(steps: pd.DataFrame, shown: npt.NDArray[np.bool_]) -> list[_Row]:
    """List the lines of the figure: the releases, between them the mechanisms."""
    first = str(steps["from_go"].iloc[0])
    rows = [_Row(first, release_name(first))]
    for go in dict.fromkeys(steps["go"]):
        own = np.flatnonzero(steps["go"] == go)
        rows += [_Row(go, _label(steps.iloc[step]), (int(step),)) for step in own[shown[own]]]
        rest = tuple(int(step) for step in own[~shown[own]])
        if rest:
            rows.append(_Row(go, f"{len(rest)} other{'s' * (len(rest) > 1)}", rest))
        rows.append(_Row(go, release_name(go)))
    return rows


def _label(step: pd.Series, *, short: bool = False) -> str:
    """Name a mechanism and what it became; of several that change together the first, and how many more."""
    first, *more = str(step["mechanism"]).split("+")
    new, *_ = str(step["new"]).split("+")
    name = f"{first}: {new}".replace("_", " ")
    return name if short or not more else f"{name} (+{len(more)})"


def _waterfall(ax: Axes, rows: Sequence[_Row], factors: npt.NDArray[np.float64], start: float) -> None:
    at = start
    for height, row in enumerate(rows):
        if height:
            ax.plot([at, at], [height - 1, height], color=MUTED, linewidth=0.5, zorder=1)
        if row.steps:
            before, at = at, at * float(np.prod(factors[list(row.steps)]))
            _bar(ax, height, row.go, before, at)
        else:
            ax.plot(at, height, marker=MARKERS[row.go], color=PALETTE[row.go], markersize=5.5, zorder=4)
            ax.annotate(pause_text(at), (at, height), **_RIGHT, **_BESIDE, color=ink_of(row.go), fontweight="bold")


def _bar(ax: Axes, height: int, go: str, before: float, after: float) -> None:
    less = after <= before
    ax.barh(
        height,
        after - before,
        left=before,
        height=_BAR,
        facecolor=PALETTE[go] if less else "white",
        edgecolor=PALETTE[go],
        linewidth=0.6,
        hatch="" if less else _HATCH,
        zorder=3,
    )
    factor = before / after if less else after / before
    if factor >= _LEAST_FACTOR:
        sign, side = ("\N{DIVISION SIGN}", _LEFT) if less else ("\N{MULTIPLICATION SIGN}", _RIGHT)
        ax.annotate(f"{sign}\N{THIN SPACE}{_factor_text(factor)}", (after, height), **side, **_BESIDE, color=INK)


def _factor_text(factor: float) -> str:
    return f"{factor:,.0f}" if factor >= 10 else f"{factor:.2g}"  # noqa: PLR2004  # two digits


def _frame(axes: Sequence[Axes], rows: Sequence[_Row], table: pd.DataFrame) -> None:
    """Name the lines, and give all panels the same logarithmic axis."""
    first, pauses = axes[0], np.concatenate([table["before_ms"], table["p50_ms"]])
    first.set_yticks(range(len(rows)), [row.label for row in rows], fontsize=7)
    first.set_ylim(len(rows) - 0.4, -0.6)
    for tick, row in zip(first.get_yticklabels(), rows, strict=True):
        if not row.steps:
            tick.set(color=ink_of(row.go), fontweight="bold", fontsize=8)
    first.set_xscale("log")
    first.set_xlim(pauses.min() / _ROOM[0], pauses.max() * _ROOM[1])
    for ax in axes:
        ax.tick_params(axis="y", length=0)
        ax.grid(axis="x")
        ax.grid(visible=False, axis="y")
        ax.xaxis.set_major_locator(LogLocator(base=100))
        ax.xaxis.set_minor_locator(NullLocator())
        ax.xaxis.set_major_formatter(FuncFormatter(lambda ms, _: pause_text(ms)))
        for height, row in enumerate(rows):
            if not row.steps:
                ax.axhspan(height - 0.5, height + 0.5, color=PALETTE[row.go], alpha=0.1, linewidth=0, zorder=0)


def _size(point: pd.Series) -> str:
    texts = [f"{size_text(point['live_heap_mib'])} live"]
    if point["parked"]:
        texts.append(f"{point['parked']:,.0f} parked")
    if point["dirty"]:
        texts.append(f"{point['dirty']:.0%} dirty")
    if point["globals_mib"] >= 1:
        texts.append(f"{size_text(point['globals_mib'])} of globals")
    return ", ".join(texts)


def _finding(programs: Sequence[pd.DataFrame]) -> str:
    """Say what bought most for all programs together, and what bought each of them most beside that."""
    factors = np.array([steps["before_ms"] / steps["p50_ms"] for steps in programs])
    first = int(np.prod(factors, axis=0).argmax())
    least, most = (_factor_text(factor) for factor in (factors[:, first].min(), factors[:, first].max()))
    factors[:, first] = 0
    beside = [
        f"{_phrase(steps.iloc[best])} those of {steps['program'].iloc[0]} by {_factor_text(own[best])}"
        for steps, own, best in zip(programs, factors, factors.argmax(axis=1), strict=True)
    ]
    span = least if least == most else f"{least} to {most}"
    return f"{_phrase(programs[0].iloc[first])} divides pauses by {span}; beside it, {', '.join(beside)}"


def _phrase(step: pd.Series) -> str:
    return f"\u201c{_label(step, short=True)}\u201d ({step['go']})"


def _basis(table: pd.DataFrame, steps: pd.DataFrame) -> str:
    together = [str(names).replace("_", " ").split("+") for names in steps["mechanism"] if "+" in str(names)]
    return (
        f"Simulated: {len(steps)} steps from {release_name(steps['from_go'].iloc[0])} to {steps['go'].iloc[-1]}, one "
        f"after another, 4 Ps, GOGC=100; a median rests on the {table['cycles'].min():.0f} collections of one run. "
        "Bars are ratios, solid where the pause becomes shorter and hatched where longer, and add up to those of the "
        "releases. "
        f"Mechanisms that change no program's pause by {_LEAST_FACTOR - 1:.0%} share a bar, drawn last."
        + "".join(f" (+{len(more)}): with {', '.join(more)}." for _, *more in together)
    )
