"""The order in which a package's variables get their initial values.

The next one is the first in the text that needs no variable without a value yet, itself or by the functions that it
refers to. Learnt from golang/go src/cmd/compile/internal/pkginit/initorder.go at go1.19.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from gcsim.escape.inlining.references import referred
from gcsim.escape.inlining.shape import children
from gcsim.escape.syntax.nodes import Call, FunctionLiteral
from gcsim.escape.types.model import FunctionObject, Variable

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Node, VariableDeclaration
    from gcsim.escape.types.model import Object, Package

__all__ = ["in_order"]


def in_order(package: Package) -> list[VariableDeclaration]:
    """List the declarations of variables whose initial values call anything, in the order of initialization."""
    declarations = [declaration for declaration in package.globals if declaration.values]
    if not any(_calls(value) for declaration in declarations for value in declaration.values):
        return []
    owner = {variable: index for index, each in enumerate(declarations) for variable in each.variables}
    objects: dict[FunctionObject, list[Object]] = {}
    waiting: dict[int, set[int]] = {}
    done: set[int] = set()
    order: list[int] = []
    for index, declaration in enumerate(declarations):
        needed = {owner[variable] for variable in _needed(declaration, objects) if variable in owner} - done - {index}
        waiting[index] = needed
        ready = [] if needed else [index]
        while ready:
            first = heappop(ready)
            del waiting[first]
            done.add(first)
            order.append(first)
            for other, missing in waiting.items():
                if first in missing:
                    missing.discard(first)
                    if not missing:
                        heappush(ready, other)
    return [declarations[index] for index in [*order, *waiting]]


def _calls(node: Node) -> bool:
    """Say whether evaluating a node calls a function, bodies of function literals aside."""
    pending = [node]
    while pending:
        node = pending.pop()
        if type(node) is Call:
            return True
        if type(node) is not FunctionLiteral:
            pending.extend(children(node))
    return False


def _needed(declaration: VariableDeclaration, objects: dict[FunctionObject, list[Object]]) -> set[Variable]:
    """Collect the package variables that a declaration's values use, by functions too."""
    found: set[Variable] = set()
    seen: set[FunctionObject] = set()
    pending: list[Object] = referred(declaration.values)
    while pending:
        named = pending.pop()
        if type(named) is Variable:
            found.add(named)
        elif type(named) is FunctionObject and named not in seen and named.body is not None:
            seen.add(named)
            if named not in objects:
                objects[named] = referred(named.body.statements)
            pending.extend(objects[named])
    return found
