"""The pause of a collection against the length of a loop without calls."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from gcsim.figures.labels import pause_axis, pause_text
from gcsim.figures.marks import HALO, draw_intervals, draw_lines, interval_note, key_of
from gcsim.figures.style import COLUMN, INK, MARKERS, MUTED, PALETTE, footnote, headline, styled

__all__ = ["preemption"]

_DODGE = 1.12  # factor between the measured points of neighbouring releases
_ASYNCHRONOUS = "asynchronous"


def preemption(simulated: pd.DataFrame, measured: pd.DataFrame) -> Figure:
    """Draw the pause against the length of a loop that calls nothing.

    Parameters
    ----------
    simulated : DataFrame
        A row for each point: ``go``, ``preemption`` (``cooperative`` or ``asynchronous``), ``loop_ms``, ``cycles``,
        ``p50_ms``.
    measured : DataFrame
        ``go``, ``label``, ``preemption``, ``loop_ms`` and ``p50_ms`` of real runtimes.

    Returns
    -------
    Figure
        One panel: solid lines are cooperative, dashed ones asynchronous.
    """
    with styled():
        figure = Figure(figsize=(COLUMN, 3.9))
        ax = figure.add_subplot()
        ax.set_xscale("log")
        pause_axis(ax)
        ends = simulated["loop_ms"].min(), simulated["loop_ms"].max()
        ax.plot(ends, ends, color=MUTED, linewidth=0.9, linestyle=(0, (1, 1.5)), zorder=1)
        ax.annotate("the loop itself", (ends[0] * 12, ends[0] * 6), fontsize=6.5, color=MUTED)
        later = simulated["preemption"] == _ASYNCHRONOUS
        draw_lines(ax, simulated[~later], "loop_ms", "p50_ms")
        draw_lines(ax, simulated[later], "loop_ms", "p50_ms", minor=True)
        draw_intervals(ax, simulated, "loop_ms")
        _real(ax, measured)
        ax.xaxis.set_major_locator(LogLocator())
        ax.xaxis.set_minor_locator(NullLocator())
        ax.xaxis.set_major_formatter(FuncFormatter(lambda ms, _: pause_text(ms)))
        ax.set_xlabel("length of the loop")
        ax.set_ylabel("pause of a collection, median")
        key = [
            key_of("simulated, cooperative preemption", line="-"),
            key_of("simulated, asynchronous preemption", line=(0, (4, 2))),
            key_of("measured, a loop of about a second", marker="o"),
        ]
        ax.legend(handles=key, loc="upper left")
        headline(figure, _finding(simulated), sorted(set(simulated["go"])))
        footnote(figure, _basis(simulated))
    return figure


def _real(ax: Axes, measured: pd.DataFrame) -> None:
    """Draw each real runtime beside the others, those without a colour of their own by name."""
    for number, (_, point) in enumerate(measured.iterrows()):
        go = str(point["go"])
        at = float(point["loop_ms"]) * _DODGE ** (number % 5 - 2)
        color = PALETTE.get(go, INK)
        ax.plot(at, point["p50_ms"], marker=MARKERS.get(go, "o"), color=color, markerfacecolor="white", zorder=5)
        if go not in PALETTE:
            ax.annotate(
                str(point["label"]),
                (at, point["p50_ms"]),
                xytext=(-6, 0),
                textcoords="offset points",
                ha="right",
                va="center",
                fontsize=6,
                color=INK,
                path_effects=HALO,
            )


def _finding(table: pd.DataFrame) -> str:
    """Say what the longest loop does to the newest release, stopped in either way."""
    rows = table[(table["go"] == max(table["go"])) & (table["loop_ms"] == table["loop_ms"].max())]
    pauses = rows.set_index("preemption")["p50_ms"]
    return (
        f"A loop of {pause_text(table['loop_ms'].max())} that calls nothing makes a pause of "
        f"{pause_text(pauses['cooperative'])} out of one of {pause_text(pauses[_ASYNCHRONOUS])}, in every release alike"
    )


def _basis(simulated: pd.DataFrame) -> str:
    return (
        "runtime.GC(), which stops the world for the whole collection, with an almost empty heap on 2 Ps, as soon as "
        f"the loop runs. Simulated: at least {simulated['cycles'].min():.0f} collections a point. Measured: one "
        "run each; the loop has 1e9 iterations. Asynchronous preemption came with Go 1.14; here it is given to each "
        f"release.{interval_note(simulated)}"
    )
