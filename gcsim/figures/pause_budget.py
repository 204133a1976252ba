"""What a promise about pauses costs, over promises."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from gcsim.figures.labels import pause_text, size_text
from gcsim.figures.marks import HALO, draw_intervals, interval_note, key_of
from gcsim.figures.style import INK, MARKERS, MUTED, PAGE, PALETTE, footnote, headline, release_name, styled

__all__ = ["pause_budget"]

_PROMISE_MS = 10.0  # of Go 1.5, in 50
_TICKS_MS = (0.1, 1.0, 10.0, 100.0)
_DASHES = (0, (4, 2))
_PERCENT = "\N{NO-BREAK SPACE}%"
_MINUS = "\N{MINUS SIGN}"
_TITLES = ("most stopped in a window", "operations per second", "peak heap")


def pause_budget(table: pd.DataFrame) -> Figure:
    """Draw how a promise was kept, and what that did to throughput and heap, against the promised pause.

    Parameters
    ----------
    table : DataFrame
        A row for each release, strategy, heap and promise: ``go``, ``strategy`` (``release`` or ``budgeted``),
        ``live_heap_mib``, ``pause_ms`` and ``window_ms`` promised, ``replications``, ``cycles``, ``stopped_ms``
        (the most stopped in any window of any run), ``over_percent`` (collections that broke the promise),
        ``indivisible_ms`` (longest last stop) and ``attainable`` (whether that is within the pause; both empty where
        nothing is cut), and with the ends of their intervals ``ops_percent`` and ``peak_percent`` (more than the
        release at the same promise).

    Returns
    -------
    Figure
        A row of three panels for each heap. Dashed lines are the releases as they were, solid ones their stops in
        slices.
    """
    with styled():
        heaps = sorted(table["live_heap_mib"].unique())
        figure = Figure(figsize=(PAGE, 1.4 + 1.75 * len(heaps)))
        rows = figure.subplots(len(heaps), 3, sharex=True, squeeze=False)
        for (stopped, speed, heap), live in zip(rows, heaps, strict=True):
            of_heap = table[table["live_heap_mib"] == live]
            cut = of_heap[of_heap["strategy"] == "budgeted"]
            _promise(stopped, of_heap)
            _lines(stopped, of_heap[of_heap["strategy"] == "release"], "stopped_ms", line=_DASHES)
            for ax, column in ((stopped, "stopped_ms"), (speed, "ops_percent"), (heap, "peak_percent")):
                _lines(ax, cut, column)
                _points(ax, cut, column)
                draw_intervals(ax, cut, "pause_ms", column)
            for ax in (speed, heap):
                ax.axhline(0, color=INK, linewidth=0.9, linestyle=_DASHES, zorder=2)
                ax.yaxis.set_major_formatter(FuncFormatter(lambda percent, _: _signed(percent, "g")))
            stopped.set_ylabel(f"{size_text(live)} live")
        _same_range(list(rows[:, 1]))
        _same_range(list(rows[:, 2]))
        for ax, title in zip(rows[0], _TITLES, strict=True):
            ax.set_title(title, fontsize=8.5, fontweight="normal", pad=5)
        for ax in rows[-1]:
            ax.set_xlabel("pause promised")
        _budget_axis(rows[0][0])
        lines, points = _keys()
        rows[0][1].legend(handles=lines, loc="lower left")
        rows[-1][1].legend(handles=points, loc="lower left")
        headline(figure, _finding(table), sorted(set(table["go"])))
        footnote(figure, _basis(table))
    return figure


def _promise(ax: Axes, table: pd.DataFrame) -> None:
    """Draw where the most that is stopped is just what was promised; above, the promise is broken."""
    ax.set_yscale("log")
    ax.yaxis.set_major_locator(FixedLocator(_TICKS_MS))
    ax.yaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_major_formatter(FuncFormatter(lambda ms, _: pause_text(ms)))
    promised = sorted(table["pause_ms"].unique())
    top = 2 * max(*promised, table["stopped_ms"].max())
    ax.set_ylim(promised[0] / 2, top)
    ax.fill_between(promised, promised, [top] * len(promised), color=MUTED, alpha=0.09, linewidth=0, zorder=1)
    ax.plot(promised, promised, color=MUTED, linewidth=0.8, zorder=2)
    for text, at, ha, va in (("broken", 0.03, "left", "top"), ("kept", 0.97, "right", "bottom")):
        words = ax.text(at, 1 - at, text, transform=ax.transAxes, ha=ha, va=va, fontsize=6.5, color=MUTED, zorder=5)
        words.set_path_effects(HALO)


def _lines(ax: Axes, table: pd.DataFrame, column: str, *, line: str | tuple[float, tuple[float, ...]] = "-") -> None:
    for go, points in table.sort_values("pause_ms").groupby("go"):
        thin = 1.4 if line == "-" else 0.9
        ax.plot(points["pause_ms"], points[column], color=PALETTE[str(go)], linewidth=thin, linestyle=line, zorder=3)


def _points(ax: Axes, table: pd.DataFrame, column: str) -> None:
    """Mark the promises by what became of them: kept, broken now and then, or not attainable."""
    for go, of_go in table.groupby("go"):
        color, marker = PALETTE[str(go)], MARKERS[str(go)]
        attainable = of_go["attainable"].astype(bool)
        kept = attainable & (of_go["over_percent"] == 0)
        for points, kind, face in (
            (of_go[kept], marker, color),
            (of_go[attainable & ~kept], marker, "white"),
            (of_go[~attainable], "X", color),
        ):
            at = points["pause_ms"]
            size = 6 if kind == "X" else 4
            ax.plot(at, points[column], kind, color=color, markerfacecolor=face, markersize=size, zorder=4)


def _same_range(axes: list[Axes]) -> None:
    """Give panels the range of them all, and never less than a few percent: noise is not to look like a finding."""
    low = min(-3.0, *(ax.get_ylim()[0] for ax in axes))
    high = max(3.0, *(ax.get_ylim()[1] for ax in axes))
    for ax in axes:
        ax.set_ylim(low, high)


def _budget_axis(ax: Axes) -> None:
    ax.set_xscale("log")
    ax.xaxis.set_major_locator(FixedLocator(_TICKS_MS))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(FuncFormatter(lambda ms, _: pause_text(ms)))


def _keys() -> tuple[list[Line2D], list[Line2D]]:
    lines = [key_of("the release as it was", line=_DASHES), key_of("its stops in slices", line="-")]
    points = [
        key_of("promise kept", marker="o", filled=True),
        key_of("broken by some collections", marker="o"),
        key_of("not attainable", marker="X", filled=True, size=6),
    ]
    return lines, points


def _signed(percent: float, form: str) -> str:
    """Return a change in percent with its sign, a true minus among them."""
    text = f"{percent:+{form}}" if percent else "0"
    return f"{text.replace('-', _MINUS)}{_PERCENT}"


def _finding(table: pd.DataFrame) -> str:
    """Say what the promise of 1.5 costs the oldest release, and where slices end in the newest."""
    cut = table[(table["strategy"] == "budgeted") & (table["live_heap_mib"] == table["live_heap_mib"].max())]
    oldest, newest = min(cut["go"]), max(cut["go"])
    at = cut[(cut["go"] == oldest) & (cut["pause_ms"] == _PROMISE_MS)].iloc[0]
    kept = "keeps" if at["over_percent"] == 0 else "nearly keeps"
    last = cut.loc[cut["go"] == newest, "indivisible_ms"].max()
    return (
        f"In slices {release_name(oldest)} {kept} {pause_text(_PROMISE_MS)} in any {pause_text(at['window_ms'])}: "
        f"{_signed(at['peak_percent'], '.0f')} of heap, {_signed(at['ops_percent'], '.1f')} of throughput; what "
        f"{newest} cannot cut is its last stop, {pause_text(last)}, so no promise below that is attainable"
    )


def _basis(table: pd.DataFrame) -> str:
    return (
        "GOGC=100, 2 Ps, 10,000 goroutines that wait; the window is five times the pause. 1.4 in slices has Dijkstra's "
        f"write barrier. At least {table['cycles'].min():.0f} collections a point. Left: the worst of all runs. Middle "
        "and right: against the same release uncut; a larger heap is collected less often. A collection breaks the "
        f"promise if one of its stops ends a window in which more was stopped.{interval_note(table)}"
    )
