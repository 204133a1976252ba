"""What inlining costs and brings, as a person reads it."""

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from gcsim.escape.inlining import cost_table

if TYPE_CHECKING:
    from gcsim.escape import Analysis
    from gcsim.escape.inlining import Row

__all__ = ["render_inlining"]


def render_inlining(analysis: "Analysis") -> list[Table | Text]:
    """Return the cost of each function, the code that its inlined calls add, and the functions that no call needs more.

    Parameters
    ----------
    analysis : Analysis
        With inlining.

    Returns
    -------
    list of rich renderables
        To be printed below one another.
    """
    inlinings = [package.inlining for package in analysis.packages if package.inlining is not None]
    rows = [row for inlining in inlinings for row in cost_table(inlining, analysis.files)]
    # Rows are of this program's functions; calls of imported ones are inlined too.
    calls = sum(len(inlining.growth.calls) for inlining in inlinings)
    added = sum(inlining.growth.size for inlining in inlinings)
    dead = ", ".join(row.name for row in rows if row.dead)
    return [
        _table(rows),
        Text(),
        Text(f"inlined calls: {calls:,}, {added:+,} bytes of code by estimate"),
        Text(f"dead functions, all of whose calls are inlined: {dead or 'none'}"),
    ]


def _table(rows: "list[Row]") -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column("function", min_width=22, overflow="fold")
    for name in ("cost", "budget", "inlined", "calls", "bytes"):
        table.add_column(name, justify="right")
    table.add_column("why not", overflow="fold")
    for row in rows:
        table.add_row(
            Text(f"{row.name} ({row.file}:{row.line})"),
            "-" if row.cost is None else str(row.cost),
            str(row.budget),
            _inlined(row),
            str(row.calls),
            f"{row.added:+,}" if row.calls else "-",
            Text(row.reason or ""),
        )
    return table


def _inlined(row: "Row") -> str:
    if row.reason is not None:
        return "no"
    return "yes" if row.calls else "could be"
