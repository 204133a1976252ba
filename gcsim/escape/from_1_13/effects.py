"""Whether a value that nobody uses has to be computed all the same.

Learnt from golang/go src/cmd/compile/internal/staticinit/sched.go:511 (``AnySideEffects``) at go1.19.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gcsim.escape.inlining.shape import children
from gcsim.escape.syntax.nodes import (
    AddressOf,
    Binary,
    Builtin,
    CompositeLiteral,
    Concat,
    Convert,
    Expression,
    FieldOf,
    KeyValue,
    Name,
    Unary,
)
from gcsim.escape.types.model import Slice, underlying

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["has_effects"]

_HARMLESS: Final = frozenset({"cap", "len", "new", "real", "imag", "complex"})
_PLAIN: Final = frozenset({Concat, AddressOf, Unary, Convert, CompositeLiteral, KeyValue})


def has_effects(node: Expression) -> bool:
    """Say whether computing a value may do or stop anything: call, receive, divide by zero, index."""
    if node.value is not None:
        return False
    rule = _RULES.get(type(node))
    if rule is not None:
        return rule(node)
    return type(node) not in _PLAIN or _any(node)


def _any(node: Expression) -> bool:
    return any(isinstance(child, Expression) and has_effects(child) for child in children(node))


def _binary(node: Binary) -> bool:
    if node.operator == ">>":
        return True
    if node.operator in ("/", "%"):
        return not node.right.value or has_effects(node.left)
    return _any(node)


def _builtin(node: Builtin) -> bool:
    if node.name == "make":
        made = underlying(node.made) if node.made is not None else None
        return type(made) is Slice or any(argument.value != 0 for argument in node.arguments)
    return node.name not in _HARMLESS or _any(node)


def _field(node: FieldOf) -> bool:
    return node.through_pointer or has_effects(node.operand)


def _nothing(_: Name) -> bool:
    return False


_RULES: Final[dict[type, Callable[[Any], bool]]] = {
    Name: _nothing,
    Binary: _binary,
    Builtin: _builtin,
    FieldOf: _field,
}
