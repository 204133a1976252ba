"""Minimum and bounded mutator utilization against the length of the window."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator, PercentFormatter

from gcsim.figures.labels import pause_text
from gcsim.figures.marks import HALO, draw_bands, draw_lines, key_of
from gcsim.figures.style import INK, MARKERS, MUTED, PAGE, PALETTE, footnote, headline, release_name, styled

__all__ = ["PROMISE_SHARE", "PROMISE_WINDOW_MS", "mmu"]

PROMISE_WINDOW_MS = 50.0
PROMISE_SHARE = 0.8
"""The promise of Go 1.5: in every 50 ms at least 40 ms of the program (State of Go, May 2015; ISMM keynote 2018)."""

_GOAL = 0.75
"""What the Ps of a program are while its heap is marked, if the collector keeps to a quarter of them
(``gcGoalUtilization``, go1.5 mgc.go:687)."""

_PANELS = {
    "stops": ("while the world is not stopped", "stops_mmu", "stops_bmu"),
    "all": ("… and on the Ps that do not collect beside it", "mmu", "bmu"),
}
_PERCENT = "\N{NO-BREAK SPACE}%"
_EVERY = 10  # of the points of a line, one has a marker
_DASHES = (0, (4, 2))


def mmu(table: pd.DataFrame) -> Figure:
    """Draw what is left to the program in the worst window of each length.

    Parameters
    ----------
    table : DataFrame
        A row for each release and window: ``go``, ``ps``, ``replications``, ``cycles`` (at least, in each),
        ``window_ms``; shares from 0 to 1 with the ends of their intervals: ``stops_mmu`` and ``stops_bmu``, of time in
        which the world is not stopped, ``mmu`` and ``bmu``, of the time of all Ps. The promise is judged at the window
        nearest to its own.

    Returns
    -------
    Figure
        Two panels: stops alone, and all that the collector does. Solid lines are MMU, dashed ones BMU.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 3.9))
        axes = figure.subplots(1, 2, sharey=True, gridspec_kw={"wspace": 0.06})
        for ax, (title, least, bounded) in zip(axes, _PANELS.values(), strict=True):
            for column in (least, bounded):
                draw_bands(ax, table, "window_ms", f"{column}_low", f"{column}_high")
            draw_lines(ax, table, "window_ms", bounded, minor=True)
            draw_lines(ax, table, "window_ms", least)
            _markers(ax, table, least)
            _window_axis(ax, table["window_ms"].unique().tolist())
            ax.plot(PROMISE_WINDOW_MS, PROMISE_SHARE, marker="*", markersize=10, color=INK, zorder=6)
            ax.set_title(title, fontsize=8.5, fontweight="normal", pad=5)
            ax.set_ylabel("")
        stops, everything = axes
        stops.yaxis.set_major_formatter(PercentFormatter(xmax=1, decimals=0, symbol=" %"))
        stops.set_ylim(-0.02, 1.03)
        stops.set_ylabel("least share left to the program")
        _goal(everything)
        stops.annotate(
            f"promised\nfor 1.5: 40\nof any {pause_text(PROMISE_WINDOW_MS)}",
            xy=(PROMISE_WINDOW_MS, PROMISE_SHARE),
            xytext=(PROMISE_WINDOW_MS / 4, 0.4 * PROMISE_SHARE),
            ha="center",
            va="top",
            fontsize=6.5,
            color=INK,
            arrowprops={"arrowstyle": "-", "color": INK, "linewidth": 0.6, "shrinkB": 6},
            zorder=6,
        )
        everything.legend(handles=_key(), loc="upper left", bbox_to_anchor=(0.0, 0.72))
        headline(figure, _finding(table), sorted(set(table["go"])))
        footnote(figure, _basis(table))
    return figure


def _markers(ax: Axes, table: pd.DataFrame, column: str) -> None:
    """Mark each line here and there, each release at other windows than the one before."""
    for number, (go, line) in enumerate(table.groupby("go")):
        points = line.iloc[2 * number :: _EVERY]
        ax.plot(
            points["window_ms"],
            points[column],
            marker=MARKERS[str(go)],
            color=PALETTE[str(go)],
            linestyle="",
            markersize=3.5,
            zorder=4,
        )


def _window_axis(ax: Axes, windows_ms: Sequence[float]) -> None:
    ax.set_xscale("log")
    ax.set_xlim(min(windows_ms), max(windows_ms))
    decades = range(round(np.log10(min(windows_ms))), round(np.log10(max(windows_ms))) + 1)
    ax.xaxis.set_major_locator(FixedLocator([10.0**decade for decade in decades]))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda ms, _: pause_text(ms)))
    ax.set_xlabel("length of the window")


def _goal(ax: Axes) -> None:
    ax.axhline(_GOAL, color=MUTED, linewidth=0.8, linestyle=(0, (1, 1.5)), zorder=2)
    ax.annotate(
        "a quarter of the Ps collects",
        xy=(0.0, _GOAL),
        xycoords=("axes fraction", "data"),
        xytext=(3, 3),
        textcoords="offset points",
        fontsize=6.5,
        color=MUTED,
        path_effects=HALO,
    )


def _key() -> list[Line2D]:
    return [
        key_of("MMU: windows of this length", line="-"),
        key_of("BMU: this length or longer", line=_DASHES),
    ]


def _at_promise(table: pd.DataFrame, column: str) -> dict[str, float]:
    """Return the share of each release in the window that is nearest to that of the promise."""
    shares = table.pivot_table(index="window_ms", columns="go", values=column)
    nearest = int(np.argmin(np.abs(np.log(shares.index.to_numpy(float) / PROMISE_WINDOW_MS))))
    return {str(go): float(share) for go, share in shares.iloc[nearest].items()}


def _finding(table: pd.DataFrame) -> str:
    """Say who keeps the promise, by the stops alone and with all that the collector does."""
    stops, everything = (_at_promise(table, column) for column in ("stops_mmu", "mmu"))
    window = pause_text(PROMISE_WINDOW_MS)
    best = max(everything, key=everything.__getitem__)
    others = [100 * share for go, share in everything.items() if go != best]
    return (
        f"40 of any {window} for the program: by its stops alone {_keepers(stops)} keeps the promise, with all the "
        f"work of the collector {_keepers(everything)}; at worst {release_name(best)} leaves "
        f"{100 * everything[best]:.0f}{_PERCENT} of {window}, the others {min(others):.0f} to "
        f"{max(others):.0f}{_PERCENT}"
    )


def _keepers(shares: Mapping[str, float]) -> str:
    kept = [go for go, share in shares.items() if share >= PROMISE_SHARE]
    if not kept:
        return "no release"
    if len(kept) == len(shares):
        return "every release"
    return f"every release from {kept[0]} on" if kept == list(shares)[-len(kept) :] else ", ".join(kept)


def _precision(table: pd.DataFrame) -> str:
    runs = table["replications"].min()
    if runs == 1:
        return ""
    names = [name for _, *columns in _PANELS.values() for name in columns]
    widest = 100 * max((table[f"{name}_high"] - table[f"{name}_low"]).max() / 2 for name in names)
    return f", their means over {runs:.0f} runs; shaded, if seldom seen, 95 % intervals, at most ±{widest:.1f} points"


def _basis(table: pd.DataFrame) -> str:
    return (
        f"A live heap of 512 MiB, 10,000 goroutines that wait, 8 that allocate all the time, {table['ps'].iloc[0]} Ps, "
        f"GOGC=100; at least {table['cycles'].min():.0f} collections each in 100 s. Exact minima over all windows "
        f"inside a run{_precision(table)}. Left, a stop counts from its request. Right, a P counts as the collector's "
        "while it marks, assists, sweeps or stands still for it."
    )
