"""Pause against the number of parked goroutines."""

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from gcsim.figures.labels import label_ends, pause_axis, pause_text, spread
from gcsim.figures.marks import HALO, dodged, draw_bands, draw_intervals, draw_lines, draw_real, interval_note, key_of
from gcsim.figures.style import COLUMN, footnote, headline, ink_of, release_name, styled

__all__ = ["goroutine_scaling"]

_NONE_AT = 100.0  # where a logarithmic axis shows the point without goroutines
_DODGE = 1.1
_POINTS_PER_DECADE = 45.0  # about, at the height of this figure
_LABEL_POINTS = 7.0  # height of a small label


def goroutine_scaling(simulated: pd.DataFrame, measured: pd.DataFrame, published: pd.DataFrame) -> Figure:
    """Draw the pause of a collection against the number of parked goroutines.

    Parameters
    ----------
    simulated, measured : DataFrame
        A row for each point: ``go``, ``parked``, ``ps``, ``cycles``, ``p50_ms``, ``p90_ms``. Solid lines are those
        with the fewest Ps.
    published : DataFrame
        ``go`` (the release whose colour it takes), ``parked``, ``p50_ms``, ``label`` (what stands beside the point)
        and ``kind``: ``idle`` or ``running``, for what the goroutines did, or ``average``, for one of a real runtime
        that is drawn like the measured medians.

    Returns
    -------
    Figure
        One panel.
    """
    with styled():
        figure = Figure(figsize=(COLUMN, 4.2))
        ax = figure.add_subplot()
        ax.set_xscale("log")
        pause_axis(ax)
        sizes = sorted(set(simulated["ps"]))
        smallest = simulated["ps"] == sizes[0]
        lines, others = _placed(simulated[smallest]), _placed(simulated[~smallest])
        draw_bands(ax, lines, "at", "p50_ms", "p90_ms")
        draw_lines(ax, lines, "at", "p50_ms")
        draw_lines(ax, others, "at", "p50_ms", minor=True)
        draw_intervals(ax, lines, "at")
        draw_intervals(ax, others, "at")
        draw_real(ax, dodged(_placed(measured), "at", _DODGE), "at", "p50_ms", to="p90_ms")
        averages = published["kind"] == "average"
        draw_real(ax, dodged(_placed(published[averages]), "at", _DODGE), "at", "p50_ms")
        _stars(ax, published[~averages])
        _goroutine_axis(ax)
        ax.set_ylabel("pause of a collection (all its stops)")
        last = lines.sort_values("parked").groupby("go").last()["p50_ms"]
        label_ends(ax, {str(go): float(pause) for go, pause in last.items()}, gap=0.06)
        key = [
            key_of(f"simulated median, {sizes[0]:.0f} Ps (band: to p90)", line="-"),
            *(key_of(f"simulated median, {ps:.0f} Ps", line=(0, (4, 2))) for ps in sizes[1:]),
            key_of("measured, 2 Ps (bar: to p90)", marker="o"),
            key_of("published, goroutines idle", marker="*", size=7, filled=True),
            key_of("published, goroutines running", marker="*", size=7),
        ]
        ax.legend(handles=key, loc="upper left")
        headline(figure, _finding(lines))
        footnote(figure, _basis(simulated, measured))
    return figure


def _placed(points: pd.DataFrame) -> pd.DataFrame:
    return points.assign(at=points["parked"].astype(float).where(points["parked"] > 0, _NONE_AT))


def _goroutine_axis(ax: Axes) -> None:
    ax.xaxis.set_major_locator(FixedLocator([_NONE_AT, *(10.0**power for power in range(3, 7))]))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: "0" if value == _NONE_AT else f"{value:,.0f}"))
    ax.set_xlabel("parked goroutines")


def _stars(ax: Axes, table: pd.DataFrame) -> None:
    for _, points in table.groupby("parked"):
        heights = [_POINTS_PER_DECADE * math.log10(ms) for ms in points["p50_ms"]]
        for (_, point), height, label in zip(points.iterrows(), heights, spread(heights, _LABEL_POINTS), strict=True):
            at = (float(point["parked"]), float(point["p50_ms"]))
            color = ink_of(str(point["go"]))
            filled = color if point["kind"] == "idle" else "white"
            ax.plot(*at, marker="*", color=color, markerfacecolor=filled, markersize=7, zorder=5)
            # The lines meet at the right end: there the text goes above its point.
            at_end = at[0] == table["parked"].max()
            ax.annotate(
                str(point["label"]),
                xy=at,
                xytext=(4, 7) if at_end else (-6, label - height),
                textcoords="offset points",
                ha="right",
                va="center",
                fontsize=6,
                color=color,
                path_effects=HALO,
                zorder=6,
            )


def _finding(table: pd.DataFrame) -> str:
    """Say what the most goroutines cost before and after the release that stopped visiting them all."""
    most = int(table["parked"].max())
    medians = table[table["parked"] == most].set_index("go")["p50_ms"]
    # Later than the first step, from a pause that holds the whole mark to one that does not.
    falls = np.log(medians.to_numpy()[1:-1] / medians.to_numpy()[2:])
    step = 1 + int(np.argmax(falls))
    oldest, before, after = (str(medians.index[number]) for number in (0, step, step + 1))
    return (
        f"{most:,} parked goroutines stop {release_name(oldest)} for {pause_text(medians[oldest])}, "
        f"{before} for {pause_text(medians[before])}; from {after} on they cost next to nothing"
    )


def _basis(simulated: pd.DataFrame, measured: pd.DataFrame) -> str:
    fewest, most = measured["cycles"].min(), measured["cycles"].max()
    return (
        "Live heap 64 MiB, GOGC=100; each goroutine waits on a channel with 1 KiB of stack in use. Simulated: at least "
        f"{simulated['cycles'].min():.0f} collections a point; measured: {fewest:.0f} to {most:.0f}, and at 100,000 "
        "averages with 8 MB live. Published: p95 of mark termination (idle) or of the stops (running) with 500,000 "
        f"goroutines on 12 Ps; one collection with 1,000,000 on 36 Ps.{interval_note(simulated)}"
    )
