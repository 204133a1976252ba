"""What values on the stack save the collector: programs before and after, release by release."""

import textwrap
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator

from gcsim.figures.labels import pause_text
from gcsim.figures.marks import key_of
from gcsim.figures.style import MARKERS, MUTED, PAGE, PALETTE, footnote, headline, release_name, styled

__all__ = ["escape_pressure"]

_KIB = 1024
_NAME_WIDTH = 18
_ROW = 1.0
_STEP = 0.14  # between two releases of a program


class _Column(NamedTuple):
    name: str
    title: str
    text: Callable[[float], str] | None  # of a logarithmic axis; None for a linear one that begins at 0


_COLUMNS = (
    _Column("collections_per_s", "collections a second", None),
    _Column("gc_cpu_percent", "GC CPU, %", None),
    _Column("pause_ms", "median pause", pause_text),
    _Column("p999_ms", "p99.9 of requests", pause_text),
)


def escape_pressure(table: pd.DataFrame) -> Figure:
    """Draw what each change of a program does.

    Parameters
    ----------
    table : DataFrame
        A row for each run: ``place`` and ``program`` (number and words of the change), ``variant`` (``before`` or
        ``after``), ``go``, ``bytes_per_call``, ``collections_per_s``, ``gc_cpu_percent``,
        ``pause_ms`` (not a number where nothing was collected), ``p999_ms``.

    Returns
    -------
    Figure
        A panel for each quantity, in it a row for each change with a line for each release: from an open marker, as it
        was before, to a filled one, as it is after.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 5.0))
        panels = figure.subplots(1, len(_COLUMNS), sharey=True)
        releases = sorted(set(table["go"]))
        names = table.drop_duplicates("place").sort_values("place")
        for ax, column in zip(panels, _COLUMNS, strict=True):
            _panel(ax, table, column, releases)
        panels[0].set_yticks(names["place"] * _ROW, [textwrap.fill(name, _NAME_WIDTH) for name in names["program"]])
        panels[0].set_ylim((len(names) - 0.5) * _ROW, -0.5 * _ROW)
        panels[0].legend(
            handles=[key_of("before", marker="o"), key_of("after", marker="o", filled=True)],
            loc="upper right",
            handletextpad=0.2,
        )
        headline(figure, _finding(table), releases)
        footnote(figure, _basis(table, releases))
    return figure


def _panel(ax: Axes, table: pd.DataFrame, column: _Column, releases: list[str]) -> None:
    for place in sorted(set(table["place"]))[:-1]:
        ax.axhline((place + 0.5) * _ROW, color=MUTED, linewidth=0.3)
    for number, go in enumerate(releases):
        shift = (number - (len(releases) - 1) / 2) * _STEP
        for place, points in table[table["go"] == go].groupby("place"):
            _change(ax, points, column.name, float(str(place)) * _ROW + shift, go)
    ax.set_title(column.title, fontsize=8, loc="left", pad=4)
    ax.tick_params(axis="y", length=0)
    if column.text is None:
        ax.set_xlim(left=-0.03 * table[column.name].max())
        ax.xaxis.set_major_locator(MaxNLocator(4))
        return
    text = column.text
    ax.set_xscale("log")
    ax.xaxis.set_major_locator(LogLocator(numticks=5))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: text(value)))


def _change(ax: Axes, points: pd.DataFrame, column: str, at: float, go: str) -> None:
    """Draw a line from before to after; one end alone where the other has no value."""
    values = points.set_index("variant")[column]
    ax.plot(values.dropna(), [at] * values.count(), color=PALETTE[go], linewidth=1.0, zorder=3)
    for variant, value in values.dropna().items():
        face = "white" if variant == "before" else PALETTE[go]
        ax.plot(
            value,
            at,
            MARKERS[go],
            color=PALETTE[go],
            markerfacecolor=face,
            markersize=3.6,
            markeredgewidth=0.9,
            zorder=4,
        )


def _finding(table: pd.DataFrame) -> str:
    sides = table.pivot_table(index=["place", "go"], columns="variant", values="collections_per_s")
    last = sides.xs(max(table["go"]), level="go")
    none = int((last["after"] == 0).sum())
    fewer = last[last["after"] > 0]
    most = (fewer["before"] / fewer["after"]).max()
    text = f"Values kept on the stack: {none} of {len(last)} programs collect nothing any more in {_newest(table)}"
    return f"{text}, the others up to {most:.1f} times as seldom" if len(fewer) else text


def _newest(table: pd.DataFrame) -> str:
    return release_name(max(table["go"]))


def _basis(table: pd.DataFrame, releases: list[str]) -> str:
    newest = table[table["go"] == releases[-1]]
    calls = "; ".join(
        f"{program} {_kib(points, 'before')}, then {_kib(points, 'after')}"
        for program, points in newest.groupby("program", sort=False)
    )
    return (
        f"What a call allocates ({release_name(releases[-1])}): {calls}. A call computes as long before as after, so "
        "what differs is allocation and what the collector makes of it. No pause is drawn where nothing was collected. "
        "Each point is one run."
    )


def _kib(points: pd.DataFrame, variant: str) -> str:
    return f"{points.loc[points['variant'] == variant, 'bytes_per_call'].iloc[0] / _KIB:.3g} KiB"
