"""What happens to variables: their address is taken, they are assigned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.check.dispatch import type_of
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import Dereference, FieldOf, Index, Name
from gcsim.escape.types.model import INVALID, Array, Map, Variable, underlying
from gcsim.escape.types.universe import is_invalid

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["assign_to", "is_addressable", "outer_value", "take_address"]


def outer_value(node: Expression) -> Expression:
    """Give the whole that an expression is a part of: of fields and of elements of arrays, not through pointers."""
    while (type(node) is FieldOf or (type(node) is Index and _is_array(node.operand))) and not node.through_pointer:
        node = node.operand
    return node


def _is_array(node: Expression) -> bool:
    return node.type is not None and type(underlying(node.type)) is Array


def is_addressable(node: Expression) -> bool:
    """Say whether ``&`` applies to an expression checked, composite literals aside."""
    outer = outer_value(node)
    if type(outer) is Name:
        return type(outer.object) is Variable
    if type(outer) is Index and not outer.through_pointer:
        operand = underlying(type_of(outer.operand))
        return type(operand) is not Map and outer.value is None and outer.type is not None and not _is_text(outer)
    return type(outer) in (FieldOf, Index, Dereference) or outer.type is INVALID


def _is_text(node: Index) -> bool:
    operand = node.operand.type
    return operand is not None and getattr(underlying(operand), "kind", "") in ("string", "untyped string")


def take_address(node: Expression) -> None:
    """Note that ``&`` is applied to an expression, in the text or by the language.

    Raises
    ------
    SourceError
        If it has no address.
    """
    outer = outer_value(node)
    if type(outer) is Name and type(outer.object) is Variable:
        outer.object.address_taken = True
    elif not is_addressable(node):
        raise SourceError(node.position, "cannot take the address of this")


def assign_to(node: Expression) -> None:
    """Note that an expression is assigned to.

    Raises
    ------
    SourceError
        If it cannot be: it is no variable, element of a map, nor what has an address.
    """
    outer = outer_value(node)
    if type(outer) is Name and type(outer.object) is Variable:
        outer.object.reassigned = True
        return
    is_element = type(node) is Index and node.operand.type is not None and type(underlying(node.operand.type)) is Map
    if not (is_element or is_addressable(node) or (node.type is not None and is_invalid(node.type))):
        raise SourceError(node.position, "cannot assign to this")
