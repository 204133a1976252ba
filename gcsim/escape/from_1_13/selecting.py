"""Expressions for what a selector leaves out: embedded fields, addresses and dereferences on the way to a method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.syntax.nodes import AddressOf, Dereference, FieldOf
from gcsim.escape.types.model import Pointer

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Expression
    from gcsim.escape.types.lookup import Selection
    from gcsim.escape.types.model import Type

__all__ = ["receiver_of", "typed"]


def receiver_of(base: Expression, selection: Selection, position: int) -> Expression:
    """Give the receiver that a method selected of ``base`` takes, through embedded fields, by value or by address."""
    receiver = base
    for step in selection.path:
        field = FieldOf(position, receiver, step.field, step.through_pointer, implicit=True)
        receiver = typed(field, step.field.type)
    type_ = receiver.type
    if selection.method is None or type_ is None:
        return receiver
    if selection.pointer_receiver and type(type_) is not Pointer:
        return typed(AddressOf(position, receiver, implicit=True), Pointer(type_))
    if not selection.pointer_receiver and type(type_) is Pointer:
        return typed(Dereference(position, receiver, implicit=True), type_.element)
    return receiver


def typed(node: Expression, type_: Type) -> Expression:
    """Give a node its type."""
    node.type = type_
    return node
