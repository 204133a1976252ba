"""What the text leaves out: types of untyped values, and conversions to the type that an assignment wants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.check.describe import described
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import Binary, Convert, Name, Unary
from gcsim.escape.types.constants import INTEGER_RANGES, kind_of, represent
from gcsim.escape.types.model import INVALID, Basic, Interface, NilObject, Tuple, Type, underlying
from gcsim.escape.types.relations import assignable, identical, is_nilable
from gcsim.escape.types.universe import DEFAULTS, UNTYPED

if TYPE_CHECKING:
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["COMPARISONS", "SHIFTS", "assigned", "defaulted", "implicit", "is_nil", "settled"]

SHIFTS: Final = frozenset({"<<", ">>"})
COMPARISONS: Final = frozenset({"==", "!=", "<", "<=", ">", ">="})

_UNTYPED: Final = frozenset(UNTYPED)
_INTEGERS: Final = frozenset({*INTEGER_RANGES, "untyped int", "untyped rune", "invalid"})


def is_nil(node: Expression) -> bool:
    """Say whether an expression checked is ``nil``."""
    return type(node) is Name and type(node.object) is NilObject


def assigned(node: Expression, target: Type) -> Expression:
    """Give an expression checked as a value of the type that it is assigned to.

    Parameters
    ----------
    node : Expression
        What is assigned, passed, returned, sent, stored, compared ….
    target : Type
        The type that is wanted.

    Returns
    -------
    Expression
        The node, its type settled if it was untyped; within an implicit `Convert` where the types differ.

    Raises
    ------
    SourceError
        If it cannot be assigned.
    """
    source = node.type
    if source is target:
        return node
    if source.__class__ is Basic and source.kind in _UNTYPED:
        return _settled_as(node, target)
    if source is INVALID or target is INVALID or source is None:
        return node
    if type(source) is Tuple:
        raise SourceError(node.position, "this call does not give exactly one value")
    if identical(source, target):
        return node
    if not assignable(source, target):
        raise SourceError(node.position, f"cannot use a value of type {described(source)} as {described(target)}")
    return implicit(node, target)


def implicit(node: Expression, target: Type) -> Expression:
    """Put in a conversion that the text leaves out."""
    made = Convert(node.position, node, implicit=True)
    made.type = target
    return made


def defaulted(node: Expression) -> Expression:
    """Give an expression the type that it takes where nothing gives it one.

    Raises
    ------
    SourceError
        If it is ``nil``, or gives no single value.
    """
    source = node.type
    if source.__class__ is Basic and source.kind in _UNTYPED:
        target = DEFAULTS.get(source.kind)
        if target is None:
            raise SourceError(node.position, "use of untyped nil where nothing gives it a type")
        return settled(node, target)
    if type(source) is Tuple:
        raise SourceError(node.position, "this call does not give exactly one value")
    return node


def _settled_as(node: Expression, target: Type) -> Expression:
    """Give an untyped expression a type, which may be an interface."""
    if is_nil(node):
        if not is_nilable(target):
            raise SourceError(node.position, f"cannot use nil as {described(target)}")
        node.type = target
        return node
    if target is INVALID:
        return defaulted(node)
    if type(underlying(target)) is Interface:
        held = defaulted(node)
        if held.type is not None and not assignable(held.type, target):
            raise SourceError(
                node.position, f"cannot use a value of type {described(held.type)} as {described(target)}"
            )
        return implicit(held, target)
    return settled(node, target)


def settled(node: Expression, target: Type) -> Expression:
    """Give an untyped expression other than ``nil`` a type that is no interface.

    Raises
    ------
    SourceError
        If the type cannot hold it.
    """
    if node.value is not None:
        value = represent(node.value, target)
        if value is None:
            raise SourceError(node.position, f"constant cannot be represented as {described(target)}")
        node.value = value
        node.type = target
        return node
    if node.type is None or not assignable(node.type, target):
        raise SourceError(node.position, f"cannot use this value as {described(target)}")
    _retype(node, target)
    return node


def _retype(node: Expression, target: Type) -> None:
    """Give the type to what an untyped value that is no constant is made of: shifts and comparisons."""
    pending = [node]
    while pending:
        part = pending.pop()
        if part.type is None or kind_of(part.type) not in _UNTYPED:
            continue
        if part.value is not None:
            settled(part, target)
            continue
        part.type = target
        if type(part) is Unary:
            pending.append(part.operand)
        elif type(part) is Binary and part.operator not in COMPARISONS:
            pending.append(part.left)
            if part.operator not in SHIFTS:
                pending.append(part.right)
            elif kind_of(target) not in _INTEGERS:
                raise SourceError(part.position, f"shift of a value of type {described(target)}")
