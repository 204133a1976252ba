"""The ways by which values escape, as ``-m -m`` prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.syntax.positions import column_of, line_of

if TYPE_CHECKING:
    from gcsim.escape.from_1_13.graph import Escape, Graph
    from gcsim.escape.from_1_13.wording import Wording

__all__ = ["explanation"]


def explanation(escape: Escape, graph: Graph, wording: Wording) -> list[str]:
    """Write one way to the heap or to a result, line by line, each without the position that they all begin with.

    Positions inside are ``line:column``. Learnt from golang/go src/cmd/compile/internal/escape/solve.go:107, :138
    and :166 at go1.19.
    """
    name = wording.label(escape.location.subject) if escape.location.subject is not None else "{temp}"
    if escape.leak is None:
        lines = [f"{name} escapes to heap:"]
    else:
        root = wording.location(escape.root, graph)
        lines = [f"parameter {name} leaks to {root} with derefs={escape.leak}:"]
    for target, source, derefs, first in escape.flows:
        sign = "&" if derefs < 0 else "*" * derefs
        lines.append(f"  flow: {wording.location(target, graph)} = {sign}{wording.location(source, graph)}:")
        notes = first
        while notes is not None:
            at = f"{line_of(notes.position)}:{column_of(notes.position)}"
            lines.append(f"    from {wording.text(notes.where)} ({notes.why}) at {at}")
            notes = notes.outer
    return lines
