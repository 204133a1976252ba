"""What a function refers to: functions, by name, as methods and as literals, and variables of packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.inlining.budget_1_19 import holds_call
from gcsim.escape.inlining.shape import children, in_calling_order
from gcsim.escape.syntax.nodes import Call, FunctionLiteral, MethodOf, Name, Node
from gcsim.escape.types.model import FunctionObject, Object, Variable

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["called", "functions_in", "referred"]


def referred(statements: Iterable[Node]) -> list[Object]:
    """List the functions, literals and package variables that statements name, in the compiler's order.

    Function literals are listed but not entered.
    """
    found: list[Object] = []
    pending: list[Node | Object] = [*statements]
    pending.reverse()
    while pending:
        node = pending.pop()
        if isinstance(node, Object):
            found.append(node)
        elif type(node) is Name:
            if type(node.object) is FunctionObject or (type(node.object) is Variable and node.object.kind == "global"):
                found.append(node.object)
        else:
            pending.extend(reversed(_parts(node)))
    return found


def _parts(node: Node) -> list[Node | Object]:
    """Give what a node consists of: what it names, and its children."""
    if type(node) is FunctionLiteral:
        return [] if node.function is None else [node.function]
    if type(node) is MethodOf:
        named: list[Node | Object] = [] if node.method is None else [node.method]
        return named if node.of_type else [*named, node.operand]
    return _of_call(node) if type(node) is Call else [*children(node)]


def _of_call(call: Call) -> list[Node | Object]:
    """Give a call's parts; a receiver that holds a call is evaluated before the method is named."""
    parts: list[Node | Object] = []
    for part in in_calling_order(call):
        if type(part) is MethodOf and part.method is not None and not part.of_type and holds_call(part.operand):
            parts += [part.operand, part.method]
        else:
            parts.append(part)
    return parts


def called(statements: Iterable[Node]) -> list[FunctionObject]:
    """List the declared functions that statements call and the literals that they make, as compilers until 1.12 search.

    A callee comes after what its call evaluates (golang/go src/cmd/compile/internal/gc/esc.go ``visitcode`` at go1.8).
    """
    found: list[FunctionObject] = []
    pending: list[Node | FunctionObject] = [*statements]
    pending.reverse()
    while pending:
        node = pending.pop()
        if isinstance(node, FunctionObject):
            found.append(node)
        elif type(node) is FunctionLiteral:
            if node.function is not None:
                found.append(node.function)
        else:
            callee = _callee(node) if type(node) is Call else None
            if callee is not None:
                pending.append(callee)
            pending.extend(reversed([*children(node)]))
    return found


def _callee(call: Call) -> FunctionObject | None:
    function = call.function
    named = function.object if type(function) is Name else None
    if type(function) is MethodOf and not function.of_type:
        return function.method
    return named if type(named) is FunctionObject else None


def functions_in(objects: Iterable[Object]) -> list[FunctionObject]:
    """Keep the functions that have a body here."""
    return [found for found in objects if type(found) is FunctionObject and found.body is not None]
