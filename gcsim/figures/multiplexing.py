"""Throughput and latency against goroutines per P."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from gcsim.figures.labels import pause_axis, pause_text
from gcsim.figures.marks import draw_intervals, interval_note
from gcsim.figures.style import MUTED, PAGE, footnote, headline, styled

__all__ = ["multiplexing"]

_COLORS = ("#b3cde3", "#4f94cd", "#08306b")  # light to dark, few Ps to many
_MARKERS = ("o", "s", "^")
_DOTTED = (0, (1, 1.5))
_MS_PER_S = 1000
_TICKS = (1, 4, 16, 64, 256, 1024, 4096)


def multiplexing(table: pd.DataFrame) -> Figure:
    """Draw throughput for each P and latency against the number of goroutines for each P.

    Parameters
    ----------
    table : DataFrame
        A row for each point: ``ps``, ``goroutines_per_p``, ``wait_ms``, ``compute_ms`` (the same in all rows),
        ``simulated_s`` (in all replications), ``replications``, and with the ends of their intervals ``per_s_per_p``,
        ``p50_ms``, ``p99_ms``.

    Returns
    -------
    Figure
        Two panels with the bounds of a closed system dotted.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 3.4))
        throughput, latency = figure.subplots(1, 2)
        wait, compute = float(table["wait_ms"].iloc[0]), float(table["compute_ms"].iloc[0])
        ratios = pd.Series(sorted(set(table["goroutines_per_p"])), dtype=float)
        fine = pd.Series([float(ratios.iloc[0]) * (ratios.iloc[-1] / ratios.iloc[0]) ** (i / 200) for i in range(201)])
        bound = (fine / (wait + compute)).clip(upper=1 / compute) * _MS_PER_S
        least = (fine * compute - wait).clip(lower=compute)
        for ax, values in ((throughput, bound), (latency, least)):
            ax.plot(fine, values, color=MUTED, linewidth=0.9, linestyle=_DOTTED, zorder=1)
            _ratio_axis(ax, ratios)
        sizes = sorted(set(table["ps"]))
        for number, ps in enumerate(sizes):
            rows = table[table["ps"] == ps]
            style = {
                "color": _COLORS[number % len(_COLORS)],
                "marker": _MARKERS[number % len(_MARKERS)],
                "markersize": 3,
            }
            name = f"{ps:.0f} {'P' if ps == 1 else 'Ps'}"
            throughput.plot(rows["goroutines_per_p"], rows["per_s_per_p"], **style, label=name)
            latency.plot(rows["goroutines_per_p"], rows["p50_ms"], **style)
            latency.plot(rows["goroutines_per_p"], rows["p99_ms"], **style | {"alpha": 0.45, "linewidth": 0.8})
            for ax, column in ((throughput, "per_s_per_p"), (latency, "p50_ms"), (latency, "p99_ms")):
                draw_intervals(ax, rows, "goroutines_per_p", column, ink=str(style["color"]))
        throughput.set_yscale("log")
        throughput.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
        throughput.yaxis.set_minor_locator(NullLocator())
        throughput.set_title("messages per second and P", fontsize=8.5, fontweight="normal", pad=5)
        pause_axis(latency)
        latency.set_title("latency of a message, median and p99 (pale)", fontsize=8.5, fontweight="normal", pad=5)
        throughput.plot([], [], color=MUTED, linewidth=0.9, linestyle=_DOTTED, label="bounds of a closed system")
        throughput.legend(loc="lower right")
        headline(figure, _finding(table))
        footnote(figure, _basis(table, wait, compute))
    return figure


def _ratio_axis(ax: Axes, ratios: pd.Series) -> None:
    ax.set_xscale("log")
    ax.xaxis.set_major_locator(FixedLocator([tick for tick in _TICKS if ratios.iloc[0] <= tick <= ratios.iloc[-1]]))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
    ax.set_xlabel("goroutines per P")


def _finding(table: pd.DataFrame) -> str:
    """Say what sharing a P costs before and after it has no time left."""
    rows = table[table["ps"] == table["ps"].max()].set_index("goroutines_per_p")
    before = max(ratio for ratio in rows.index if ratio * rows["compute_ms"].iloc[0] < rows["wait_ms"].iloc[0] / 1.5)
    most = rows.index.max()
    return (
        f"{before:.0f} goroutines share a P and hardly notice: a message takes {pause_text(rows['p50_ms'][before])}; "
        f"with {most:,.0f} each waits its turn, {pause_text(rows['p50_ms'][most])}, and no more gets done"
    )


def _basis(table: pd.DataFrame, wait: float, compute: float) -> str:
    shortest, longest = table["simulated_s"].min(), table["simulated_s"].max()
    return (
        f"Each goroutine waits for a message ({pause_text(wait)} in the mean, exponential) and computes for "
        f"{pause_text(compute)}. Simulated, {shortest:.2g} to {longest:.2g} s for each point, Go 1.8, as many cores as "
        "Ps, nothing allocated. Dotted: min(n / (wait + compute), 1 / compute) and max(compute, n compute - wait)."
        f"{interval_note(table)}"
    )
