"""What GOGC buys and costs: four panels against GOGC, with ``off`` at the end of the axis."""

import math
from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator, PercentFormatter

from gcsim.figures.labels import pause_axis, pause_text, size_text
from gcsim.figures.marks import draw_intervals, draw_lines, draw_real, interval_note
from gcsim.figures.style import MARKERS, MUTED, PAGE, PALETTE, footnote, headline, release_name, styled

__all__ = ["gogc_sweep"]

_OFF = "off"
_GAP = 1.3  # doublings between the largest GOGC and off: not a step of the axis
_TICKS_MIB = [64 * 2**power for power in range(12)]
_PANELS = {
    "p50_ms": "pause of a collection, median",
    "gc_cpu_percent": "CPU spent on collecting",
    "peak_heap_mib": "peak heap",
    "ops_per_s": "operations per second",
}


def gogc_sweep(simulated: pd.DataFrame, measured: pd.DataFrame) -> Figure:
    """Draw pause, GC CPU, peak heap and throughput against GOGC.

    Parameters
    ----------
    simulated, measured : DataFrame
        A row for each point: ``go``, ``gogc`` (text: percent or ``off``), ``cycles``, ``p50_ms``, ``gc_cpu_percent``,
        ``peak_heap_mib``, ``ops_per_s``; of the simulated ones ``replications`` and the ends of intervals too. NaN
        where there is nothing to show, as the pause with GOGC=off.

    Returns
    -------
    Figure
        Four panels. Lines are simulated, open markers measured.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 5.2))
        axes = figure.subplots(2, 2, sharex=True)
        percents = sorted({int(gogc) for gogc in simulated["gogc"] if gogc != _OFF})
        off_at = math.log2(percents[-1]) + _GAP
        placed, real = (_placed(table, off_at) for table in (simulated, measured))
        for ax, (column, title) in zip(axes.flat, _PANELS.items(), strict=True):
            _panel(ax, placed, real, column)
            ax.axvline(off_at - _GAP / 2, color="#cccccc", linewidth=0.7, linestyle=(0, (2, 2)))
            ax.set_title(title, fontsize=8.5, fontweight="normal", pad=5)
            ax.set(xlabel="", ylabel="")
        pause, cpu, heap, speed = axes.flat
        pause_axis(pause)
        cpu.yaxis.set_major_formatter(PercentFormatter(decimals=0, symbol=" %"))
        cpu.set_ylim(bottom=-0.5)
        heap.set_yscale("log", base=2)
        heap.yaxis.set_major_locator(FixedLocator(_TICKS_MIB))
        heap.yaxis.set_major_formatter(FuncFormatter(lambda mib, _: size_text(mib)))
        speed.yaxis.set_major_formatter(FuncFormatter(lambda ops, _: f"{ops / 1000:,.0f} k"))
        for ax in (heap, speed):
            _gogc_axis(ax, percents, off_at)
        for ax, why in ((pause, "no\npauses"), (heap, "grows\nwithout\nend")):
            place = {"transform": ax.get_xaxis_transform(), "ha": "center", "va": "center"}
            ax.text(off_at, 0.5, why, fontsize=6.5, color=MUTED, **place)
        headline(figure, _finding(simulated, percents), sorted(set(simulated["go"])))
        footnote(figure, _basis(simulated, measured))
    return figure


def _placed(table: pd.DataFrame, off_at: float) -> pd.DataFrame:
    return table.assign(at=[off_at if gogc == _OFF else math.log2(int(gogc)) for gogc in table["gogc"]])


def _panel(ax: Axes, simulated: pd.DataFrame, measured: pd.DataFrame, column: str) -> None:
    off = simulated["gogc"] == _OFF
    draw_lines(ax, simulated[~off], "at", column)
    draw_intervals(ax, simulated, "at", column)
    for go, points in simulated[off].groupby("go"):
        ax.plot(points["at"], points[column], marker=MARKERS[str(go)], color=PALETTE[str(go)], linestyle="", zorder=3)
    draw_real(ax, measured, "at", column)


def _gogc_axis(ax: Axes, percents: Sequence[int], off_at: float) -> None:
    ax.set_xlabel("GOGC, percent")
    ax.xaxis.set_major_locator(FixedLocator([*map(math.log2, percents), off_at]))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_xticklabels([*map(str, percents), _OFF])


def _finding(table: pd.DataFrame, percents: Sequence[int]) -> str:
    """Say what raising GOGC from the least to the most does to the newest release."""
    newest = max(table["go"])
    rows = table[table["go"] == newest].set_index("gogc")
    before, after = rows.loc[str(percents[0])], rows.loc[str(percents[-1])]
    peak = after["peak_heap_mib"] / before["peak_heap_mib"]
    return (
        f"{release_name(newest)}, GOGC {percents[0]} to {percents[-1]}: collecting falls from "
        f"{before['gc_cpu_percent']:.0f} % to {after['gc_cpu_percent']:.0f} % of the CPU, the heap peaks {peak:.1f} "
        f"times higher, a pause goes from {pause_text(before['p50_ms'])} to {pause_text(after['p50_ms'])}"
    )


def _basis(simulated: pd.DataFrame, measured: pd.DataFrame) -> str:
    collecting = simulated.loc[simulated["gogc"] != _OFF, "cycles"]
    fewest, most = measured["cycles"].min(), measured["cycles"].max()
    return (
        "Live heap 128 MiB, 2 Ps, 2 µs of computation for each operation. Lines: simulated, at least "
        f"{collecting.min():.0f} collections a point. Open markers: measured on 2 virtual CPUs, {fewest:.0f} to "
        f"{most:.0f} collections a point (1.4's log has neither its peak heap nor its CPU time)."
        f"{interval_note(simulated)}"
    )
