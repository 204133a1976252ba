"""What the latency of a request consists of, at several quantiles, for each release."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from gcsim.figures.labels import pause_text
from gcsim.figures.marks import HALO
from gcsim.figures.style import (
    CAUSE_NAMES,
    CAUSE_PALETTE,
    INK,
    PAGE,
    footnote,
    headline,
    ink_of,
    styled,
)

__all__ = ["latency_by_cause"]

_LEAST = 0.01
"""Share of a bar below which nobody sees a cause; one that nowhere reaches it goes into "other"."""

_SMALLEST = 0.001
"""The smallest share that the headline has a number for."""

_OTHER = "other"
_OTHER_COLOR = "#eeeeee"
_ORDER = (*CAUSE_PALETTE, _OTHER)
_HALF_BAR = 0.38
_HEADROOM = 1.12
_KEY_COLUMNS = 4


def latency_by_cause(table: pd.DataFrame) -> Figure:
    """Draw a stacked bar for each quantile and release.

    Parameters
    ----------
    table : DataFrame
        A row for each release, quantile and cause: ``go``, ``quantile`` (such as ``p99.9``, in order), ``cause``,
        ``ms``, the same in all rows of a quantile ``half_width_ms`` (of its 95 % interval, NaN if unknown), and in
        all rows of a release ``replications``, ``pause_p50_ms``, ``cycles``, ``requests``.

    Returns
    -------
    Figure
        A panel for each quantile, each with an axis of its own. A dash beside a bar is the median pause, an arrow says
        that it lies beyond the axis.
    """
    with styled():
        quantiles = list(dict.fromkeys(table["quantile"]))
        figure = Figure(figsize=(PAGE, 4.3))
        parts = _folded(table)
        shown = [cause for cause in _ORDER if parts.loc[parts["cause"] == cause, "ms"].sum() > 0]
        lines = -(-(len(shown) + 1) // _KEY_COLUMNS)
        grid = figure.add_gridspec(2, len(quantiles), height_ratios=(1, 0.065 * lines))
        pauses = table.groupby("go")["pause_p50_ms"].first()
        for column, quantile in enumerate(quantiles):
            ax = figure.add_subplot(grid[0, column])
            half_widths = table[table["quantile"] == quantile].groupby("go")["half_width_ms"].first()
            _bars(ax, parts[parts["quantile"] == quantile], pauses, half_widths)
            ax.set_title(quantile, fontsize=8.5, pad=5)
        _key(figure.add_subplot(grid[1, :]), shown)
        headline(figure, _finding(table))
        footnote(figure, _basis(table, set(table["cause"]) - set(shown)))
    return figure


def _folded(table: pd.DataFrame) -> pd.DataFrame:
    """Put causes that no bar shows into one."""
    shares = table["ms"] / table.groupby(["go", "quantile"])["ms"].transform("sum")
    most = shares.groupby(table["cause"]).max()
    seen = {cause for cause, share in most.items() if share >= _LEAST}
    causes = table["cause"].where(table["cause"].isin(seen), _OTHER)
    return table.assign(cause=causes).groupby(["go", "quantile", "cause"])["ms"].sum().reset_index()


def _key(ax: Axes, shown: Sequence[str]) -> None:
    """Name colours and dash below the panels."""
    ax.set_axis_off()
    entries: list[Patch | Line2D] = [Patch(color=_color(cause), label=CAUSE_NAMES.get(cause, cause)) for cause in shown]
    entries.append(Line2D([], [], color=INK, linewidth=1.6, label="median pause (arrow: beyond the axis)"))
    ax.legend(handles=entries, loc="center left", ncols=_KEY_COLUMNS, columnspacing=1.4, borderpad=0.1)


def _color(cause: str) -> str:
    return CAUSE_PALETTE.get(cause, _OTHER_COLOR)


def _bars(ax: Axes, parts: pd.DataFrame, pauses: pd.Series, half_widths: pd.Series) -> None:
    releases = sorted(set(parts["go"]))
    totals = parts.groupby("go")["ms"].sum()
    ax.set_ylim(0, _HEADROOM * (totals + half_widths.fillna(0)).max())
    for place, go in enumerate(releases):
        of_go = parts[parts["go"] == go].set_index("cause")["ms"]
        bottom = 0.0
        for cause in _ORDER:
            height = float(of_go.get(cause, 0.0))
            if height:
                ax.bar(place, height, 2 * _HALF_BAR, bottom, color=_color(cause), edgecolor="white", linewidth=0.3)
                bottom += height
        if half_widths[go] > 0:
            ax.errorbar(place, bottom, half_widths[go], fmt="none", ecolor=INK, elinewidth=1.0, zorder=5)
        _pause(ax, place, float(pauses[go]))
    ax.set_xticks(range(len(releases)), releases, fontweight="bold", fontsize=7)
    for tick, go in zip(ax.get_xticklabels(), releases, strict=True):
        tick.set_color(ink_of(go))
    ax.tick_params(axis="x", length=0, pad=2)
    ax.tick_params(axis="y", labelsize=7)
    ax.yaxis.set_major_locator(MaxNLocator(5))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda ms, _: pause_text(ms) if ms else "0"))


def _pause(ax: Axes, place: int, pause_ms: float) -> None:
    """Mark the median pause, or point to where it would be."""
    top = ax.get_ylim()[1]
    if pause_ms <= top:
        ends = [place - _HALF_BAR - 0.08, place + _HALF_BAR + 0.08]
        ax.plot(ends, 2 * [pause_ms], color=INK, linewidth=1.6, solid_capstyle="butt", path_effects=HALO, zorder=4)
    else:
        ax.plot(place, 0.97 * top, marker="^", color=INK, markersize=3.5, zorder=4)


def _finding(table: pd.DataFrame) -> str:
    """Say which cause has most of the last quantile in each release, and how much of it the stops have in the last."""
    last = table[table["quantile"] == table["quantile"].iloc[-1]]
    shares = last.pivot_table(index="go", columns="cause", values="ms", aggfunc="sum").fillna(0.0)
    latency = shares.sum(axis=1)
    shares = shares.div(latency, axis=0)
    greatest: dict[str, list[str]] = {}
    for go, cause in shares.idxmax(axis=1).items():
        greatest.setdefault(CAUSE_NAMES[cause], []).append(f"{go} ({shares.loc[go, cause]:.0%})")
    what = "; ".join(f"{name} in {', '.join(where)}" for name, where in greatest.items())
    newest = max(shares.index)
    stops = shares.loc[newest, [cause for cause in ("stopping", "stopped") if cause in shares]].sum()
    return (
        f"The pause is not the latency. What most of {last['quantile'].iloc[0]} is, by release: {what}. "
        f"In {newest} it is {pause_text(latency[newest])}, of which stops are {_percent(stops)}"
    )


def _percent(share: float) -> str:
    if share < _SMALLEST:
        return f"less than {_SMALLEST:.1%}"
    return f"{share:.1%}" if share < _LEAST else f"{share:.0%}"


def _basis(table: pd.DataFrame, folded: set[str]) -> str:
    names = [CAUSE_NAMES[cause] for cause in CAUSE_PALETTE if cause in folded]
    rare = f' Nowhere 1 % of a bar, and in "{_OTHER}" if anything: {", ".join(names)}.' if names else ""
    return (
        "A server under open load: 30 % of the CPU of 4 Ps, 256 connections, 100 us a request in the mean, "
        "exponential, 48 KiB of allocation each, 256 MiB live, GOGC=100. Simulated, at least "
        f"{table['requests'].min():,.0f} requests and {table['cycles'].min():.0f} collections a release, in "
        f"{table['replications'].min():.0f} replications: black bars are 95 % intervals of the quantiles. A bar is as "
        "high as the quantile and divided as the time of the requests around it: those nearer to it than a quarter of "
        f"the number beyond.{rare}"
    )
