"""What a collector takes of the processors against how long it stops them."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from gcsim.figures.labels import pause_axis, pause_text, size_axis, size_text, spread
from gcsim.figures.marks import HALO, draw_intervals, interval_note, key_of
from gcsim.figures.style import MARKERS, MUTED, PAGE, PALETTE, footnote, headline, ink_of, styled

__all__ = ["throughput_vs_latency"]

_GHC = "GHC"
_GHC_COLOR, _GHC_INK, _GHC_MARKER = "#cc79a7", "#9f5e82", "P"
"""Reddish purple, of Okabe's and Ito's colours one that no release has; and the same, darkened for text."""

_DASHES = (0, (2, 1.5))
_TICKS_MIB = (16, 64, 256, 1024)
_SMALLEST, _LARGEST = 2.5, 7.0  # markers, points
_GAP = 0.06  # between two names, as a share of the axes
_SHORT_MS = 10.0


def throughput_vs_latency(simulated: pd.DataFrame, measured: pd.DataFrame, published: pd.DataFrame) -> Figure:
    """Draw the trade between throughput and pauses, and what the heap does to it.

    Parameters
    ----------
    simulated : DataFrame
        A row for each collector and live heap: ``label`` (``GHC``, or a release as ``Go 1.8``), ``live_heap_mib``,
        ``replications``, ``cycles``, ``peak_over_live``, and with the ends of their intervals ``p50_ms``,
        ``longest_ms`` (of a run), ``lost_percent``.
    measured : DataFrame
        ``label``, ``live_heap_mib``, ``cycles``, and of ``p50_ms`` and ``longest_ms`` the one that was measured.
    published : DataFrame
        ``label``, ``live_heap_mib``, ``longest_ms``.

    Returns
    -------
    Figure
        Two panels. On the left a line for each collector with a marker for each live heap, the larger the larger:
        the lower, the shorter its longest pause; the further left, the more of the processors is the program's. On the
        right the longest pause against the live heap, and dashed the median.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 4.1))
        trade, heaps = figure.subplots(1, 2)
        _trade(trade, simulated)
        _heaps(heaps, simulated, measured, published)
        headline(figure, _finding(simulated))
        footnote(figure, _basis(simulated, measured))
    return figure


def _trade(ax: Axes, table: pd.DataFrame) -> None:
    """Draw the longest pause against what the program loses."""
    pause_axis(ax)
    heaps = sorted(table["live_heap_mib"].unique())
    size_of = dict(zip(heaps, np.linspace(_SMALLEST, _LARGEST, len(heaps)), strict=True))
    for label, points in _collectors(table):
        color, marker = _look(label)
        ax.plot(points["lost_percent"], points["longest_ms"], color=color, linewidth=1.0, zorder=3)
        draw_intervals(ax, points, "lost_percent", "longest_ms", ink=_ink(label))
        for heap, lost, pause in points[["live_heap_mib", "lost_percent", "longest_ms"]].itertuples(index=False):
            ax.plot(lost, pause, marker, color=color, markersize=size_of[heap], markeredgewidth=0.3, zorder=4)
    ax.set_xlim(0, 1.12 * table["lost_percent"].max())
    ax.set_ylim(table["longest_ms"].min() / 4, table["longest_ms"].max() * 2)
    ax.set_xlabel("what the program loses of the processors, %")
    ax.set_ylabel("longest pause")
    _name_the_lines(ax, table)
    for _, point in table[table["label"] == _GHC].iterrows():
        if point["live_heap_mib"] in (heaps[0], heaps[-1]):
            ax.annotate(
                size_text(point["live_heap_mib"]),
                xy=(point["lost_percent"], point["longest_ms"]),
                xytext=(7, 0),
                textcoords="offset points",
                va="center",
                fontsize=6.5,
                color=_GHC_INK,
            )
    ax.annotate(
        "better",
        xy=(0.03, 0.03),
        xytext=(0.15, 0.12),
        xycoords="axes fraction",
        fontsize=7,
        color=MUTED,
        arrowprops={"arrowstyle": "->", "color": MUTED, "linewidth": 0.8},
    )


def _name_the_lines(ax: Axes, table: pd.DataFrame) -> None:
    """Write the name of each collector at its largest heap: above a lone line, to the left of those that crowd."""
    last = table.sort_values("live_heap_mib").groupby("label").last()
    style: dict[str, Any] = {"fontsize": 8, "fontweight": "bold", "path_effects": HALO}
    crowd = last[last["longest_ms"] < _SHORT_MS]
    for label, point in last.drop(crowd.index).iterrows():
        ax.annotate(
            str(label),
            xy=(point["lost_percent"], point["longest_ms"]),
            xytext=(0, 7),
            textcoords="offset points",
            ha="center",
            color=_ink(str(label)),
            **style,
        )
    left = table.loc[table["label"].isin(crowd.index), "lost_percent"].min() / ax.get_xlim()[1] - 0.06
    heights = spread([_height(ax, pause) for pause in crowd["longest_ms"]], _GAP)
    for (label, point), height in zip(crowd.iterrows(), heights, strict=True):
        ax.annotate(
            str(label),
            xy=(point["lost_percent"], point["longest_ms"]),
            xytext=(left, height),
            textcoords="axes fraction",
            ha="right",
            va="center",
            color=_ink(str(label)),
            arrowprops={"arrowstyle": "-", "color": _ink(str(label)), "linewidth": 0.6, "shrinkA": 1, "shrinkB": 3},
            **style,
        )


def _heaps(ax: Axes, simulated: pd.DataFrame, measured: pd.DataFrame, published: pd.DataFrame) -> None:
    """Draw pauses against the live heap."""
    size_axis(ax, _TICKS_MIB)
    pause_axis(ax)
    ends: dict[str, float] = {}
    for label, points in _collectors(simulated):
        color, _ = _look(label)
        ax.plot(points["live_heap_mib"], points["longest_ms"], color=color, linewidth=1.5, zorder=3)
        ax.plot(points["live_heap_mib"], points["p50_ms"], color=color, linewidth=0.9, linestyle=_DASHES, zorder=3)
        for column in ("p50_ms", "longest_ms"):
            draw_intervals(ax, points, "live_heap_mib", column, ink=_ink(label))
        ends[label] = float(points["longest_ms"].iloc[-1])
    for label, points in _collectors(measured):
        style: dict[str, Any] = {"color": _ink(label), "markerfacecolor": "white", "markersize": 4.5, "zorder": 4}
        ax.plot(points["live_heap_mib"], points["p50_ms"].fillna(points["longest_ms"]), _look(label)[1], **style)
    for label, points in _collectors(published):
        ax.plot(points["live_heap_mib"], points["longest_ms"], "x", color=_ink(label), markersize=4.5, zorder=5)
    ax.set_ylim(simulated["p50_ms"].min() / 12, simulated["longest_ms"].max() * 2)
    ax.set_xlabel("live heap")
    ax.set_ylabel("pause of a collection")
    _name_the_ends(ax, ends)
    key = [
        key_of("longest", line="-"),
        key_of("median", line=_DASHES),
        key_of("measured (GHC: major, 1 P)", marker="o"),
        key_of("published, longest", marker="x"),
    ]
    ax.legend(handles=key, loc="lower right", ncols=2, fontsize=6.5, columnspacing=1.0, handlelength=1.6)


def _name_the_ends(ax: Axes, ends: dict[str, float]) -> None:
    """Write the name of each collector at the right of its line."""
    heights = spread([_height(ax, end) for end in ends.values()], _GAP)
    for (label, end), height in zip(ends.items(), heights, strict=True):
        ax.annotate(
            label,
            xy=(1.0, end),
            xytext=(1.045, height),
            xycoords=("axes fraction", "data"),
            textcoords="axes fraction",
            va="center",
            fontsize=8,
            fontweight="bold",
            color=_ink(label),
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": _ink(label), "linewidth": 0.6, "shrinkA": 1, "shrinkB": 1},
        )


def _finding(table: pd.DataFrame) -> str:
    """Say what the throughput collector and the newest release cost at the largest heap, and how long they stop."""
    heap = table["live_heap_mib"].max()
    at = table[table["live_heap_mib"] == heap].set_index("label")
    newest = at.index[at.index != _GHC].max()
    lost, longest = at["lost_percent"], at["longest_ms"]
    return (
        f"With {size_text(heap)} live, GHC's collector costs the program {lost[_GHC]:.0f}% of the processors and stops "
        f"it for up to {pause_text(longest[_GHC])}; that of {newest} costs {lost[newest]:.0f}% and stops it for up to "
        f"{pause_text(longest[newest])}"
    )


def _basis(simulated: pd.DataFrame, measured: pd.DataFrame) -> str:
    ghc = simulated["label"] == _GHC
    peak, go_peak = (simulated.loc[rows, "peak_over_live"].max() for rows in (ghc, ~ghc))
    real = measured.loc[measured["label"] == _GHC, "cycles"]
    return (
        "2 Ps; GOGC=100; nursery of 1 MiB a P, old generation collected at twice what it was. The heap peaks at "
        f"{peak:.1f} times the live heap under GHC, at up to {go_peak:.1f} times under Go. Mutators run alike. "
        f"Simulated: at least {simulated['cycles'].min():.0f} collections a point; the longest is that of a run, in "
        "the mean. Measured: Go's medians on 2 virtual CPUs; GHC 9.0.2 on one, CPU time of the later half of at least "
        f"{real.min():.0f} major collections. Published: 200,000 messages of 1 KiB in a ring or map, on other machines."
        f"{interval_note(simulated)}"
    )


def _collectors(table: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    for label, points in table.groupby("label"):
        yield str(label), points.sort_values("live_heap_mib")


def _height(ax: Axes, value: float) -> float:
    """Return where a value stands on a logarithmic y axis, as a share of its height."""
    low, high = np.log(ax.get_ylim())
    return float((np.log(value) - low) / (high - low))


def _look(label: str) -> tuple[str, str]:
    """Return colour and marker of a collector."""
    release = label.removeprefix("Go ")
    return (_GHC_COLOR, _GHC_MARKER) if label == _GHC else (PALETTE[release], MARKERS[release])


def _ink(label: str) -> str:
    return _GHC_INK if label == _GHC else ink_of(label.removeprefix("Go "))
