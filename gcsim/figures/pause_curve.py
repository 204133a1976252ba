"""Pause against live heap, on logarithmic axes."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gcsim.figures.labels import label_ends, pause_axis, size_axis
from gcsim.figures.marks import dodged, draw_bands, draw_intervals, draw_lines, draw_real, interval_note, key_of
from gcsim.figures.style import COLUMN, footnote, headline, ink_of, release_name, styled

__all__ = ["pause_curve"]

_TICKS_MIB = [16 * 4**power for power in range(6)]
_DODGE = 1.07
_DOTS = (0, (1, 1.5))


def pause_curve(simulated: pd.DataFrame, measured: pd.DataFrame, published: pd.DataFrame) -> Figure:
    """Draw the pause of a collection against the live heap.

    Parameters
    ----------
    simulated, measured : DataFrame
        A row for each point: ``go``, ``live_heap_mib``, ``cycles``, ``p50_ms``, ``p90_ms``.
    published : DataFrame
        Points of published slopes, joined by a line for each release: ``go``, ``live_heap_mib``, ``p50_ms`` and
        ``label``, what the line says.

    Returns
    -------
    Figure
        One panel. Lines are simulated medians, the band above them reaches to the 90th percentile; open markers are
        measured medians with a bar to the 90th percentile.
    """
    with styled():
        figure = Figure(figsize=(COLUMN, 4.0))
        ax = figure.add_subplot()
        size_axis(ax, _TICKS_MIB)
        pause_axis(ax)
        last = simulated.sort_values("live_heap_mib").groupby("go").last()
        ends = {str(go): float(pause) for go, pause in last["p50_ms"].items()}
        _slopes(ax, published, ends)
        draw_bands(ax, simulated, "live_heap_mib", "p50_ms", "p90_ms")
        draw_lines(ax, simulated, "live_heap_mib", "p50_ms")
        draw_intervals(ax, simulated, "live_heap_mib")
        draw_real(ax, dodged(measured, "live_heap_mib", _DODGE), "live_heap_mib", "p50_ms", to="p90_ms")
        ax.set_xlabel("live heap")
        ax.set_ylabel("pause of a collection (all its stops)")
        label_ends(ax, ends, gap=0.06)
        key = [
            key_of("simulated median (band: to p90)", line="-"),
            key_of("measured median (bar: to p90)", marker="o"),
            key_of("published slope", line=_DOTS),
        ]
        ax.legend(handles=key, loc="upper left")
        headline(figure, _finding(simulated))
        footnote(figure, _basis(simulated, measured))
    return figure


def _slopes(ax: Axes, table: pd.DataFrame, simulated_ends: Mapping[str, float]) -> None:
    for go, points in table.groupby("go"):
        color = ink_of(str(go))
        ax.plot(points["live_heap_mib"], points["p50_ms"], color=color, linestyle=_DOTS, linewidth=1.2)
        # The text stands where the simulated lines leave room: left of a slope above them, over the start of one below.
        above = points["p50_ms"].iloc[-1] > simulated_ends.get(str(go), 0.0)
        at = points.iloc[0]
        ax.annotate(
            str(at["label"]),
            xy=(at["live_heap_mib"], at["p50_ms"]),
            xytext=(-5, 2) if above else (4, 16),
            textcoords="offset points",
            ha="right" if above else "left",
            fontsize=6.5,
            color=color,
        )


def _finding(table: pd.DataFrame) -> str:
    """Say by how much pauses grow over the sweep: in the oldest release, in the next and in the newest."""
    medians = table.pivot_table(index="live_heap_mib", columns="go", values="p50_ms").dropna()
    heaps, grown = medians.index[-1] / medians.index[0], medians.iloc[-1] / medians.iloc[0]
    oldest, second, newest = (str(medians.columns[number]) for number in (0, 1, -1))
    return (
        f"{heaps:,.0f} times the live heap makes a pause {grown[oldest]:,.0f} times as long in {release_name(oldest)}, "
        f"{grown[second]:,.0f} times in {second} and {grown[newest]:.1f} times in {newest}"
    )


def _basis(simulated: pd.DataFrame, measured: pd.DataFrame) -> str:
    fewest, most = measured["cycles"].min(), measured["cycles"].max()
    return (
        f"GOGC=100, 2 Ps. Simulated: at least {simulated['cycles'].min():.0f} collections a point."
        f"{interval_note(simulated)} "
        f"Measured on 2 virtual CPUs: {fewest:.0f} to {most:.0f} collections a point. "
        "Published: fits to charts of the garbage benchmark (2015), on another machine with unknown GOMAXPROCS."
    )
