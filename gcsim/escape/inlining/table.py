"""The rows of ``gcsim escape --cost``: what each function costs, whether it is inlined, what that adds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gcsim.escape.syntax.positions import line_of
from gcsim.escape.text.names import function_text

if TYPE_CHECKING:
    from gcsim.escape.inlining.model import Inlining
    from gcsim.escape.syntax.positions import Files
    from gcsim.escape.types.model import FunctionObject

__all__ = ["Row", "cost_table"]


@dataclass(frozen=True, slots=True)
class Row:
    """One function.

    Attributes
    ----------
    file, line
        Where it is declared.
    name : str
        As the compiler prints it.
    cost : int or None
        Its cost; None where it was not counted.
    budget : int
        What it may cost.
    reason : str or None
        Why it cannot be inlined; None where it can.
    calls : int
        How many calls were replaced by its body, those in other inlined bodies too.
    added : int
        Estimated bytes that these calls add.
    dead : bool
        Whether nothing refers to it any more.
    """

    file: str
    line: int
    name: str
    cost: int | None
    budget: int
    reason: str | None
    calls: int
    added: int
    dead: bool


def cost_table(inlining: Inlining, files: Files) -> list[Row]:
    """Make the rows for the functions of a package, in the order of the text.

    Parameters
    ----------
    inlining : Inlining
        What `gcsim.escape.inlining.inline` found.
    files : Files
        Turns positions into words.

    Returns
    -------
    list of Row
        One for each function, method and function literal.
    """
    calls: dict[FunctionObject, int] = {}
    added: dict[FunctionObject, int] = {}
    for call in inlining.growth.calls:
        calls[call.callee] = calls.get(call.callee, 0) + 1
        added[call.callee] = added.get(call.callee, 0) + call.size
    dead = set(inlining.dead)
    return [
        Row(
            file=files.name_of(cost.function.position),
            line=line_of(cost.function.position),
            name=function_text(cost.function, inlining.release),
            cost=cost.cost,
            budget=cost.budget,
            reason=cost.reason,
            calls=calls.get(cost.function, 0),
            added=added.get(cost.function, 0),
            dead=cost.function in dead,
        )
        for cost in inlining.costs
    ]
