"""Which function a call calls, where that can be told without running it.

Learnt from golang/go src/cmd/compile/internal/ir/expr.go:791 (``StaticValue``) and escape/call.go at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.syntax.nodes import Convert, FunctionLiteral, InlinedCall, MethodOf, Name
from gcsim.escape.types.model import FunctionObject, Interface, Variable, underlying

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gcsim.escape.syntax.nodes import Call, Expression

__all__ = ["static_callee", "static_value"]


def static_value(node: Expression, definitions: Mapping[Variable, Expression], function: FunctionObject) -> Expression:
    """Follow a local variable that is assigned to once, and conversions that change nothing, to their value.

    Parameters
    ----------
    node : Expression
        Any expression of ``function``.
    definitions : mapping
        The values by which variables are declared.
    function : FunctionObject
        Variables of functions further out are not followed.
    """
    seen: set[Variable] = set()
    while True:
        if type(node) is Convert and node.type is not None and type(underlying(node.type)) is not Interface:
            node = node.operand
            continue
        if type(node) is InlinedCall and len(node.results) == 1:
            node = node.results[0]
            continue
        if type(node) is not Name or type(node.object) is not Variable:
            return node
        variable = node.object
        value = definitions.get(variable)
        if (
            value is None
            or variable in seen
            or variable.kind != "local"
            or variable.reassigned
            or variable.address_taken
            or variable.function is not function
        ):
            return node
        seen.add(variable)
        node = value


def static_callee(
    node: Call, definitions: Mapping[Variable, Expression], function: FunctionObject
) -> FunctionObject | None:
    """Give the function that a call calls, None where it is not known before the program runs."""
    called = node.function
    if type(called) is MethodOf and not called.of_type:
        return called.method
    value = static_value(called, definitions, function)
    if type(value) is Name and type(value.object) is FunctionObject:
        return value.object
    if type(value) is FunctionLiteral:
        return value.function
    if type(value) is MethodOf and value.of_type:
        return value.method
    return None
