"""How a series is drawn, whatever the figure: simulated as lines, real runtimes as open markers."""

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patheffects import AbstractPathEffect, withStroke

from gcsim.figures.style import INK, MARKERS, PALETTE, ink_of

__all__ = ["HALO", "dodged", "draw_bands", "draw_intervals", "draw_lines", "draw_real", "interval_note", "key_of"]

HALO: list[AbstractPathEffect] = [withStroke(linewidth=2, foreground="white")]
"""Keeps small text legible where lines pass behind it."""


def draw_lines(ax: Axes, table: pd.DataFrame, x: str, y: str, *, minor: bool = False) -> None:
    """Draw a line for each release.

    Parameters
    ----------
    ax : Axes
    table : DataFrame
        ``go`` and the columns `x` and `y`.
    x, y : str
        Columns.
    minor : bool
        Thin and dashed.
    """
    sns.lineplot(
        table,
        x=x,
        y=y,
        hue="go",
        palette=dict(PALETTE),
        linewidth=0.9 if minor else 1.5,
        linestyle=(0, (4, 2)) if minor else "-",
        ax=ax,
        legend=False,
        errorbar=None,
        zorder=3,
    )


def draw_bands(ax: Axes, table: pd.DataFrame, x: str, low: str, high: str) -> None:
    """Shade what lies between two columns, for each release."""
    for go, points in table.groupby("go"):
        ax.fill_between(points[x], points[low], points[high], color=PALETTE[str(go)], alpha=0.16, linewidth=0)


def draw_intervals(ax: Axes, table: pd.DataFrame, x: str, y: str = "p50_ms", *, ink: str = "") -> None:
    """Draw 95 % intervals of points as bars: upright those of `y`, across those of `x`.

    Parameters
    ----------
    ax : Axes
    table : DataFrame
        The columns `x` and `y`, and the ends of their intervals, ``COLUMN_low`` and ``COLUMN_high``; NaN for a point
        without a bar. A column without them has no bars.
    x, y : str
        Columns.
    ink : str
        Colour of the bars; by default that of the release in column ``go``.
    """
    series = [(ink, table)] if ink else [(ink_of(str(go)), points) for go, points in table.groupby("go")]
    for column in (y, x):
        if f"{column}_low" not in table:
            continue
        for color, points in series:
            known = points.dropna(subset=[f"{column}_low", f"{column}_high"])
            low, high = known[f"{column}_low"], known[f"{column}_high"]
            middles = known.assign(**{column: (low + high) / 2})
            half = (high - low) / 2
            ax.errorbar(
                middles[x],
                middles[y],
                xerr=half if column == x else None,
                yerr=half if column == y else None,
                fmt="none",
                ecolor=color,
                elinewidth=0.9,
                capsize=1.8,
                capthick=0.9,
                zorder=3.5,
            )


def interval_note(table: pd.DataFrame) -> str:
    """Return what a footnote says of the bars of :func:`draw_intervals`; nothing if there are none."""
    runs = table["replications"].min() if "replications" in table else 1
    if runs > 1:
        return f" Small bars: 95 % intervals over {runs:.0f} replications; unseen if narrower than line or marker."
    known = "p50_ms_low" in table and table["p50_ms_low"].notna().any()
    return " Small bars: 95 % interval of the median." if known else ""


def draw_real(ax: Axes, table: pd.DataFrame, x: str, y: str, *, to: str | None = None) -> None:
    """Draw points of real runtimes as open markers, with a bar up to another column if there is one."""
    for go, points in table.groupby("go"):
        ax.errorbar(
            points[x],
            points[y],
            yerr=None if to is None else [0 * points[y], points[to] - points[y]],
            fmt=MARKERS[str(go)],
            color=ink_of(str(go)),
            markerfacecolor="white",
            markersize=4.5,
            elinewidth=1.0,
            zorder=4,
        )


def dodged(table: pd.DataFrame, column: str, factor: float) -> pd.DataFrame:
    """Move points that share a place on a logarithmic axis apart, by a factor from each release to the next."""
    releases = list(PALETTE)
    steps = table["go"].map(releases.index) - len(releases) // 2
    return table.assign(**{column: table[column] * factor**steps})


def key_of(
    label: str,
    *,
    marker: str = "",
    filled: bool = False,
    line: str | tuple[float, tuple[float, ...]] = "",
    size: float = 4.5,
) -> Line2D:
    """Return an entry of a key: what a marker or a line means, for all releases."""
    return Line2D(
        [],
        [],
        color=INK,
        marker=marker,
        markerfacecolor=INK if filled else "white",
        markersize=size,
        linestyle=line,  # type: ignore[arg-type]  # matplotlib takes dashes as tuples too
        linewidth=1.2,
        label=label,
    )
