"""When switching the collector off pays: how long the memory lasts, and what is saved until then."""

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator, PercentFormatter

from gcsim.figures.labels import size_text, time_text
from gcsim.figures.marks import HALO, draw_intervals, interval_note
from gcsim.figures.style import INK, MARKERS, MUTED, PAGE, PALETTE, footnote, headline, release_name, styled

__all__ = ["gogc_off"]

_MIB_PER_GIB = 1024
_RATES = (10, 30, 100, 300, 1000, 3000)
_TIMES_S = (1, 3, 10, 30, 60, 180, 600, 1800, 3600)


def gogc_off(table: pd.DataFrame) -> Figure:
    """Draw the time to out-of-memory with GOGC=off against the allocation rate, and against the CPU saved.

    Parameters
    ----------
    table : DataFrame
        A row for each release, allocation rate and memory: ``go``, ``memory_gib``, ``alloc_mib_per_s`` and ``oom_s``
        of runs without collector; ``cycles`` and ``gc_cpu_percent`` of those with GOGC=100; ``replications`` and the
        ends of intervals.

    Returns
    -------
    Figure
        Two panels with the time to out-of-memory as their common y axis.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 3.7))
        rate, saved = figure.subplots(1, 2, sharey=True)
        rate.set_yscale("log")
        rate.yaxis.set_major_locator(FixedLocator(_TIMES_S))
        rate.yaxis.set_minor_locator(NullLocator())
        rate.yaxis.set_major_formatter(FuncFormatter(lambda seconds, _: time_text(seconds)))
        _against_rate(rate, table)
        _against_cpu(saved, table[table["memory_gib"] == table["memory_gib"].max()])
        headline(figure, _finding(table), sorted(set(table["go"])))
        footnote(
            figure,
            "The forest with a live heap of 128 MiB and 4 workers on 2 Ps; how long an operation computes sets the "
            f"allocation rate. CPU: share of both Ps' time with GOGC=100, at least {table['cycles'].min():.0f} "
            f"collections a point.{_precision(table)}",
        )
    return figure


def _against_rate(ax: Axes, table: pd.DataFrame) -> None:
    # Without a collector releases differ by little but their own ns an operation: their mean stands for them all.
    lines = table.groupby(["memory_gib", "think_us"], as_index=False)[["alloc_mib_per_s", "oom_s"]].mean()
    sns.lineplot(
        lines,
        x="alloc_mib_per_s",
        y="oom_s",
        units="memory_gib",
        estimator=None,
        color=INK,
        marker="o",
        ax=ax,
        zorder=3,
    )
    for memory, line in lines.sort_values("alloc_mib_per_s").groupby("memory_gib"):
        ax.annotate(
            size_text(float(str(memory)) * _MIB_PER_GIB),
            xy=(line["alloc_mib_per_s"].iloc[0], line["oom_s"].iloc[0]),
            xytext=(3, 6),
            textcoords="offset points",
            color=INK,
            fontsize=7.5,
        )
    ax.set_xscale("log")
    ax.xaxis.set_major_locator(FixedLocator(_RATES))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda mib, _: f"{mib:,.0f}"))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_xlabel("allocation rate, MiB/s (mean of the releases)")
    ax.set_ylabel("time until out of memory")


def _against_cpu(ax: Axes, table: pd.DataFrame) -> None:
    sns.lineplot(
        table,
        x="gc_cpu_percent",
        y="oom_s",
        hue="go",
        palette=dict(PALETTE),
        style="go",
        markers=dict(MARKERS),
        dashes=False,
        sort=False,
        estimator=None,
        markeredgewidth=0,
        ax=ax,
        legend=False,
    )
    draw_intervals(ax, table, "gc_cpu_percent", "oom_s")
    rightmost = table.loc[table.groupby("think_us")["gc_cpu_percent"].idxmax()]
    rates = table.groupby("think_us")["alloc_mib_per_s"].mean()
    for _, point in rightmost.iterrows():
        ax.annotate(
            f"≈ {rates[point['think_us']]:,.0f} MiB/s",
            xy=(point["gc_cpu_percent"], point["oom_s"]),
            xytext=(7, 5),
            textcoords="offset points",
            va="center",
            fontsize=6.5,
            color=MUTED,
            path_effects=HALO,
        )
    ax.margins(x=0.2)
    ax.set_xlim(left=0)
    ax.xaxis.set_major_formatter(PercentFormatter(decimals=0, symbol=" %"))
    ax.set_xlabel(f"CPU saved until then ({size_text(table['memory_gib'].iloc[0] * _MIB_PER_GIB)} of memory)")
    ax.set_ylabel("")


def _precision(table: pd.DataFrame) -> str:
    """Say what the bars are, and how narrow the intervals of the times are, whose bars nobody can see."""
    note = interval_note(table)
    if not note:
        return ""
    widest = 100 * ((table["oom_s_high"] - table["oom_s_low"]) / 2 / table["oom_s"]).max()
    times = f"Those of the times are at most ±{widest:.1g} % of them." if widest else "The times are the same in all."
    return f"{note} {times}"


def _finding(table: pd.DataFrame) -> str:
    """Say what the newest release saves, and for how long, at both ends of the rates."""
    memory = table["memory_gib"].max()
    rows = table[(table["go"] == table["go"].max()) & (table["memory_gib"] == memory)].sort_values("alloc_mib_per_s")
    slow, fast = rows.iloc[0], rows.iloc[-1]
    size = size_text(memory * _MIB_PER_GIB)
    return (
        f"Without its collector {release_name(str(slow['go']))} saves {fast['gc_cpu_percent']:.0f} % of the CPU at "
        f"{fast['alloc_mib_per_s']:,.0f} MiB/s, but {size} last {time_text(fast['oom_s'])}; at "
        f"{slow['alloc_mib_per_s']:,.0f} MiB/s they last {time_text(slow['oom_s'])} and "
        f"{slow['gc_cpu_percent']:.1f} % is saved"
    )
