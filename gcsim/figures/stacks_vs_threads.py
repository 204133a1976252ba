"""Memory against concurrency: what threads and goroutines reserve, and what of it is resident."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator

from gcsim.figures.marks import HALO
from gcsim.figures.style import INK, MUTED, PAGE, footnote, headline, styled

__all__ = ["stacks_vs_threads"]

_SPACE = "\N{NO-BREAK SPACE}"
_UNITS = ("B", "KiB", "MiB", "GiB", "TiB")
_KIB = 1024
_BYTES = [_KIB**power * factor for power in (1, 2, 3, 4) for factor in (1, 32)]
_TICKS = [1, 100, 10_000, 1_000_000]
_CLOSE = 1.02  # limits closer than that share a mark


class _Look(NamedTuple):
    color: str
    marker: str
    width: float
    ends: bool  # with its first limit: no setting of the kernel raises it


class _Panel(NamedTuple):
    column: str
    title: str
    level: str  # the limit that is drawn as a line
    foreign: tuple[str, ...]  # limits of what the other panel shows
    named: tuple[str, ...]  # limits whose marks have text; the others have it in the other panel


_AMOUNTS = ("address space", "Go's arena")
_COUNTS = ("Go's thread limit", "vm.max_map_count", "kernel.pid_max", "kernel.threads-max")
_RESERVED = _Panel("reserved_bytes", "reserved: address space", "address space", ("memory",), (*_COUNTS, *_AMOUNTS))
_RESIDENT = _Panel("resident_bytes", "resident: memory, the kernel's part included", "memory", _AMOUNTS, ("memory",))

_LOOKS: Mapping[str, _Look] = {
    "pthread": _Look(INK, "o", 1.8, ends=False),
    "m": _Look(MUTED, "s", 1.0, ends=True),
    "goroutine_8k": _Look("#aa4499", "^", 1.5, ends=False),
    "goroutine_2k": _Look("#332288", "v", 1.5, ends=False),
}
"""Threads in greys; goroutines in colours that mean no release (of Paul Tol's muted scheme)."""


def stacks_vs_threads(memory: pd.DataFrame, limits: pd.DataFrame, levels: pd.DataFrame) -> Figure:
    """Draw the reserved and the resident memory of threads and goroutines against how many there are.

    Parameters
    ----------
    memory : DataFrame
        A row for each kind and number: ``kind``, ``label``, ``concurrency``, ``reserved_bytes``, ``resident_bytes``.
    limits : DataFrame
        A row for each kind and limit, at the number that the limit allows: the same columns, ``limit`` (its name), and
        ``first``, whether it is the first that is met.
    levels : DataFrame
        ``limit`` and ``level_bytes``, for the limits that are an amount of memory: ``address space`` and ``memory``.

    Returns
    -------
    Figure
        Two panels with a common y axis. Markers are limits; a line is solid up to the first, and dashed beyond where
        raising it takes no more than a setting of the kernel.
    """
    with styled():
        figure = Figure(figsize=(PAGE, 4.3))
        reserved, resident = figure.subplots(1, 2, sharex=True, sharey=True)
        for ax, panel in ((reserved, _RESERVED), (resident, _RESIDENT)):
            ax.set(xscale="log", yscale="log")
            for kind, reached in limits.groupby("kind", sort=False):
                points = memory[memory["kind"] == kind]
                _line(ax, points, reached, panel.column)
                _marks(ax, points, reached[~reached["limit"].isin(panel.foreign)], panel)
            _level(ax, panel.level, _bytes_of(levels, panel.level))
            ax.set_title(panel.title, fontsize=8.5, fontweight="normal", pad=5)
            ax.set_xlabel("how many at the same time, blocked")
        _axes(reserved, memory["concurrency"].max())
        resident.legend(loc="upper left", fontsize=7)
        headline(figure, _finding(memory, limits))
        footnote(figure, _basis(limits, levels))
    return figure


def _line(ax: Axes, points: pd.DataFrame, limits: pd.DataFrame, column: str) -> None:
    first = _first(limits)
    look = _LOOKS[str(first["kind"])]
    x, y = points["concurrency"].astype(float), points[column].astype(float)
    end = float(first["concurrency"])
    inside = x <= end
    line = partial(ax.plot, color=look.color, linewidth=look.width, zorder=3.5 if look.ends else 3)
    if inside.all():
        line(x, y, label=first["label"])
        return
    line([*x[inside], end], [*y[inside], float(first[column])], label=first["label"])
    if not look.ends:
        line([end, *x[~inside]], [float(first[column]), *y[~inside]], linestyle=(0, (3, 2)))


def _marks(ax: Axes, points: pd.DataFrame, limits: pd.DataFrame, panel: _Panel) -> None:
    """Mark where a line meets limits; those that lie together share a mark and its text."""
    look = _LOOKS[str(points["kind"].iloc[0])]
    last = limits["concurrency"].min() if look.ends else points["concurrency"].max()
    reached = limits[limits["concurrency"] <= last].sort_values("concurrency")
    apart = (reached["concurrency"] / reached["concurrency"].shift()).fillna(1.0) > _CLOSE
    for _, together in reached.groupby(apart.cumsum()):
        at = (float(together["concurrency"].iloc[0]), float(together[panel.column].iloc[0]))
        ax.plot(*at, marker=look.marker, color=look.color, markerfacecolor="white", markersize=5, zorder=5)
        if together["limit"].isin(panel.named).all():
            # Where lines run close together the text takes two lines instead of one across them.
            ax.annotate(
                _count(at[0]) + (":\n" if look.ends else ": ") + ", ".join(together["limit"]),
                xy=at,
                xytext=(0, 5) if look.ends else (-6, 4),
                textcoords="offset points",
                ha="center" if look.ends else "right",
                fontsize=6.2,
                linespacing=1.05,
                color=look.color,
                path_effects=HALO,
            )


def _level(ax: Axes, name: str, size: float) -> None:
    ax.axhline(size, color=INK, linewidth=0.8, linestyle=(0, (1, 1.5)))
    ax.annotate(
        f"{name}, {_size(size)}",
        xy=(0.0, size),
        xycoords=ax.get_yaxis_transform(),
        xytext=(4, 3),
        textcoords="offset points",
        fontsize=6.5,
        color=INK,
        path_effects=HALO,
    )


def _axes(ax: Axes, most: float) -> None:
    ax.set_xlim(0.8, most * 1.25)
    ax.set_ylim(_KIB, 2.0**49)
    ax.xaxis.set_major_locator(FixedLocator(_TICKS))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _count(value)))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_major_locator(FixedLocator([float(size) for size in _BYTES]))
    ax.yaxis.set_minor_locator(NullLocator())
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _size(value)))


def _count(n: float) -> str:
    return f"{n:,.0f}"


def _size(size: float) -> str:
    """Return bytes as people say them: ``35.3 KiB``, ``7.63 TiB``."""
    power = 0
    while size >= _KIB and power < len(_UNITS) - 1:
        size /= _KIB
        power += 1
    return f"{size:.3g}{_SPACE}{_UNITS[power]}"


def _first(limits: pd.DataFrame) -> pd.Series:
    return limits[limits["first"].astype(bool)].iloc[0]


def _most_of(limits: pd.DataFrame, kind: str, limit: str) -> float:
    return float(limits.loc[(limits["kind"] == kind) & (limits["limit"] == limit), "concurrency"].iloc[0])


def _bytes_of(levels: pd.DataFrame, limit: str) -> float:
    return float(levels.loc[levels["limit"] == limit, "level_bytes"].iloc[0])


def _finding(memory: pd.DataFrame, limits: pd.DataFrame) -> str:
    """Say what the most goroutines and the most threads of the figure take, and where threads end."""
    last = memory[memory["concurrency"] == memory["concurrency"].max()].set_index("kind")
    goroutine, thread = last.loc["goroutine_2k"], last.loc["pthread"]
    end = _first(limits[limits["kind"] == "pthread"])["concurrency"]
    return (
        f"{_count(goroutine['concurrency'])} goroutines take {_size(goroutine['resident_bytes'])}; as many threads "
        f"would reserve {_size(thread['reserved_bytes'])} and take {_size(thread['resident_bytes'])}, but Linux ends "
        f"them at {_count(end)} by default"
    )


def _basis(limits: pd.DataFrame, levels: pd.DataFrame) -> str:
    small, large = (_most_of(limits, kind, "memory") / 1e6 for kind in ("goroutine_2k", "goroutine_8k"))
    threads = _most_of(limits, "pthread", "address space") / 1e6
    return (
        "Computed, not simulated: all blocked, with nothing but their first frames on their stacks. Markers: limits, "
        "with the defaults of Linux on x86-64; dashed: were the first of them raised. Outside the figure: the address "
        f"space is full with {threads:.1f} million threads, {_size(_bytes_of(levels, 'memory'))} of memory are with "
        f"{small:.1f} million goroutines on 2 KiB and {large:.1f} million on 8 KiB, of which a blocked one has touched "
        "half."
    )
