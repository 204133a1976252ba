"""Goroutines, heap and pause over time, of a program that leaks and of the same one cured."""

from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from gcsim.figures.labels import pause_axis, pause_text
from gcsim.figures.marks import HALO
from gcsim.figures.style import MARKERS, MUTED, PAGE, PALETTE, footnote, headline, ink_of, release_name, styled

__all__ = ["leaks"]

_KIB = 1024
_DASHES = (0, (4, 1.5))


class _Row(NamedTuple):
    column: str
    label: str
    marked: bool  # each point is one event, rather than a sample


_ROWS = (
    _Row("goroutines", "goroutines", marked=False),
    _Row("heap_mib", "heap, MiB", marked=False),
    _Row("pause_ms", "pause", marked=True),
)


def leaks(samples: pd.DataFrame, pauses: pd.DataFrame, leaked: pd.DataFrame) -> Figure:
    """Draw how goroutines, heap and pauses grow with a leak.

    Parameters
    ----------
    samples : DataFrame
        ``go``, ``cured``, ``at_s`` (time since the program began), ``goroutines`` and ``heap_mib`` (heap in use).
    pauses : DataFrame
        A row for each collection: ``go``, ``cured``, ``at_s``, ``pause_ms``.
    leaked : DataFrame
        A row for each run: ``go``, ``cured``, ``requests``, ``bodies`` (that were left open), ``goroutines``,
        ``stack_bytes``, ``heap_bytes`` and ``descriptors`` that leaked.

    Returns
    -------
    Figure
        A row of panels for each quantity, a column for each release.
    """
    releases = sorted(set(samples["go"]))
    with styled():
        figure = Figure(figsize=(PAGE, 4.9))
        grid = figure.subplots(len(_ROWS), len(releases), sharex=True, sharey="row", squeeze=False)
        for axes, row in zip(grid, _ROWS, strict=True):
            table = pauses if row.marked else samples
            for ax, go in zip(axes, releases, strict=True):
                _lines(ax, table[table["go"] == go], row)
            axes[0].set_ylabel(row.label)
        for ax, go in zip(grid[0], releases, strict=True):
            ax.set_title(release_name(go), color=ink_of(go), fontsize=9, pad=4)
            ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
            _slope(ax, _of(leaked, go, cured=False))
        for ax in grid[-1]:
            ax.xaxis.set_major_locator(MaxNLocator(2, steps=[1, 5, 10], integer=True))
        pause_axis(grid[-1][0])
        grid[-1][len(releases) // 2].set_xlabel("time since the first request, s")
        grid[1][0].legend(loc="upper left", handlelength=1.8, borderaxespad=0.2)
        grid[1][0].set_ylim(bottom=0)
        figure.align_ylabels(grid[:, 0])
        headline(figure, _finding(pauses, leaked, releases))
        footnote(figure, _basis(leaked))
    return figure


def _lines(ax: Axes, table: pd.DataFrame, row: _Row) -> None:
    for cured, points in table.groupby("cured"):
        go = str(points["go"].iloc[0])
        ax.plot(
            points["at_s"],
            points[row.column],
            color=MUTED if cured else PALETTE[go],
            linestyle="-" if not cured else "" if row.marked else _DASHES,
            linewidth=0.9 if cured else 1.5,
            marker=("." if cured else MARKERS[go]) if row.marked else "",
            markersize=3,
            zorder=2 if cured else 3,
            label="cured" if cured else "leaking",
        )


def _slope(ax: Axes, leaked: pd.Series) -> None:
    ax.annotate(
        f"{leaked['goroutines'] / leaked['requests']:.2f}\na request",
        xy=(0.06, 0.92),
        xycoords="axes fraction",
        va="top",
        fontsize=6.8,
        color=ink_of(str(leaked["go"])),
        path_effects=HALO,
    )


def _of(table: pd.DataFrame, go: str, *, cured: bool) -> pd.Series:
    return table[(table["go"] == go) & (table["cured"].astype(bool) == cured)].iloc[-1]


def _finding(pauses: pd.DataFrame, leaked: pd.DataFrame, releases: list[str]) -> str:
    """Say what a request leaks, and what the last pause takes in the first release, in one between and in the last."""
    lost = leaked[~leaked["cured"].astype(bool)]
    last = {go: float(_of(pauses, go, cured=False)["pause_ms"]) for go in releases}
    cured = {go: float(_of(pauses, go, cured=True)["pause_ms"]) for go in releases}
    first, between, new = releases[0], releases[len(releases) // 2], releases[-1]
    return (
        f"Every request leaks {(lost['goroutines'] / lost['requests']).mean():.0f} goroutines; the last pause takes "
        f"{pause_text(last[first])} in {release_name(first)} (cured: {pause_text(cured[first])}), "
        f"{pause_text(last[between])} in {between} ({pause_text(cured[between])}), "
        f"{pause_text(last[new])} in {new} ({pause_text(cured[new])})"
    )


def _basis(leaked: pd.DataFrame) -> str:
    lost = leaked[~leaked["cured"].astype(bool)]
    bodies = lost["bodies"]
    goroutines, stack, heap, descriptors = (
        lost[name] / bodies for name in ("goroutines", "stack_bytes", "heap_bytes", "descriptors")
    )
    return (
        "Simulated: each request starts three goroutines whose GETs fail and whose bodies stay open; 2 Ps, GOGC=50, "
        "8 MiB of other live heap. By the leak report every open body holds "
        f"{goroutines.min():.2f} goroutines, {stack.min() / _KIB:.2f} KiB of stack, {heap.min() / _KIB:.1f} to "
        f"{heap.max() / _KIB:.1f} KiB of heap and {descriptors.min():.0f} descriptor. A point is a collection, all its "
        "stops together. Each curve is one run."
    )
