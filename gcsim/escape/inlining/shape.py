"""The children of each kind of node, in the order in which Go's compiler walks them.

The order decides the order of messages: a loop's post statement comes before its body, a range's operand before its
variables (golang/go src/cmd/compile/internal/ir/node_gen.go at go1.19; the order of Ninit, Left, Right, List, Rlist and
Nbody in src/cmd/compile/internal/gc/inl.go at go1.8 comes to the same).
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from gcsim.escape.syntax import nodes
from gcsim.escape.syntax.nodes import Call, Expression, MethodOf, Node
from gcsim.escape.types.model import Tuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CHILDREN", "SLOTS", "children", "gives_all", "in_calling_order", "is_method_call"]

CHILDREN: Final[dict[type[Node], tuple[str, ...]]] = {
    nodes.CompositeLiteral: ("elements",),
    nodes.KeyValue: ("key", "element"),
    nodes.FieldOf: ("operand",),
    nodes.MethodOf: ("operand",),
    nodes.Index: ("operand", "index"),
    nodes.SliceOf: ("operand", "low", "high", "maximum"),
    nodes.Dereference: ("operand",),
    nodes.AddressOf: ("operand",),
    nodes.Unary: ("operand",),
    nodes.Receive: ("operand",),
    nodes.Binary: ("left", "right"),
    nodes.Concat: ("operands",),
    nodes.Call: ("function", "arguments"),
    nodes.Convert: ("operand",),
    nodes.Builtin: ("arguments",),
    nodes.TypeAssertion: ("operand",),
    nodes.InlinedCall: ("prologue", "body"),
    nodes.Block: ("statements",),
    nodes.ExpressionStatement: ("expression",),
    nodes.Assign: ("targets", "values"),
    nodes.AssignOperation: ("target", "operand"),
    nodes.VariableDeclaration: ("values",),
    nodes.Send: ("channel", "value"),
    nodes.Return: ("results",),
    nodes.If: ("init", "condition", "then", "otherwise"),
    nodes.For: ("init", "condition", "post", "body"),
    nodes.Range: ("operand", "key", "element", "body"),
    nodes.Case: ("expressions", "body"),
    nodes.Switch: ("init", "tag", "cases"),
    nodes.TypeSwitch: ("init", "operand", "cases"),
    nodes.CommunicationCase: ("communication", "body"),
    nodes.Select: ("cases",),
    nodes.Go: ("call",),
    nodes.Defer: ("call",),
    nodes.Labeled: ("statement",),
}
"""Attributes that hold nodes or lists of them; a kind that is not listed has no children that are evaluated.

The body of a function literal is no child of it, as in the compiler: a literal is a function of its own.
"""

SLOTS: Final[dict[type[Node], tuple[str, ...]]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in [*CHILDREN, nodes.BasicLiteral]
}
"""All attributes of a kind of node, for copies."""


def children(node: Node) -> Iterator[Node]:
    """Give the children of a node in the compiler's order."""
    for name in CHILDREN.get(type(node), ()):
        value = getattr(node, name)
        if type(value) is list:
            yield from value
        elif value is not None:
            yield value


def in_calling_order(call: Call) -> list[Expression]:
    """Give what a call evaluates in the compiler's order.

    Arguments that one call gives all of, and a receiver or function that holds a call itself, are put into temporary
    variables before the call (golang/go src/cmd/compile/internal/typecheck/typecheck.go:872-908 at go1.19).
    """
    function, arguments = call.function, call.arguments
    if gives_all(arguments):
        return [arguments[0], function]
    return [function, *arguments]


def gives_all(arguments: list[Expression]) -> bool:
    """Say whether one call gives all the values of a list."""
    return len(arguments) == 1 and type(arguments[0].type) is Tuple


def is_method_call(call: Call) -> bool:
    """Say whether a call is ``x.m(…)`` of a declared method or an interface's, and no method expression."""
    return type(call.function) is MethodOf and not call.function.of_type
