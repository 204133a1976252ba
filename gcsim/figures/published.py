"""What others published against its simulation, with bands, and the misses by name."""

import textwrap
from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter

from gcsim.figures.labels import pause_text, spread
from gcsim.figures.marks import HALO, key_of
from gcsim.figures.style import MUTED, PALETTE, footnote, headline, ink_of, release_name, styled

__all__ = ["published"]

_WIDTH, _HEIGHT = 9.2, 5.9
_BANDS = ((2.0, 0.10), (1.5, 0.19), (1.25, 0.30))
"""Factors, widest first, and how dark the band of each is."""

_WITHIN = 2.0
_SHAPES = ("o", "s", "D", "^", "v", "P", "X", "p", "*", "h", "<", ">")
_MARGIN = 1.8  # of the axes beyond the outermost points, as a factor
_COLUMNS = 54  # characters of a line of the list of misses
_LINE, _GAP = 0.0235, 0.006  # of the height of the list, and between two of its entries
_KEY_LINE = 0.035  # of the same height, a line of the key above it
_AWAY, _APART = 0.022, 0.024  # of the axes: a miss's number from its point, and from the next number


def published(table: pd.DataFrame) -> Figure:
    """Draw published figures against simulated ones.

    Parameters
    ----------
    table : DataFrame
        A row for each figure: ``name``, ``group``, ``half`` (``fitted`` or ``judged``), ``go`` (a release, perhaps with
        its patch), ``published_ms``, ``low_ms`` and ``high_ms`` (NaN where no band was published), ``simulated_ms`` and
        ``ratio`` (NaN where nothing is simulated), ``quantity``.

    Returns
    -------
    Figure
        Left, both on logarithmic axes with bands of 1.25, 1.5 and 2 times: colours are releases, shapes groups, rows
        that a fit saw are open. Right, what the shapes mean with how many of each lie within a factor of two, and the
        misses by the numbers that stand at their points.
    """
    table = table.assign(release=table["go"].fillna("").str.extract(r"^(\d+\.\d+)", expand=False))
    simulated = table[table["simulated_ms"].notna()]
    groups = list(dict.fromkeys(simulated["group"]))
    misses = simulated[~simulated["ratio"].between(1 / _WITHIN, _WITHIN)].sort_values("ratio", ignore_index=True)
    with styled():
        figure = Figure(figsize=(_WIDTH, _HEIGHT))
        ax, beside = figure.subplots(1, 2, width_ratios=(1.75, 1))
        _bands(ax, simulated)
        _points(ax, simulated, dict(zip(groups, _SHAPES, strict=False)))
        _numbers(ax, misses)
        _colours(ax, sorted(set(simulated["release"])))
        ax.set_xlabel("published")
        ax.set_ylabel("simulated under the stated conditions")
        beside.set_axis_off()
        beside.legend(
            handles=_key(simulated, dict(zip(groups, _SHAPES, strict=False))),
            loc="upper left",
            bbox_to_anchor=(-0.08, 1.0),
            title="group (within a factor of 2)",
            alignment="left",
            fontsize=7,
            title_fontsize=7.5,
            borderaxespad=0.0,
            handletextpad=0.4,
            labelspacing=0.35,
        )
        _list(beside, misses, top=1 - _KEY_LINE * (len(groups) + 3))
        headline(figure, _finding(simulated, misses))
        footnote(figure, _basis(table, simulated))
    return figure


def _bands(ax: Axes, table: pd.DataFrame) -> None:
    values = table[["published_ms", "simulated_ms"]].to_numpy(np.float64)
    ends = np.array([values.min() / _MARGIN, values.max() * _MARGIN])
    for factor, alpha in _BANDS:
        grey = str(1 - alpha)
        ax.fill_between(ends, ends / factor, ends * factor, color=grey, linewidth=0, zorder=1, label=f"{factor:g}x")
    ax.plot(ends, ends, color=MUTED, linewidth=0.8, zorder=1)
    ax.set(xscale="log", yscale="log", xlim=ends, ylim=ends)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(FuncFormatter(lambda value, _: pause_text(value)))


def _points(ax: Axes, table: pd.DataFrame, shapes: dict[str, str]) -> None:
    for (group, release, half), points in table.groupby(["group", "release", "half"], sort=False):
        fitted = half == "fitted"
        colour = PALETTE[str(release)]
        ax.errorbar(
            points["published_ms"],
            points["simulated_ms"],
            xerr=[
                (points["published_ms"] - points["low_ms"]).fillna(0.0).clip(lower=0.0),
                (points["high_ms"] - points["published_ms"]).fillna(0.0).clip(lower=0.0),
            ],
            fmt=shapes[str(group)],
            color=ink_of(str(release)) if fitted else colour,
            ecolor=colour,
            elinewidth=0.5,
            markerfacecolor="white" if fitted else colour,
            markeredgecolor=ink_of(str(release)),
            markeredgewidth=0.7,
            markersize=5,
            zorder=4,
        )


def _numbers(ax: Axes, misses: pd.DataFrame) -> None:
    """Write the number of each miss beside its point, away from the diagonal and from the other numbers."""
    numbered = misses.assign(number=range(1, len(misses) + 1))
    for below in (True, False):
        side = numbered[(numbered["ratio"] < 1) == below]
        points = side[["published_ms", "simulated_ms"]].to_numpy(np.float64)
        places = ax.transAxes.inverted().transform(ax.transData.transform(points)) if len(side) else points
        heights = spread([float(y) for _, y in places], _APART)
        for (x, _), height, point, (_, miss) in zip(places, heights, points, side.iterrows(), strict=True):
            ax.annotate(
                str(miss["number"]),
                xy=(point[0], point[1]),
                xytext=(x + (_AWAY if below else -_AWAY), height),
                textcoords="axes fraction",
                ha="left" if below else "right",
                va="center",
                fontsize=6,
                color=ink_of(str(miss["release"])),
                arrowprops={"arrowstyle": "-", "color": MUTED, "linewidth": 0.4, "shrinkA": 0, "shrinkB": 2},
                path_effects=HALO,
                zorder=6,
            )


def _colours(ax: Axes, releases: Sequence[str]) -> None:
    patches = [Patch(color=PALETTE[release], label=release_name(release)) for release in releases]
    key = ax.legend(handles=patches, loc="upper left", fontsize=7.5, labelcolor=[ink_of(go) for go in releases])
    ax.add_artist(key)
    bands, names = ax.get_legend_handles_labels()
    ax.legend(bands, names, loc="lower right", fontsize=7, title="simulated within", title_fontsize=7)


def _key(table: pd.DataFrame, shapes: dict[str, str]) -> list[Line2D]:
    lines = []
    for group, shape in shapes.items():
        ratios = table.loc[table["group"] == group, "ratio"]
        within = int(ratios.between(1 / _WITHIN, _WITHIN).sum())
        lines.append(key_of(f"{group} ({within} of {len(ratios)})", marker=shape, filled=True, size=4.5))
    open_ones = key_of("open: the profile's numbers were fitted to it", marker="o", size=4.5)
    return [*lines, open_ones]


def _list(ax: Axes, misses: pd.DataFrame, *, top: float) -> None:
    """Write the misses below each other: number, factor and name."""
    if len(misses):
        ax.text(-0.04, top, "misses (simulated over published)", fontsize=7.5, va="top", transform=ax.transAxes)
    at = top - 1.5 * _LINE
    for number, (_, miss) in enumerate(misses.iterrows(), start=1):
        text = textwrap.fill(f"{number}  {miss['ratio']:.2g}x  {miss['name']}", _COLUMNS, subsequent_indent="     ")
        at -= _GAP
        ax.text(-0.04, at, text, fontsize=6.3, va="top", color=ink_of(str(miss["release"])), transform=ax.transAxes)
        at -= _LINE * (text.count("\n") + 1)


def _finding(simulated: pd.DataFrame, misses: pd.DataFrame) -> str:
    first, last = min(simulated["release"]), max(simulated["release"])
    judged = simulated[simulated["half"] == "judged"]
    within = judged["ratio"].between(1 / _WITHIN, _WITHIN).mean()
    share = 1 - len(misses) / len(simulated)
    return (
        f"{len(simulated)} published figures of {release_name(first)} to {last} beside one set of laws: {share:.0%} "
        f"lie within a factor of 2, and {within:.0%} of those {len(judged)} that no number was fitted to"
    )


def _basis(table: pd.DataFrame, simulated: pd.DataFrame) -> str:
    fitted = (simulated["half"] == "fitted").sum()
    return (
        "Stops, whole pauses, concurrent marks and longest operations; medians, 95th and 99th percentiles, means, "
        f"maxima as published. Horizontal bars: a published band. {fitted} rows were fitted. "
        f"{len(table) - len(simulated)} more are listed without a simulation: no row of mechanisms for their release. "
        "Conditions that were not published were assumed with all rows in view. Sources, conditions and the likely "
        "reason of each miss stand in the table beside this figure."
    )
