"""The leak report as a person reads it, and what programs counted themselves."""

from collections.abc import Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from gcsim.cli.output import size

__all__ = ["render_counts", "render_leaks"]

_WHOLE = 100
"""From here on a rate has three digits without decimals."""


def render_leaks(leaks: Mapping[str, Any]) -> list[Table | Text]:
    """Return the leak report.

    Parameters
    ----------
    leaks : mapping
        As the summary has them.

    Returns
    -------
    list of rich renderables
        To be printed below one another; empty where nothing leaked.
    """
    if not leaks["groups"]:
        return []
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column("leaked goroutines", min_width=22)
    for name in ("n", "per s", "stack", "heap", "descriptors"):
        table.add_column(name, justify="right")
    table.add_column("waits at", overflow="fold")
    table.add_column("for")
    for group in leaks["groups"]:
        table.add_row(group["program"], *_amounts(group), group["where"], group["waits"])
    if len(leaks["groups"]) > 1:
        table.add_row("together", *_amounts(leaks))
    return [Text(), table]


def _amounts(of: Mapping[str, Any]) -> tuple[str, ...]:
    return (
        f"{of['goroutines']:,}",
        f"{of['goroutines_per_s']:,.3g}" if of["goroutines_per_s"] < _WHOLE else f"{of['goroutines_per_s']:,.0f}",
        size(of["stack_bytes"]),
        size(of["heap_bytes"]),
        f"{of['descriptors']:,}",
    )


def render_counts(counts: Mapping[str, int]) -> list[Text]:
    """Return what a program counted, such as values that were dropped, in one line; nothing where it counted nothing.

    Parameters
    ----------
    counts : mapping of str to int
        As the summary has them.
    """
    if not counts:
        return []
    return [Text(), Text("program: " + ", ".join(f"{n:,} {name.replace('_', ' ')}" for name, n in counts.items()))]
