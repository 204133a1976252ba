"""Functions that inlining leaves dead: whoever called them has their body now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.inlining.references import referred
from gcsim.escape.types.lookup import is_exported
from gcsim.escape.types.model import FunctionObject, initial_expressions

if TYPE_CHECKING:
    from collections.abc import Collection

    from gcsim.escape.types.model import Object, Package

__all__ = ["left_dead"]

_ENTRIES = frozenset({"main", "init", "_"})
"""Functions that the runtime calls, or nobody can."""


def left_dead(package: Package, inlined: Collection[FunctionObject]) -> list[FunctionObject]:
    """List the functions that only inlined calls used, in the order of the text.

    Parameters
    ----------
    package : Package
        Its bodies hold the inlined calls.
    inlined : collection of FunctionObject
        What was inlined somewhere.

    Returns
    -------
    list of FunctionObject
        Unexported functions that nothing reachable refers to. Methods are left out: an interface may call them.
    """
    if not inlined:
        return []
    alive: set[FunctionObject] = set()
    pending: list[Object] = [*referred(initial_expressions(package))]
    pending += [function for function in package.functions if not _is_droppable(function, inlined)]
    while pending:
        named = pending.pop()
        if type(named) is FunctionObject and named not in alive:
            alive.add(named)
            if named.body is not None:
                pending.extend(referred(named.body.statements))
    return [function for function in package.functions if function in inlined and function not in alive]


def _is_droppable(function: FunctionObject, inlined: Collection[FunctionObject]) -> bool:
    """Say whether a function would go if nothing referred to it: others stay, whether anybody calls them or not."""
    return (
        function in inlined
        and function.receiver is None
        and not is_exported(function.name)
        and function.name not in _ENTRIES
    )
