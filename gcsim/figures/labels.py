"""Text beside the data: a name at the end of each line, sizes and times on axes."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator
from scipy.optimize import isotonic_regression

from gcsim.figures.style import ink_of, release_name

__all__ = ["label_ends", "pause_axis", "pause_text", "size_axis", "size_text", "spread", "time_text"]

_SPACE = "\N{NO-BREAK SPACE}"  # between a number and its unit
_MIB_PER_GIB = 1024
_MS_PER_S = 1000


def spread(positions: Sequence[float], gap: float) -> list[float]:
    """Move positions as little as possible (in squares) until no two are closer than a gap.

    Parameters
    ----------
    positions : sequence of float
        Where labels would stand; any order, which they keep.
    gap : float
        Least distance of neighbours.

    Returns
    -------
    list of float
        Where they may stand, in the order given.

    Examples
    --------
    >>> spread([1.0, 5.0, 1.0], 2.0)
    [0.0, 5.0, 2.0]
    """
    order = np.argsort(positions, kind="stable")
    steps = gap * np.arange(len(order))
    moved = np.empty(len(order))
    moved[order] = isotonic_regression(np.asarray(positions, float)[order] - steps).x + steps
    return [float(position) for position in moved]


def label_ends(ax: Axes, ends: Mapping[str, float], *, gap: float) -> None:
    """Write the name of each release at the right of its line.

    Parameters
    ----------
    ax : Axes
        Its limits and scale have to be final.
    ends : mapping of str to float
        For each release, where on the y axis its line ends.
    gap : float
        Least distance of two names, as a share of the height of the axes.
    """
    low, high = (ax.transData.transform((1.0, limit))[1] for limit in ax.get_ylim())
    heights = [(ax.transData.transform((1.0, end))[1] - low) / (high - low) for end in ends.values()]
    for release, at, height in zip(ends, heights, spread(heights, gap), strict=True):
        ax.annotate(
            release_name(release),
            xy=(1.0, at),
            xytext=(1.045, height),
            xycoords="axes fraction",
            textcoords="axes fraction",
            va="center",
            color=ink_of(release),
            fontweight="bold",
            annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": ink_of(release), "linewidth": 0.6, "shrinkA": 1, "shrinkB": 1},
        )


def size_text(mib: float) -> str:
    """Return a number of MiB as people say it: ``64 MiB``, ``16 GiB``."""
    return f"{mib / _MIB_PER_GIB:g}{_SPACE}GiB" if mib >= _MIB_PER_GIB else f"{mib:g}{_SPACE}MiB"


def pause_text(ms: float) -> str:
    """Return a number of ms as people say it: ``100 µs``, ``10 ms``, ``2 s``."""
    if ms < 1:
        return f"{ms * 1000:.3g}{_SPACE}µs"
    return f"{ms:.3g}{_SPACE}ms" if ms < _MS_PER_S else f"{ms / _MS_PER_S:.3g}{_SPACE}s"


def time_text(seconds: float) -> str:
    """Return a number of seconds as people say it: ``30 s``, ``10 min``, ``2 h``."""
    for unit, length in (("h", 3600), ("min", 60)):
        if seconds >= length:
            return f"{seconds / length:.3g}{_SPACE}{unit}"
    return f"{seconds:.3g}{_SPACE}s"


def size_axis(ax: Axes, mib: Sequence[float]) -> None:
    """Give the x axis logarithmic sizes with a tick at each of the given MiB."""
    ax.set_xscale("log", base=2)
    ax.xaxis.set_major_locator(FixedLocator(list(mib)))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: size_text(value)))
    ax.xaxis.set_minor_locator(NullLocator())


def pause_axis(ax: Axes) -> None:
    """Give the y axis logarithmic times, from ms: ``100 µs``, ``1 ms``, ``10 ms``."""
    ax.set_yscale("log")
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: pause_text(value)))
